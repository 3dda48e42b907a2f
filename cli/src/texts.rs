//! The texts that commands read, and which of the mentions in them they tell.

pub(crate) mod excerpts;
pub(crate) mod selection;
pub(crate) mod snippet;

use crate::args::IndexOption;
use crate::console::Messages;
use crate::gazetteer;
use crate::input::encoding::EncodingChoice;
use crate::input::files::{self, FileName};
use crate::input::source::{Kind, Reading};
use crate::stop::{Input, Stop};
use crate::texts::selection::Selection;
use clap::Args;
use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use toponym::{Coordinates, Document, Language, Mention, Resolver};

/// Which texts are read, what is known of them, and which mentions are told.
#[derive(Args, Debug)]
pub(crate) struct TextOptions {
    /// Files; folders, of which all texts are read; patterns such as 'news/*.html'; - for standard
    /// input
    #[arg(value_name = "FILE")]
    files: Vec<OsString>,
    #[command(flatten)]
    index: IndexOption,
    /// What the files are, instead of what their names and first bytes say
    #[arg(long, value_enum, value_name = "KIND")]
    input: Option<Kind>,
    /// The encoding of text and HTML: auto, or a name such as windows-1256. Without it text is UTF-8,
    /// or UTF-16 by its mark or its zeros, and HTML says itself what it is
    #[arg(long, value_name = "NAME")]
    encoding: Option<EncodingChoice>,
    /// The texts are about this country (a code such as AM, or its name), which leans the choice
    /// between places of one name and rules none out; may be repeated
    #[arg(long, value_name = "CC")]
    country: Vec<String>,
    /// The texts are about the surroundings of this point: the nearer a place the likelier
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    near: Option<Coordinates>,
    /// Only mentions of places that lie in this country or unit, by its name or id; may be
    /// repeated
    #[arg(long = "in", value_name = "PLACE")]
    within: Vec<String>,
    /// The texts are in this language (a tag such as ar, hy or fa); may be repeated. Without it languages are
    /// told from the texts
    #[arg(long = "lang", value_name = "TAG")]
    languages: Vec<Language>,
    /// The texts are posts, which name schools, hotels and bridges where prose names organizations
    #[arg(long)]
    posts: bool,
    /// Only mentions that name a place with at least this confidence, in thousandths (900: nine in
    /// ten do); mentions that were not weighed, as outside Arabic, Armenian and Persian, stay
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=1000))]
    min_confidence: Option<u16>,
    /// No words for what or who is from a place, such as الأرمينية
    #[arg(long)]
    no_demonyms: bool,
    /// Of the mentions of one place in a file only the first
    #[arg(long)]
    unique: bool,
}

/// The texts, ready to be read one by one.
pub(crate) struct Texts<'r> {
    resolver: &'r Resolver,
    files: Vec<Result<FileName, String>>,
    reading: Reading,
    /// What is known of the texts.
    document: Document<'static>,
    selection: Selection<'r>,
}

/// One text and those of its mentions that are told.
pub(crate) struct Text<'a, 'r, 't> {
    /// As answers call its file.
    pub name: &'a str,
    pub text: &'t str,
    pub mentions: &'a mut dyn Iterator<Item = Mention<'r, 't>>,
}

impl TextOptions {
    /// Which gazetteer is searched.
    pub fn index(&self) -> &IndexOption {
        &self.index
    }

    /// The resolver that the texts are read with.
    pub fn resolver(&self) -> Result<Resolver, Stop> {
        gazetteer::resolver(self.index.path())
    }

    /// The texts. An error is about an option; what is wrong with a file is said when it is read.
    pub fn texts<'r>(&self, resolver: &'r Resolver) -> Result<Texts<'r>, Stop> {
        Ok(Texts {
            resolver,
            document: self.document(resolver)?,
            selection: self.selection(resolver)?,
            files: files::expand(&self.files),
            reading: Reading {
                kind: self.input,
                encoding: self.encoding,
            },
        })
    }

    fn document(&self, resolver: &Resolver) -> Result<Document<'static>, Stop> {
        let mut document = Document::new("").posts(self.posts);
        for text in &self.country {
            let country = gazetteer::country(resolver, text);
            let country = country.map_err(|error| Stop::Usage(format!("--country: {error}")))?;
            document = document.country(country);
        }
        for language in &self.languages {
            document = document.language(*language);
        }
        if let Some(least) = self.min_confidence {
            document = document.min_confidence(least);
        }
        Ok(match self.near {
            Some(point) => document.near(point),
            None => document,
        })
    }

    fn selection<'r>(&self, resolver: &'r Resolver) -> Result<Selection<'r>, Stop> {
        let areas = self.within.iter().map(|text| {
            let place = gazetteer::place(resolver, text);
            place.map_err(|error| Stop::Usage(format!("--in: {error}")))
        });
        Ok(Selection {
            areas: areas.collect::<Result<_, _>>()?,
            demonyms: !self.no_demonyms,
            unique: self.unique,
        })
    }
}

impl<'r> Texts<'r> {
    /// Whether several files are named.
    pub fn are_several(&self) -> bool {
        self.files.len() > 1
    }

    /// Where they lie.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().flatten().map(FileName::path)
    }

    /// Reads one text after the other. Those that cannot be read are said, and left out.
    pub fn read(
        self,
        input: &mut dyn Read,
        messages: &mut Messages<'_>,
        mut each: impl for<'a, 't> FnMut(Text<'a, 'r, 't>) -> Result<(), Stop>,
    ) -> Result<Input, Stop> {
        let mut all = Input::Good;
        for file in self.files {
            let read = file.and_then(|file| {
                let text = self.reading.read(&file, input)?;
                Ok((file.display(), text))
            });
            match read {
                Ok((name, text)) => {
                    let document = self.document.clone().with_text(&text);
                    let mut mentions = self.selection.of(self.resolver.scan(document));
                    each(Text {
                        name: &name,
                        text: &text,
                        mentions: &mut mentions,
                    })?;
                }
                Err(message) => {
                    messages.note(message);
                    all = Input::PartlyBad;
                }
            }
        }
        Ok(all)
    }
}
