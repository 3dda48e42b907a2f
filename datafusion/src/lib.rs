//! SQL functions that turn place names into places, for [DataFusion](datafusion).
//!
//! ```
//! use datafusion::prelude::SessionContext;
//! use toponym::Resolver;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! let ctx = SessionContext::new();
//! toponym_datafusion::register(&ctx, &Resolver::embedded());
//! let table = ctx.sql("SELECT toponym_resolve('غيومري') AS place").await?.collect().await?;
//! assert_eq!(table[0].num_rows(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! All functions are immutable: the same arguments give the same answer as long as the index is the same, so
//! that calls of constants are computed once, when a query is planned. Null gives null. `arguments` reads what
//! they are called with; `resolve`, `scan` and `nearest` are the functions.

mod arguments;
mod nearest;
mod resolve;
mod scan;

use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;
use toponym::Resolver;

/// Makes `toponym_resolve`, `toponym_id`, `toponym_scan` and `toponym_nearest` known to a session, over the
/// index of a resolver.
pub fn register(ctx: &SessionContext, resolver: &Resolver) {
    for function in functions(resolver) {
        ctx.register_udf(function);
    }
}

/// The functions, for whatever else has a registry of them.
pub fn functions(resolver: &Resolver) -> [ScalarUDF; 4] {
    [
        ScalarUDF::new_from_impl(resolve::ResolveName::place(resolver)),
        ScalarUDF::new_from_impl(resolve::ResolveName::id(resolver)),
        ScalarUDF::new_from_impl(scan::ScanText::new(resolver)),
        ScalarUDF::new_from_impl(nearest::NearestPlace::new(resolver)),
    ]
}
