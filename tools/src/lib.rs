//! What the tools share with each other, and with the example programs.

pub mod gold;

#[path = "../../examples/output/program.rs"]
pub mod program;
#[path = "../../examples/output/search.rs"]
pub mod search;
#[path = "../../examples/output/table.rs"]
pub mod table;
#[path = "../../examples/output/width.rs"]
pub mod width;
