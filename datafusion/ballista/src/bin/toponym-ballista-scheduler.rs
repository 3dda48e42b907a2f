//! Ballista's scheduler, which knows toponym's functions.

use ballista_core::error::Result;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use clap::Parser;
use std::net::SocketAddr;
use std::sync::Arc;
use toponym_ballista::IndexOption;

/// Plans queries and gives their parts to executors
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Where clients and executors reach it. Anybody who reaches it may run queries
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50050")]
    listen: SocketAddr,
    /// The name by which they reach it; its address without it
    #[arg(long, value_name = "HOST")]
    external_host: Option<String>,
    /// How many executors there must be for `/readyz` to say that it is ready
    #[arg(long, value_name = "N", default_value_t = 1)]
    executors: usize,
    #[command(flatten)]
    index: IndexOption,
}

fn main() -> Result<()> {
    env_logger::init();
    let options = Options::parse();
    // Plans of many stages are walked by recursion, as Ballista's own program does.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(32 * 1024 * 1024)
        .build()?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Result<()> {
    let address = options.listen;
    let external_host = options.external_host;
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: external_host.unwrap_or_else(|| address.ip().to_string()),
        min_ready_executors: options.executors,
        ..SchedulerConfig::default()
    };
    let config = toponym_ballista::scheduler(config, options.index.resolver()?);
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(cluster, address, Arc::new(config)).await
}
