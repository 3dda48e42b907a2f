//! What makes a cluster of [Ballista](https://datafusion.apache.org/ballista) know `toponym_resolve`,
//! `toponym_id`, `toponym_scan` and `toponym_nearest`.
//!
//! A plan names its functions and does not hold them. So all who read one need them: the client that parses
//! SQL (`toponym_datafusion::register`), the scheduler that cuts the plan into stages, and the executors that
//! run these. The two programs of this package are Ballista's with the functions; each process has its own
//! resolver, and those of a machine that search one index file share its pages.

use ballista_core::config::TaskSchedulingPolicy;
use ballista_core::error::{BallistaError, Result};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::{default_config_producer, default_session_builder};
use ballista_executor::executor_process::ExecutorProcessConfig;
use ballista_scheduler::config::SchedulerConfig;
use datafusion::execution::{FunctionRegistry, SessionState};
use std::path::PathBuf;
use std::sync::Arc;
use toponym::{Index, Resolver};

/// The index that a process searches, as an option of its command line.
#[derive(clap::Args, Clone, Debug)]
pub struct IndexOption {
    /// The index file; the built-in gazetteer without it. Client, scheduler and executors need the same
    #[arg(long, value_name = "FILE")]
    pub index: Option<PathBuf>,
}

impl IndexOption {
    /// The resolver over that index.
    pub fn resolver(&self) -> Result<Resolver> {
        let Some(file) = &self.index else {
            return Ok(Resolver::embedded());
        };
        match Index::open_mmap(file) {
            Ok(index) => Ok(Resolver::new(index)),
            Err(error) => Err(BallistaError::Configuration(error.to_string())),
        }
    }
}

/// Makes the functions known to the state of a session.
fn register(state: &mut SessionState, resolver: &Resolver) -> datafusion::error::Result<()> {
    for function in toponym_datafusion::functions(resolver) {
        state.register_udf(Arc::new(function))?;
    }
    Ok(())
}

/// How work gets to executors: they ask for it, and need no port that the scheduler calls.
const POLICY: TaskSchedulingPolicy = TaskSchedulingPolicy::PullStaged;

/// A scheduler whose sessions know the functions.
pub fn scheduler(config: SchedulerConfig, resolver: Resolver) -> SchedulerConfig {
    let config = SchedulerConfig {
        scheduling_policy: POLICY,
        ..config
    };
    config.with_override_session_builder(Arc::new(move |session| {
        let mut state = default_session_builder(session)?;
        register(&mut state, &resolver)?;
        Ok(state)
    }))
}

/// An executor whose tasks know the functions beside all that a session of the scheduler knows.
pub fn executor(
    config: ExecutorProcessConfig,
    resolver: &Resolver,
) -> Result<ExecutorProcessConfig> {
    let mut state = default_session_builder(default_config_producer())?;
    register(&mut state, resolver)?;
    Ok(ExecutorProcessConfig {
        task_scheduling_policy: POLICY,
        override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state))),
        ..config
    })
}
