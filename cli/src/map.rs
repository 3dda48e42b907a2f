//! Maps of the places that texts mention: a page for the browser that needs no network, and a picture
//! for a report.
//!
//! ```
//! use toponym::Resolver;
//! use toponym_cli::map::{MapOptions, PlaceMap};
//!
//! let resolver = Resolver::embedded();
//! let text = "They went from Gyumri to Yerevan.";
//! let mut map = PlaceMap::new();
//! map.add_text("journey.txt", text, resolver.scan(text));
//!
//! let options = MapOptions { title: "A journey".to_owned(), ..MapOptions::default() };
//! let page = map.to_html(&options);
//! assert!(page.starts_with("<!DOCTYPE html>") && page.contains("gn:616635"));
//! assert!(map.to_svg(&options).contains("Yerevan"));
//! ```
//!
//! `contents` collects what is drawn; `page` writes the page, of the style and the programs under
//! `assets`; `picture` draws the SVG on the base map that `base` unpacks, and `raster` makes PNG of it.

mod base;
mod contents;
mod page;
mod picture;
#[cfg(feature = "png")]
mod raster;

#[cfg(feature = "png")]
pub use self::raster::{Png, RasterError};

use self::contents::Contents;
use toponym::{Language, Mention, PlaceRef};

/// What the maps acknowledge: the sources of places and names, and of the base map.
pub(crate) const SOURCES: &str =
    "GeoNames, Who’s On First, Wikidata (CC BY 4.0) · Unicode CLDR · Natural Earth";

/// Places that are to be drawn, and the texts that mention them.
#[derive(Clone, Debug, Default)]
pub struct PlaceMap<'r> {
    contents: Contents<'r>,
}

/// How a map is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapOptions {
    /// The heading.
    pub title: String,
    /// The language that places are named in where they have a name in it; the international name
    /// otherwise. On the page its reader can choose another.
    pub language: Option<Language>,
    /// The width of a picture in pixels, 400 to 4000; what is beyond is taken for the nearer of the two.
    pub width: u32,
}

impl Default for MapOptions {
    fn default() -> Self {
        MapOptions {
            title: "Places".to_owned(),
            language: None,
            width: 1200,
        }
    }
}

impl<'r> PlaceMap<'r> {
    /// A map without places.
    pub fn new() -> Self {
        PlaceMap::default()
    }

    /// Adds a text, which is called by this name, with its mentions. The text stands on the page with
    /// all of them; in pictures the places do. Spans of mentions must be of this text: a mention
    /// whose span is not in it is left out.
    pub fn add_text<'t>(
        &mut self,
        name: &str,
        text: &'t str,
        mentions: impl IntoIterator<Item = Mention<'r, 't>>,
    ) {
        self.contents.add_text(name, text, mentions);
    }

    /// Adds a place that no text need mention, such as an answer of a search.
    pub fn add_place(&mut self, place: PlaceRef<'r>) {
        self.contents.place(place);
    }

    /// How many places are on the map.
    pub fn place_count(&self) -> usize {
        self.contents.places.len()
    }

    /// A page that holds all it needs: the base map, the map library and the data. It asks no server for
    /// anything, and forbids the browser to by its Content-Security-Policy. Nothing in texts and
    /// names can become part of its program.
    pub fn to_html(&self, options: &MapOptions) -> String {
        page::write(&self.contents, options)
    }

    /// A picture as SVG, with a legend and the sources of the data. Names are text, which the program
    /// that shows the picture draws with its own fonts.
    pub fn to_svg(&self, options: &MapOptions) -> String {
        picture::write(&self.contents, options)
    }

    /// The picture as PNG. Its text is drawn with the fonts of the system, with boxes for letters that none has: see
    /// [`draw_png`](Self::draw_png).
    ///
    /// # Errors
    /// If the system has no fonts, or the picture does not fit into memory.
    #[cfg(feature = "png")]
    pub fn to_png(&self, options: &MapOptions) -> Result<Vec<u8>, RasterError> {
        Ok(self.draw_png(options)?.bytes)
    }

    /// The picture as PNG, and the letters in it that no font of the system has.
    ///
    /// # Errors
    /// If the system has no fonts, or the picture does not fit into memory.
    #[cfg(feature = "png")]
    pub fn draw_png(&self, options: &MapOptions) -> Result<Png, RasterError> {
        raster::png(&self.to_svg(options))
    }
}
