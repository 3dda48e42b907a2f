//! `toponym._core`, the extension module of the Python package: what `toponym`, `toponym-arrow` and
//! `toponym-cli` do, for Python to call. What people see of it are the modules in `toponym/`, which say
//! what everything means.
//!
//! `options` reads what the modules ask, `columns_in` the columns that they hand on; `resolver` answers, on
//! the threads of `parallel`; `build` makes index files, `command` is the command, and `error` turns what goes
//! wrong into exceptions.

mod build;
mod columns_in;
mod command;
mod error;
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
    use crate::command::run_command;
    #[pymodule_export]
    use crate::error::Error;
    #[pymodule_export]
    use crate::resolver::CoreResolver;
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("ATTRIBUTION", toponym::ATTRIBUTION)
    }
}
