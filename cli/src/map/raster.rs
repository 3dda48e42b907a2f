//! A picture in pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt;
use std::sync::Arc;

/// Why a picture could not be drawn.
#[derive(Debug)]
#[non_exhaustive]
pub enum RasterError {
    /// The system has no fonts, so that names could not be read.
    NoFonts,
    /// There is no memory for so many pixels.
    TooLarge,
    /// The drawing library refused the picture; what it said.
    Drawing(String),
}

impl fmt::Display for RasterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RasterError::NoFonts => f.write_str(
                "this system has no fonts to draw names with; install some, for instance Noto Sans, or \
                 write SVG",
            ),
            RasterError::TooLarge => f.write_str("the picture is too large for the memory"),
            RasterError::Drawing(said) => write!(f, "the picture cannot be drawn: {said}"),
        }
    }
}

impl std::error::Error for RasterError {}

/// Families that are plain and have many scripts, the first that is there.
const FAMILIES: [&str; 6] = [
    "Noto Sans",
    "DejaVu Sans",
    "Segoe UI",
    "Arial",
    "Helvetica",
    "Liberation Sans",
];

/// Draws SVG with the fonts of the system, in which letters are shaped and ordered as their scripts ask.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, RasterError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    if fonts.is_empty() {
        return Err(RasterError::NoFonts);
    }
    let has = |family: &&str| {
        let mut all = fonts.faces().flat_map(|face| &face.families);
        all.any(|(name, _)| name == family)
    };
    if let Some(family) = FAMILIES.iter().copied().find(|family| has(family)) {
        fonts.set_sans_serif_family(family);
    }
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let said = |error: &dyn fmt::Display| RasterError::Drawing(error.to_string());
    let tree = Tree::from_str(svg, &options).map_err(|error| said(&error))?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(RasterError::TooLarge)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| said(&error))
}
