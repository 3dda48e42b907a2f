//! Whether a name that was found is meant as one.

pub(crate) mod admission;
pub(crate) mod containing_entity;
pub(crate) mod entity;
pub(crate) mod organization_head;
pub(crate) mod quotation;
pub(crate) mod sports_clubs;
