//! What all requests share: the gazetteer that is searched now, the limits, the counters.

use crate::service::limits::Limits;
use crate::service::metrics::Metrics;
use crate::service::workers::Workers;
use arc_swap::ArcSwap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use toponym::{Index, Resolver};

/// The service's state.
pub(crate) struct Service {
    gazetteer: ArcSwap<Resolver>,
    /// The file of the index; none for the built-in gazetteer.
    file: Option<PathBuf>,
    /// Where clients reach the service, without a slash at the end; none to believe what they say.
    public_url: Option<String>,
    pub limits: Limits,
    pub metrics: Metrics,
    pub workers: Workers,
}

impl Service {
    /// A service over the index in a file, or over the built-in gazetteer.
    pub fn new(
        file: Option<&Path>,
        public_url: Option<String>,
        limits: Limits,
        threads: usize,
    ) -> toponym::Result<Self> {
        let resolver = open(file)?;
        let metrics = Metrics::new();
        metrics.describe(&resolver);
        Ok(Service {
            gazetteer: ArcSwap::from_pointee(resolver),
            file: file.map(Path::to_owned),
            public_url,
            limits,
            metrics,
            workers: Workers::new(threads),
        })
    }

    /// The gazetteer as it is now. A request keeps the one that it began with.
    pub fn resolver(&self) -> Arc<Resolver> {
        self.gazetteer.load_full()
    }

    /// Reads the file again, all of it, and searches it from now on. A file that is missing or damaged
    /// changes nothing.
    pub fn reload(&self) -> toponym::Result<Arc<Resolver>> {
        let opened = open(self.file.as_deref());
        self.metrics.reloaded(opened.is_ok());
        let resolver = Arc::new(opened?);
        self.metrics.describe(&resolver);
        self.gazetteer.store(Arc::clone(&resolver));
        Ok(resolver)
    }

    /// The file of the index; none for the built-in gazetteer.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Where clients reach the service, if that was said.
    pub fn public_url(&self) -> Option<&str> {
        self.public_url.as_deref()
    }
}

/// Opens an index and reads all of it once: whoever starts or reloads a service wants to know of a
/// damaged file then, not by answers that are missing.
fn open(file: Option<&Path>) -> toponym::Result<Resolver> {
    match file {
        Some(file) => {
            let index = Index::open_mmap(file)?;
            index.verify()?;
            Ok(Resolver::new(index))
        }
        None => Ok(Resolver::embedded()),
    }
}
