//! In which format an answer is wanted.

use crate::output::format::Format;
use crate::service::params::{Params, bad};
use crate::service::problem::Problem;
use axum::http::{HeaderMap, StatusCode, header};
use clap::ValueEnum;

/// The format of those on offer that is wanted: by the parameter `format`, or else by the header
/// `Accept`; JSON for whoever does not say.
pub(crate) fn format(
    params: &Params,
    headers: &HeaderMap,
    offers: &[Format],
) -> Result<Format, Problem> {
    let kinds = || offers.iter().map(|&format| media_type(format));
    if let Some(name) = params.one("format")? {
        let format = Format::from_str(name, false).ok();
        let offered = format.filter(|format| offers.contains(format));
        return offered.ok_or_else(|| {
            let names = offers.iter().filter_map(Format::to_possible_value);
            let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
            bad("format", format!("expected {}", names.join(", ")))
        });
    }
    let all = headers.get_all(header::ACCEPT).iter();
    let accepted: Vec<&str> = all.filter_map(|value| value.to_str().ok()).collect();
    if accepted.is_empty() {
        return Ok(Format::Json);
    }
    accept(&accepted.join(","), offers).ok_or_else(|| {
        let kinds: Vec<&str> = kinds().collect();
        let detail = format!("answers are written as {}", kinds.join(", "));
        Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable", detail)
    })
}

/// The media type of a format.
pub(crate) fn media_type(format: Format) -> &'static str {
    match format {
        Format::Json => "application/json",
        Format::GeoJson => "application/geo+json",
        Format::JsonLines => "application/x-ndjson",
        Format::Csv => "text/csv; charset=utf-8",
        Format::Table => "text/plain; charset=utf-8",
    }
}

/// The best offer by a header `Accept` (RFC 9110, 12.5.1): for each the most exact range counts.
fn accept(ranges: &str, offers: &[Format]) -> Option<Format> {
    let ranges: Vec<(String, f32)> = ranges.split(',').map(range).collect();
    let quality = |kind: &str| {
        let wide = format!("{}/*", kind.split('/').next().unwrap_or_default());
        let ways = [kind, wide.as_str(), "*/*"];
        let mut found = ways.iter().filter_map(|way| {
            let range = ranges.iter().find(|(range, _)| range == way);
            range.map(|(_, quality)| *quality)
        });
        found.next().unwrap_or(0.0)
    };
    let mut best: Option<(Format, f32)> = None;
    for &format in offers {
        let kind = media_type(format).split(';').next().unwrap_or_default();
        let quality = quality(kind);
        if quality > best.map_or(0.0, |(_, best)| best) {
            best = Some((format, quality));
        }
    }
    best.map(|(format, _)| format)
}

/// A range such as `text/*;q=0.5`.
fn range(text: &str) -> (String, f32) {
    let mut parts = text.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts.find_map(|part| part.strip_prefix("q="));
    let quality = quality.and_then(|quality| quality.parse().ok());
    (kind, quality.unwrap_or(1.0))
}

#[cfg(test)]
mod tests {
    use crate::output::format::Format;

    #[test]
    fn the_best_offer_wins() {
        let offers = [Format::Json, Format::GeoJson, Format::Csv];
        let accept = |ranges| super::accept(ranges, &offers);
        assert_eq!(accept("*/*"), Some(Format::Json));
        assert_eq!(accept("application/geo+json"), Some(Format::GeoJson));
        assert_eq!(accept("text/html, */*;q=0.8"), Some(Format::Json));
        let wanted = "application/json;q=0.2, text/csv";
        assert_eq!(accept(wanted), Some(Format::Csv));
        assert_eq!(accept("text/*"), Some(Format::Csv));
        assert_eq!(accept("text/html"), None);
        assert_eq!(accept("application/json;q=0"), None);
    }
}
