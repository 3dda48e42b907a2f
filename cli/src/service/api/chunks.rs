//! A long answer on its way: written on a thread of the workers, sent while it is written.

use axum::body::{Body, Bytes};
use http_body_util::channel::{Channel, Sender};
use std::io::{self, Write};
use std::time::Instant;
use tokio::runtime::Handle;

/// Bytes that are sent at a time.
const CHUNK: usize = 32 << 10;

/// Chunks that wait for the client, beside the one that is written.
const WAITING: usize = 2;

/// An answer on its way. Unless it is finished it breaks off, so that nobody takes a part for all.
pub(crate) struct Chunks {
    sender: Option<Sender<Bytes, io::Error>>,
    handle: Handle,
    /// A client that does not read by then does not get the rest.
    deadline: Instant,
    waiting: Vec<u8>,
}

impl Chunks {
    /// An answer, and the body that it arrives in. Called where the runtime is.
    pub fn new(deadline: Instant) -> (Self, Body) {
        let (sender, channel) = Channel::<Bytes, io::Error>::new(WAITING);
        let chunks = Chunks {
            sender: Some(sender),
            handle: Handle::current(),
            deadline,
            waiting: Vec::with_capacity(CHUNK),
        };
        (chunks, Body::new(channel))
    }

    fn send(&mut self) -> io::Result<()> {
        let chunk = Bytes::from(std::mem::replace(
            &mut self.waiting,
            Vec::with_capacity(CHUNK),
        ));
        let Some(sender) = &mut self.sender else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let send = tokio::time::timeout_at(self.deadline.into(), sender.send_data(chunk));
        match self.handle.block_on(send) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }

    /// Ends the answer, which is whole.
    pub fn finish(mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            self.send()?;
        }
        // The end of the sender is the end of the answer.
        self.sender = None;
        Ok(())
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= CHUNK {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // What waits is sent with the next chunk or at the end.
        Ok(())
    }
}

impl Drop for Chunks {
    fn drop(&mut self) {
        if let Some(sender) = self.sender.take() {
            sender.abort(io::ErrorKind::UnexpectedEof.into());
        }
    }
}
