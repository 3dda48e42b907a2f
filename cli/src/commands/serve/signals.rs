//! What the system tells a service: to end, and to read its index again.

use crate::service::state::Service;
use std::future::Future;
use std::io;
use std::sync::Arc;
use tokio::signal;

/// Ends when the service shall.
#[cfg(unix)]
pub(crate) fn stop() -> io::Result<impl Future<Output = ()>> {
    use signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => tracing::info!("interrupted: requests that have begun are answered"),
            _ = terminate.recv() => tracing::info!("terminated: requests that have begun are answered"),
        }
    })
}

/// Ends when the service shall.
#[cfg(not(unix))]
pub(crate) fn stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if signal::ctrl_c().await.is_err() {
            // Nobody can say when it is enough.
            std::future::pending::<()>().await;
        }
        tracing::info!("interrupted: requests that have begun are answered");
    })
}

/// Says when the index shall be read again. Who does not listen is ended instead.
#[cfg(unix)]
pub(crate) struct HangUps(signal::unix::Signal);

/// There is no such signal here.
#[cfg(not(unix))]
pub(crate) struct HangUps;

impl HangUps {
    /// Listens from now on; within a runtime.
    pub fn listen() -> io::Result<HangUps> {
        #[cfg(unix)]
        {
            use signal::unix::{SignalKind, signal};
            Ok(HangUps(signal(SignalKind::hangup())?))
        }
        #[cfg(not(unix))]
        Ok(HangUps)
    }
}

/// Reads the index again whenever that is wanted.
#[cfg(unix)]
pub(crate) fn reload(service: Arc<Service>, HangUps(mut hang_up): HangUps) {
    use tracing::instrument::WithSubscriber;
    let reloading = async move {
        while hang_up.recv().await.is_some() {
            let Some(file) = service.file().map(|file| file.display().to_string()) else {
                tracing::warn!("nothing to read again: the gazetteer is the built-in one");
                continue;
            };
            let again = Arc::clone(&service);
            let read = tokio::task::spawn_blocking(move || again.reload()).await;
            match read {
                Ok(Ok(resolver)) => {
                    let places = resolver.index().places().len();
                    tracing::info!(file, places, "the index was read again");
                }
                Ok(Err(error)) => {
                    tracing::error!(file, %error, "the index cannot be read; the old one goes on");
                }
                Err(error) => {
                    tracing::error!(file, %error, "reading the index failed; the old one goes on");
                }
            }
        }
    };
    tokio::spawn(reloading.with_current_subscriber());
}

/// There is nothing to wait for.
#[cfg(not(unix))]
pub(crate) fn reload(_: Arc<Service>, _: HangUps) {}
