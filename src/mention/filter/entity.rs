//! The entities whose names contain names of places.

/// What a name is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContainingEntity {
    /// A club; its town's name alone means it further on in the text too.
    Club,
    /// A person or an organization: no place is mentioned.
    NoPlace,
    /// Something that is called after the place, which is mentioned all the same; with the
    /// word that says so.
    Group(usize),
}
