//! What the tools share with each other.

pub mod gold;
pub mod program;
pub mod search;
