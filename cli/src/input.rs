//! What commands read: texts in files of several kinds, and the encodings of texts and tables.

pub(crate) mod binary;
pub(crate) mod docx;
pub(crate) mod encoding;
pub(crate) mod files;
pub(crate) mod html;
mod name_pattern;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
pub(crate) mod source;
