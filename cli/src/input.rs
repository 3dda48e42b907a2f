//! What commands read: texts in files of several kinds, and the encodings of texts and tables.

mod any_depth;
pub(crate) mod docx;
pub(crate) mod encoding;
pub(crate) mod files;
pub(crate) mod html;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
pub(crate) mod source;
