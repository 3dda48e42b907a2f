//! A long answer on its way: written on a thread of the workers, sent while it is written. While its client does not
//! read, others work.

use crate::service::turn::Turn;
use axum::body::{Body, Bytes};
use hyper::body::Frame;
use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Bytes that are sent at a time.
const CHUNK: usize = 32 << 10;

/// Chunks that wait for the client, beside the one that is written.
const WAITING: usize = 2;

/// A part of an answer.
enum Part {
    Bytes(Bytes),
    /// Nothing follows. Where this does not come, the answer breaks off, and nobody takes it for all.
    End,
}

/// Where an answer is written.
pub(crate) struct Chunks {
    sender: Sender<Part>,
    handle: Handle,
    turn: Turn,
    /// A client that does not read by then does not get the rest.
    deadline: Instant,
    waiting: Vec<u8>,
}

/// Where it comes out. (`Channel` of the crate `http-body-util` may lose what is sent just before the end.)
struct Sent {
    parts: Receiver<Part>,
    ended: bool,
}

impl Chunks {
    /// An answer, and the body that it arrives in. Called where the runtime is.
    pub fn new(turn: Turn, deadline: Instant) -> (Self, Body) {
        let (sender, parts) = channel(WAITING);
        let chunks = Chunks {
            sender,
            handle: Handle::current(),
            turn,
            deadline,
            waiting: Vec::with_capacity(CHUNK),
        };
        let ended = false;
        (chunks, Body::new(Sent { parts, ended }))
    }

    /// Ends the answer, which is whole.
    pub fn finish(mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            self.send_waiting()?;
        }
        self.send(Part::End)
    }

    fn send_waiting(&mut self) -> io::Result<()> {
        let bytes = std::mem::replace(&mut self.waiting, Vec::with_capacity(CHUNK));
        self.send(Part::Bytes(bytes.into()))
    }

    fn send(&mut self, part: Part) -> io::Result<()> {
        let sent = self.turn.wait(self.sender.send(part));
        // Inside of the runtime, whose clock it goes by.
        let in_time = async { tokio::time::timeout_at(self.deadline.into(), sent).await };
        match self.handle.block_on(in_time) {
            Ok(Some(Ok(()))) => Ok(()),
            Ok(Some(Err(_))) => Err(io::ErrorKind::BrokenPipe.into()),
            Ok(None) | Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= CHUNK {
            self.send_waiting()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // What waits is sent with the next chunk or at the end.
        Ok(())
    }
}

impl hyper::body::Body for Sent {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let part = ready!(self.parts.poll_recv(context));
        Poll::Ready(match part {
            Some(Part::Bytes(bytes)) => Some(Ok(Frame::data(bytes))),
            Some(Part::End) => {
                self.ended = true;
                None
            }
            None => {
                self.ended = true;
                Some(Err(io::ErrorKind::UnexpectedEof.into()))
            }
        })
    }

    fn is_end_stream(&self) -> bool {
        self.ended
    }
}
