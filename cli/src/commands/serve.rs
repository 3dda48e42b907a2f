//! `toponym serve`: names and texts asked over HTTP.

mod address;
pub(crate) mod args;
mod log;
mod signals;

use crate::commands::serve::address::TakenAddress;
use crate::commands::serve::args::ServeArgs;
use crate::commands::serve::signals::HangUps;
use crate::console::Messages;
use crate::service::server::serve;
use crate::service::state::Service;
use crate::service::workers::Workers;
use crate::service::{limits::Limits, router};
use crate::stop::{Input, Stop};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tracing::instrument::WithSubscriber;

/// Threads beside those that work on texts and batches, for reading the index again.
const SPARE_THREADS: usize = 2;

/// How long threads wait for work.
const FOR_EVER: Duration = Duration::from_secs(u32::MAX as u64);

/// How long the last lines of the log may take to be read.
const LAST_LINES: Duration = Duration::from_secs(5);

/// How long threads that still work are waited for, once nobody waits for their answers.
const LAST_WAIT: Duration = Duration::from_millis(200);

pub(crate) fn run(args: ServeArgs, messages: &mut Messages<'_>) -> Result<Input, Stop> {
    let threads = args.threads();
    let (listen, limits) = (args.listen.clone(), args.limits.clone());
    let unusable = |error| Stop::File(format!("--listen {listen}: {error}"));
    let address = TakenAddress::take(&listen).map_err(unusable)?;
    let (file, public_url) = (args.index.path(), args.public_url.clone());
    let failed = |error: std::io::Error| Stop::File(error.to_string());
    let runtime = runtime(threads).map_err(failed)?;
    // Before the index is opened, which may take seconds: who replaces it meanwhile may say so.
    let hang_ups = runtime.block_on(async { HangUps::listen() });
    let hang_ups = hang_ups.map_err(failed)?;
    let service = Arc::new(Service::new(file, public_url, limits, threads)?);
    let (log, lines) = log::channel(args.log, args.log_format);
    let serving = async {
        let served = attend(address, service, hang_ups).await;
        tokio::spawn(end_if_nobody_reads());
        served
    };
    let serving = runtime.spawn(serving.with_subscriber(log));
    // What the threads log is written here, where the streams of the command are.
    lines.write(messages.out, || serving.is_finished());
    let end = runtime.block_on(serving);
    runtime.shutdown_timeout(LAST_WAIT);
    match end {
        Ok(served) => served.map_err(unusable).map(|()| Input::Good),
        Err(error) => Err(Stop::File(format!("the service ended early: {error}"))),
    }
}

/// Ends the process of a service that has stopped, if its log cannot be written meanwhile, as nobody reads on: the
/// thread that writes it waits for as long as that takes.
async fn end_if_nobody_reads() {
    tokio::time::sleep(LAST_LINES).await;
    std::process::exit(0);
}

fn runtime(threads: usize) -> std::io::Result<Runtime> {
    let serving = Workers::serving_threads(threads);
    check_threads(serving + 1)?;
    let runtime = Builder::new_multi_thread()
        .worker_threads(serving)
        .max_blocking_threads(Workers::most_threads(threads) + SPARE_THREADS)
        // Where the system starts no more threads, work waits for those that there are, if there is one.
        .thread_keep_alive(FOR_EVER)
        .thread_name("toponym")
        .enable_all()
        .build()?;
    let first = runtime.spawn_blocking(|| ());
    runtime.block_on(first)?;
    Ok(runtime)
}

/// Starts so many threads at once, and ends them: where that is refused, the runtime would panic.
fn check_threads(threads: usize) -> std::io::Result<()> {
    let mut started = Vec::new();
    let mut refused = Ok(());
    for number in 0..threads {
        match std::thread::Builder::new().spawn(std::thread::park) {
            Ok(thread) => started.push(thread),
            Err(error) => {
                let told = format!(
                    "the system lets {number} threads be started, and {threads} are needed at least: {error}; raise its limit, \
                     or ask for fewer with --threads"
                );
                refused = Err(std::io::Error::other(told));
                break;
            }
        }
    }
    for thread in started {
        thread.thread().unpark();
        // It does nothing that could end it early.
        let _ = thread.join();
    }
    refused
}

/// Serves until the system says that it is enough.
async fn attend(
    address: TakenAddress,
    service: Arc<Service>,
    hang_ups: HangUps,
) -> std::io::Result<()> {
    // The index was read to its end: whoever can connect is answered.
    let listener = address.listen()?;
    let address = listener.local_addr()?;
    let stop = signals::stop()?;
    signals::reload(Arc::clone(&service), hang_ups);
    let resolver = service.resolver();
    let (places, names) = (
        resolver.index().places().len(),
        resolver.index().name_count(),
    );
    drop(resolver);
    tracing::info!(places, names, "listening on http://{address}");
    if !address.ip().is_loopback() {
        tracing::warn!(
            "other machines can ask; there is no encryption and no password, so a proxy belongs \
             before it"
        );
    }
    let limits: &Limits = &service.limits;
    serve(listener, router(&service), limits, stop).await;
    tracing::info!("stopped");
    Ok(())
}
