//! Clients that do not read what they asked for: their connection is closed, for it would hold its place, and its
//! answers their memory, for as long as they like.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// Bytes that have to go out in the time, where an answer takes longer than that.
const PACE: usize = 64 << 10;

/// Bytes of answers that the system holds for a connection. It has room again only once a third of them went
/// out: with the megabytes that it takes by itself a client of an honest pace would seem to read nothing.
#[cfg(unix)]
const SEND_BUFFER: u32 = 128 << 10;

/// A connection that fails when what waits to be sent has not gone out in time.
pub(crate) struct Paced {
    stream: TcpStream,
    time: Duration,
    /// Since a write had to wait, until all that is written went out.
    wait: Option<Wait>,
}

struct Wait {
    /// Moved on by each [`PACE`] bytes, and by no fewer: who reads a byte from time to time goes as well.
    deadline: Pin<Box<Sleep>>,
    /// What went out since it was moved.
    sent: usize,
}

impl Paced {
    pub fn new(stream: TcpStream, time: Duration) -> Self {
        Paced {
            stream,
            time,
            wait: None,
        }
    }

    /// What became of a write, unless it waits for too long.
    fn timed(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(bytes)) => {
                if let Some(wait) = &mut self.wait {
                    wait.sent = wait.sent.saturating_add(bytes);
                    if wait.sent >= PACE {
                        wait.sent = 0;
                        wait.deadline.as_mut().reset(Instant::now() + self.time);
                    }
                }
                written
            }
            Poll::Ready(Err(_)) => written,
            Poll::Pending => {
                let time = self.time;
                let wait = self.wait.get_or_insert_with(|| Wait {
                    deadline: Box::pin(sleep(time)),
                    sent: 0,
                });
                match wait.deadline.as_mut().poll(context) {
                    Poll::Pending => Poll::Pending,
                    Poll::Ready(()) => {
                        // The system would go on offering what it holds.
                        let _ = self.stream.set_zero_linger();
                        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
                    }
                }
            }
        }
    }
}

impl AsyncRead for Paced {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Paced {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.timed(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.timed(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Called once all that is written went out, to the system at least.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            self.wait = None;
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Has the system hold no more than [`SEND_BUFFER`] for each connection that is accepted here. Where it
/// does not let itself be told, it holds more.
#[cfg(unix)]
pub(crate) fn bound_send_buffers(listener: &tokio::net::TcpListener) {
    use std::os::fd::AsFd;
    // The options are those of the socket, which the second descriptor leads to as well.
    if let Ok(twin) = listener.as_fd().try_clone_to_owned() {
        let socket = tokio::net::TcpSocket::from_std_stream(twin.into());
        let _ = socket.set_send_buffer_size(SEND_BUFFER);
    }
}

#[cfg(not(unix))]
pub(crate) fn bound_send_buffers(_: &tokio::net::TcpListener) {}
