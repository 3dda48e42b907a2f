//! Connections: accepted up to their number, closed when they say or read nothing, drained at the end.

use crate::service::limits::Limits;
use crate::service::reader_pace::{Paced, bound_send_buffers};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tracing::instrument::WithSubscriber;

/// How long to wait when the system has no more files or memory for a connection.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until `stop`. Requests that have begun then are answered, if that takes no longer than
/// requests may.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    stop: impl Future<Output = ()>,
) {
    bound_send_buffers(&listener);
    let mut stop = pin!(stop);
    let connections = Arc::new(Semaphore::new(limits.max_connections));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.time())
        .max_buf_size(Limits::MAX_HEAD);
    loop {
        let accept = async {
            // Whoever comes when all are taken waits in the system's queue.
            let permit = Arc::clone(&connections).acquire_owned().await;
            (permit, listener.accept().await)
        };
        let (permit, stream) = tokio::select! {
            () = &mut stop => break,
            (permit, accepted) = accept => match accepted {
                Ok((stream, _)) => (permit, stream),
                Err(error) => {
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
        };
        // Answers are short: none waits for more to be sent with it.
        let _ = stream.set_nodelay(true);
        let paced = Paced::new(stream, limits.time());
        let service = TowerToHyperService::new(router.clone());
        let connection = http.serve_connection(TokioIo::new(paced), service);
        let connection = graceful.watch(connection);
        let serving = async move {
            let _permit = permit;
            // That a client went away, or sent what is no HTTP, is its own affair.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        };
        tokio::spawn(serving.with_current_subscriber());
    }
    drop(listener);
    if tokio::time::timeout(limits.time(), graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("requests were cut off that were not answered in time");
    }
}
