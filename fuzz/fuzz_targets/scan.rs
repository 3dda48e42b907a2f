//! Any text, with whatever is known of it: mentions come in order, within the text, and say what they stand on.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::Offsets;
use toponym_fuzz::RESOLVER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let document = options.document();
    let text = options.text();
    let utf16 = Offsets::utf16(&text);
    let mut last = 0;
    for mention in RESOLVER.scan(document.with_text(&text)) {
        let span = mention.span();
        assert_eq!(&text[span.range()], mention.as_str());
        assert!(
            !span.is_empty() && span.start >= last,
            "mentions in order, none over another"
        );
        last = span.end;
        assert!(mention.phrase_span().contains(span));
        assert!(mention.token_span().end <= text.len());
        assert!(utf16.convert(span).end <= span.end);
        serde_json::to_string(&mention.to_explained_record()).unwrap();
    }
    for name in RESOLVER.names_in(&text) {
        assert_eq!(&text[name.range()], name.as_str());
        assert!(name.names().next().is_some());
    }
});
