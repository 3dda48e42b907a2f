//! Edit operations: the letters in which a spelling differs from the name that it stands for.

use std::fmt;

/// An edit operation between a spelling and a name: what was written, for what.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EditOp {
    /// The letters that were written; empty where letters of the name were left out.
    pub written: String,
    /// The letters of the name that stand there; empty where the spelling has some too many.
    pub name: String,
    /// Cost by what writers confuse, in hundredths of an edit.
    pub cost: u16,
}

/// `غ for ج`, `ا left out`, `ا too many`; the letters isolated, so that right-to-left ones don't
/// reorder the line around them.
impl fmt::Display for EditOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.written.as_str(), self.name.as_str()) {
            ("", " ") => f.write_str("a space left out"),
            (" ", "") => f.write_str("a space too many"),
            ("", name) => write!(f, "\u{2068}{name}\u{2069} left out"),
            (written, "") => write!(f, "\u{2068}{written}\u{2069} too many"),
            (written, name) => {
                write!(f, "\u{2068}{written}\u{2069} for \u{2068}{name}\u{2069}")
            }
        }
    }
}
