//! Any batch of reconciliation, as JSON or with the fields that an input names: an answer, or a problem that is the
//! client's; never a fault of the service. Answers are JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym_fuzz::{SERVICE, escape};

fuzz_target!(|data: &[u8]| {
    let Some((how, rest)) = data.split_first() else {
        return;
    };
    // Bytes that are no UTF-8 are for the target `service`: here they would stand in nearly all names, as question marks
    // for which letters are tried.
    let text: String = rest.utf8_chunks().map(|chunk| chunk.valid()).collect();
    let json = match how % 4 {
        0 | 1 => text,
        // Fields of one query, parted by zeros.
        2 => {
            let [query, kind, pid, value, limit] =
                std::array::from_fn(|at| text.split('\0').nth(at).unwrap_or_default().to_owned());
            let limit: i64 = limit.parse().unwrap_or(3);
            serde_json::json!({"q0": {
                "query": query, "type": kind, "limit": limit,
                "properties": [{"pid": pid, "v": value}],
            }})
            .to_string()
        }
        _ => {
            let mut fields = text.split('\0');
            let properties: Vec<_> = fields
                .next()
                .unwrap_or_default()
                .split('\n')
                .map(|id| serde_json::json!({"id": id}))
                .collect();
            let ids: Vec<&str> = fields.take(20).collect();
            serde_json::json!({"ids": ids, "properties": properties}).to_string()
        }
    };
    let field = if how % 2 == 0 { "queries" } else { "extend" };
    let body = format!("{field}={}", escape(json.as_bytes()));
    let kind = "application/x-www-form-urlencoded";
    let (status, answer) = SERVICE
        .ask("POST", "/reconcile", kind, body.into_bytes())
        .unwrap();
    assert!(status < 500, "{status} {json}");
    serde_json::from_slice::<serde_json::Value>(&answer).unwrap();
});
