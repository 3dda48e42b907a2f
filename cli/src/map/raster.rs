//! A picture in pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Options, Tree, fontdb};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A picture in pixels, and what it lacks.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters that no font of the system has, in the order of their code points: boxes stand for them. Of each name the first
    /// is among them at least.
    pub missing_letters: BTreeSet<char>,
}

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

/// So many fonts are looked at for a letter that the main font lacks.
const MAX_FALLBACKS: usize = 40;

/// Chooses a font for a letter that the main one lacks: without serifs and as bold, if there is such a font. (The
/// library's own choice is the first that has the letter.) Letters that no font has are added to `missing`.
fn plain_fallback(missing: &Mutex<BTreeSet<char>>) -> FallbackSelectionFn<'_> {
    let select = FontResolver::default_fallback_selector();
    Box::new(move |letter, used, fonts| {
        let weight = used
            .first()
            .and_then(|&id| fonts.face(id))
            .map(|face| face.weight);
        let mut excluded = used.to_vec();
        let mut best: Option<(u8, fontdb::ID)> = None;
        while excluded.len() < used.len() + MAX_FALLBACKS
            && let Some(id) = select(letter, &excluded, fonts)
        {
            let Some(face) = fonts.face(id) else { break };
            let is_plain = face.families.iter().any(|(name, _)| name.contains("Sans"));
            let is_upright = face.style == fontdb::Style::Normal;
            let worth = 4 * u8::from(is_plain)
                + 2 * u8::from(is_upright)
                + u8::from(Some(face.weight) == weight);
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, id));
            }
            if worth == 7 {
                break;
            }
            excluded.push(id);
        }
        if best.is_none() && letter.is_alphanumeric() {
            let mut missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
            missing.insert(letter);
        }
        best.map(|(_, id)| id)
    })
}

/// Draws SVG with the fonts of the system, in which letters are shaped and ordered as their scripts ask.
pub(crate) fn png(svg: &str) -> Result<Png, RasterError> {
    let missing = Mutex::default();
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
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: plain_fallback(&missing),
        },
        ..Options::default()
    };
    let said = |error: &dyn fmt::Display| RasterError::Drawing(error.to_string());
    let tree = Tree::from_str(svg, &options).map_err(|error| said(&error))?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(RasterError::TooLarge)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|error| said(&error))?;
    drop(options);
    Ok(Png {
        bytes,
        missing_letters: missing.into_inner().unwrap_or_else(PoisonError::into_inner),
    })
}
