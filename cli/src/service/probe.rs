//! The service without connections, for the project's own fuzz targets: a request goes in, status and body come
//! out.

use crate::service::limits::Limits;
use crate::service::router;
use crate::service::state::Service;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use clap::{Args, FromArgMatches};
use std::path::Path;
use std::sync::Arc;
use tower::ServiceExt;

/// The service, with a runtime of its own.
pub struct ServiceProbe {
    runtime: tokio::runtime::Runtime,
    router: Router,
}

impl ServiceProbe {
    /// A service over the index in a file, with the limits that it has by default.
    pub fn new(index: &Path) -> Option<Self> {
        let options = Limits::augment_args(clap::Command::new("serve"));
        let limits = Limits::from_arg_matches(&options.get_matches_from(["serve"])).ok()?;
        let service = Service::new(Some(index), None, limits, 1).ok()?;
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        Some(ServiceProbe {
            runtime: runtime.enable_time().build().ok()?,
            router: router(&Arc::new(service)),
        })
    }

    /// What is answered to a request; `None` for what is no request that HTTP could bring.
    pub fn ask(
        &self,
        method: &str,
        target: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> Option<(u16, Vec<u8>)> {
        let request = Request::builder()
            .method(method)
            .uri(target)
            .header("host", "localhost")
            .header("content-type", kind)
            .body(Body::from(body))
            .ok()?;
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.ok()?;
            let status = response.status().as_u16();
            let body = axum::body::to_bytes(response.into_body(), usize::MAX)
                .await
                .ok()?;
            Some((status, body.to_vec()))
        })
    }
}
