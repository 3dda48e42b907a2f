//! Ballista's executor, which knows toponym's functions.

use ballista_core::error::Result;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use clap::Parser;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use toponym_ballista::IndexOption;

/// Runs the parts of queries that a scheduler gives it
#[derive(Parser)]
#[command(version)]
struct Options {
    /// The host of the scheduler
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    scheduler_host: String,
    /// The port of the scheduler
    #[arg(long, value_name = "PORT", default_value_t = 50050)]
    scheduler_port: u16,
    /// Where other executors and clients fetch results
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50051")]
    listen: SocketAddr,
    /// The name by which they reach it; as the scheduler sees it without it
    #[arg(long, value_name = "HOST")]
    external_host: Option<String>,
    /// How many parts of queries run at once; as many as there are processors without it
    #[arg(long, value_name = "N")]
    cores: Option<usize>,
    /// Where results of parts are kept
    #[arg(long, value_name = "FOLDER")]
    work_dir: PathBuf,
    #[command(flatten)]
    index: IndexOption,
}

#[tokio::main]
async fn main() -> Result<()> {
    env_logger::init();
    let options = Options::parse();
    std::fs::create_dir_all(&options.work_dir)?;
    let defaults = ExecutorProcessConfig::default();
    let config = ExecutorProcessConfig {
        bind_host: options.listen.ip().to_string(),
        port: options.listen.port(),
        external_host: options.external_host,
        scheduler_host: options.scheduler_host,
        scheduler_port: options.scheduler_port,
        // Programs of a cluster start in any order.
        scheduler_connect_timeout_seconds: 30,
        vcores: options.cores.unwrap_or(defaults.vcores),
        work_dir: Some(options.work_dir.to_string_lossy().into_owned()),
        ..defaults
    };
    let config = toponym_ballista::executor(config, &options.index.resolver()?)?;
    start_executor_process(Arc::new(config)).await
}
