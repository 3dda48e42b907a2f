//! Any request to any path: the method, then target, content type and body parted by zero bytes. What is no
//! status of the 500s is a good answer.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym_fuzz::{SERVICE, escape, parts};

const PATHS: [&str; 16] = [
    "/v1/resolve?q=",
    "/v1/complete?q=",
    "/v1/nearest?",
    "/v1/place/",
    "/v1/scan?",
    "/reconcile?queries=",
    "/reconcile?extend=",
    "/reconcile/properties?type=",
    "/reconcile/suggest/entity?prefix=",
    "/reconcile/suggest/type?prefix=",
    "/reconcile/suggest/property?prefix=",
    "/reconcile/flyout/entity?id=",
    "/reconcile/preview?id=",
    "/place/",
    "/?q=",
    "/",
];

fuzz_target!(|data: &[u8]| {
    let Some((how, rest)) = data.split_first() else {
        return;
    };
    let [target, kind, body] = parts::<3>(rest);
    let path = PATHS[usize::from(how % 16)];
    // What is not escaped must be what a line of a request can hold.
    let target = match how & 32 {
        0 => escape(target),
        _ => String::from_utf8_lossy(target).into_owned(),
    };
    let method = if how & 16 == 0 { "GET" } else { "POST" };
    let kind = String::from_utf8_lossy(kind);
    let asked = SERVICE.ask(method, &format!("{path}{target}"), &kind, body.to_vec());
    if let Some((status, _)) = asked {
        assert!(status < 500, "{status}");
    }
});
