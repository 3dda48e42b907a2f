//! A text to be read, with what is known of it beforehand.

use crate::model::coordinates::{BoundingBox, Coordinates};
use crate::model::country::CountryCode;
use crate::model::language::Language;
#[cfg(feature = "unstable-engine")]
use crate::query::rule::Rule;
use crate::query::rule::RuleSet;

/// A text, and what its reader is told beforehand: what it is about.
///
/// Whatever is said here leans the choice between places of one name and rules none out; it
/// weighs less than what the text itself says beside a name. Every method that takes a document
/// takes a `&str` too. What is set by `posts` is read by `get_posts`, and so on.
///
/// ```
/// use toponym::Document;
///
/// let document = Document::new("أعلنت طرابلس حالة الطوارئ").country("LB".parse()?);
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a document does nothing until a resolver reads it"]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) countries: Vec<CountryCode>,
    pub(crate) near: Option<Coordinates>,
    pub(crate) within: Option<BoundingBox>,
    pub(crate) unlisted: bool,
    pub(crate) low_confidence: bool,
    pub(crate) min_confidence: Option<u16>,
    pub(crate) posts: bool,
    /// Those that the text is said to be in; none if it was not said.
    pub(crate) languages: Vec<Language>,
    pub(crate) rules: RuleSet,
}

impl<'t> Document<'t> {
    /// A text of which nothing is known.
    pub fn new(text: &'t str) -> Self {
        Document {
            text,
            countries: Vec::new(),
            near: None,
            within: None,
            unlisted: true,
            low_confidence: false,
            min_confidence: None,
            posts: false,
            languages: Vec::new(),
            rules: RuleSet::ALL,
        }
    }

    /// Another text of which the same is known.
    pub fn with_text(self, text: &str) -> Document<'_> {
        Document {
            text,
            countries: self.countries,
            near: self.near,
            within: self.within,
            unlisted: self.unlisted,
            low_confidence: self.low_confidence,
            min_confidence: self.min_confidence,
            posts: self.posts,
            languages: self.languages,
            rules: self.rules,
        }
    }

    /// The text is about this country; several may be named. Of a single one villages and quarters
    /// count where else nothing tells their names from words.
    pub fn country(mut self, country: CountryCode) -> Self {
        self.countries.push(country);
        self
    }

    /// The text is about the surroundings of this point: the nearer a place the likelier.
    pub fn near(mut self, point: Coordinates) -> Self {
        self.near = Some(point);
        self
    }

    /// The text is about this area.
    pub fn within_box(mut self, area: BoundingBox) -> Self {
        self.within = Some(area);
        self
    }

    /// Whether streets, hospitals, dams and the like that no gazetteer holds are mentions too,
    /// of status [`Unknown`](crate::Status::Unknown) and without a place. They are unless this
    /// says otherwise.
    pub fn unlisted(mut self, unlisted: bool) -> Self {
        self.unlisted = unlisted;
        self
    }

    /// Whether names are mentions too that are likelier no places than places; they score low.
    /// They are not unless this says so.
    pub fn low_confidence(mut self, low_confidence: bool) -> Self {
        self.low_confidence = low_confidence;
        self
    }

    /// Only names are mentions that are places with at least this confidence, in thousandths (800: four
    /// in five): the higher, the fewer mentions are wrong and the more are missing. Mentions that are
    /// not weighed ([`Mention::confidence`](crate::Mention::confidence) is `None`) stay.
    pub fn min_confidence(mut self, thousandths: u16) -> Self {
        self.min_confidence = Some(thousandths);
        self
    }

    /// Whether the text is made of posts, which name schools, hotels and bridges where prose names
    /// organizations. Texts with hashtags or users' names are taken for posts without this.
    pub fn posts(mut self, posts: bool) -> Self {
        self.posts = posts;
        self
    }

    /// The text is in this language; several may be named. Without it the languages are told from the text
    /// itself, stretch by stretch, which a short text may be too short for. What is written in another script
    /// than theirs is read as ever, and so is a language that no rules are known of.
    ///
    /// ```
    /// use toponym::Document;
    ///
    /// let document = Document::new("به تارتار رفت").language("fa".parse()?);
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn language(mut self, language: Language) -> Self {
        self.languages.push(language);
        self
    }

    /// The text is read without a rule, to measure what the rule is worth.
    #[cfg(feature = "unstable-engine")]
    #[doc(hidden)]
    pub fn without(mut self, rule: Rule) -> Self {
        self.rules = self.rules.without(rule);
        self
    }

    /// The text.
    pub fn get_text(&self) -> &'t str {
        self.text
    }

    /// The countries that the text is about, as far as was said.
    pub fn get_countries(&self) -> &[CountryCode] {
        &self.countries
    }

    /// The languages that the text is in, as far as was said.
    pub fn get_languages(&self) -> &[Language] {
        &self.languages
    }

    /// The point whose surroundings the text is about, if it was said.
    pub fn get_near(&self) -> Option<Coordinates> {
        self.near
    }

    /// The area that the text is about, if it was said.
    pub fn get_within_box(&self) -> Option<BoundingBox> {
        self.within
    }

    /// Whether streets, hospitals and the like that no gazetteer holds are mentions.
    pub fn get_unlisted(&self) -> bool {
        self.unlisted
    }

    /// Whether names are mentions that are likelier no places than places.
    pub fn get_low_confidence(&self) -> bool {
        self.low_confidence
    }

    /// The least confidence of a mention, in thousandths, if one was asked for.
    pub fn get_min_confidence(&self) -> Option<u16> {
        self.min_confidence
    }

    /// Whether the text was said to be made of posts.
    pub fn get_posts(&self) -> bool {
        self.posts
    }

    /// Whether anything is known of the text.
    pub(crate) fn is_biased(&self) -> bool {
        !self.countries.is_empty() || self.near.is_some() || self.within.is_some()
    }
}

impl<'t> From<&'t str> for Document<'t> {
    fn from(text: &'t str) -> Self {
        Document::new(text)
    }
}

impl<'t> From<&'t String> for Document<'t> {
    fn from(text: &'t String) -> Self {
        Document::new(text)
    }
}
