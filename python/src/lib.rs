//! `toponym._core`, the extension module of the Python package: what `toponym`, `toponym-arrow` and
//! `toponym-cli` do, for Python to call. What people see of it are the modules in `toponym/`, which say
//! what everything means.
//!
//! `options` reads what the modules ask, `columns_in` the columns that they hand on, which `checked` looks through,
//! and `ids` those that texts are called by; `resolver` answers, on the threads of `parallel`; `build` makes index
//! files, `command` is the command, and `error` and `guarded` turn what goes wrong into exceptions.

mod build;
mod checked;
mod columns_in;
mod command;
mod error;
mod guarded;
mod ids;
mod options;
mod parallel;
mod resolver;
mod table;

/// The extension module.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use crate::build::build_index;
    #[pymodule_export]
    use crate::command::{run_command, write_file};
    #[pymodule_export]
    use crate::error::Error;
    #[pymodule_export]
    use crate::resolver::CoreResolver;
    #[pymodule_export]
    use crate::table::CoreTable;
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::guarded::silence_guarded_panics();
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("ATTRIBUTION", toponym::ATTRIBUTION)
    }
}
