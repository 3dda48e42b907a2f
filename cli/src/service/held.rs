//! Answers that are held whole until their clients have read them: together they take a bounded number of bytes.
//!
//! An answer is made within a request's time, but read in the client's; and there are more connections than
//! requests that are answered at once. So of long answers there are only so many at a time. Texts, whose answers
//! are sent while they are written, have a bound of their own (`turn`).

use crate::service::problem::Problem;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bytes of an answer that are not counted: those of all connections at once are as many as one long answer
/// may have.
const SHORT: usize = 64 << 10;

/// Bytes that are counted as one.
const UNIT: usize = 1 << 10;

/// Bytes that are sent at a time. What waits in the connection is a copy of so much, not the answer.
const CHUNK: usize = 64 << 10;

/// The bytes that long answers may take.
#[derive(Clone)]
pub(crate) struct Held {
    units: Arc<Semaphore>,
    most: u32,
}

impl Held {
    /// So many bytes in all. An answer that is longer is held alone.
    pub fn at_most(bytes: usize) -> Self {
        let most = u32::try_from(bytes / UNIT).unwrap_or(u32::MAX);
        Held {
            units: Arc::new(Semaphore::new(most as usize)),
            most,
        }
    }

    /// The same answer, counted until it is read; or that there is no room for it now.
    async fn hold(&self, response: Response) -> Response {
        let size = response.body().size_hint().exact();
        let Some(size) = size.filter(|&size| size > SHORT as u64) else {
            return response;
        };
        let units = u32::try_from(size.div_ceil(UNIT as u64)).unwrap_or(u32::MAX);
        let units = units.min(self.most);
        let Ok(permit) = Arc::clone(&self.units).try_acquire_many_owned(units) else {
            let detail = "too many long answers wait for their clients to read them; ask again in a second, or for less";
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "busy", detail);
            return problem.into_response();
        };
        let (parts, body) = response.into_parts();
        // What has an exact size is there already.
        let Ok(rest) = to_bytes(body, usize::MAX).await else {
            return Problem::fault().into_response();
        };
        let body = HeldBody {
            rest,
            _permit: permit,
        };
        Response::from_parts(parts, Body::new(body))
    }
}

/// Hands on an answer, if there is room for it until its client has read it.
pub(crate) async fn hold(State(held): State<Held>, request: Request, next: Next) -> Response {
    held.hold(next.run(request).await).await
}

/// An answer that is counted.
struct HeldBody {
    rest: Bytes,
    _permit: OwnedSemaphorePermit,
}

impl HttpBody for HeldBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let len = self.rest.len().min(CHUNK);
        let chunk = Bytes::copy_from_slice(&self.rest.split_to(len));
        Poll::Ready((len > 0).then(|| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Held, SHORT};
    use axum::body::{Body, HttpBody, to_bytes};
    use axum::http::StatusCode;
    use axum::response::Response;

    fn answer(bytes: usize) -> Response {
        Response::new(Body::from("x".repeat(bytes)))
    }

    fn run(test: impl Future<Output = ()>) {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.build().unwrap().block_on(test);
    }

    #[test]
    fn long_answers_that_nobody_reads_take_so_many_bytes() {
        run(async {
            let held = Held::at_most(10 * SHORT);
            let first = held.hold(answer(6 * SHORT)).await;
            assert_eq!(first.body().size_hint().exact(), Some(6 * SHORT as u64));
            let refused = held.hold(answer(6 * SHORT)).await;
            assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
            // Short ones go on, and there is room once the first is read.
            let short = held.hold(answer(SHORT)).await;
            assert_eq!(short.status(), StatusCode::OK);
            let read = to_bytes(first.into_body(), usize::MAX).await.unwrap();
            assert_eq!(read.len(), 6 * SHORT);
            assert_eq!(held.hold(answer(6 * SHORT)).await.status(), StatusCode::OK);
        });
    }

    #[test]
    fn one_that_is_longer_than_all_may_be_is_held_alone() {
        run(async {
            let held = Held::at_most(2 * CHUNK);
            let whole = held.hold(answer(5 * CHUNK + 1)).await;
            assert_eq!(whole.status(), StatusCode::OK);
            let refused = held.hold(answer(SHORT + 1)).await;
            assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
            let read = to_bytes(whole.into_body(), usize::MAX).await.unwrap();
            assert_eq!(read.len(), 5 * CHUNK + 1);
        });
    }
}
