//! `evaluate text`: mentions in running text against gold.

use crate::ablation;
use crate::confidence;
use crate::counts::Counts;
use crate::gold::Gold;
use crate::groups::Groups;
use crate::options::{Options, Span};
use crate::program::{Input, Stop, note};
use crate::reliability::Reliability;
use crate::resolved::Resolved;
use crate::search;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use toponym::{Document, Mention, MentionKind, Resolver, Rule};

/// What was measured.
#[derive(Default)]
pub struct Figures {
    pub exact: Counts,
    pub overlapping: Counts,
    /// The confidence of each mention that was weighed, and whether gold has a place there.
    pub confidences: Vec<(u16, bool)>,
    groups: Groups,
    reliability: Reliability,
    pub resolved: Resolved,
    /// Minimum confidence of the mentions that are asked for.
    pub min_confidence: Option<u16>,
    /// Gold without places scores by spans.
    errors: Vec<String>,
}

/// Runs the evaluation and prints it.
pub fn evaluate(options: &Options) -> Result<Input, Stop> {
    let resolver = search::resolver(options.index.as_deref())?;
    let mut input = Input::Good;
    let mut golds = Vec::new();
    for file in &options.gold {
        match Gold::read(file, &options.tags) {
            Ok(gold) => golds.push((file.as_path(), gold)),
            Err(message) => {
                note(format_args!("evaluate: {message}"));
                input = Input::PartlyBad;
            }
        }
    }
    if golds.is_empty() {
        return Ok(input);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    if options.ablate {
        ablation::ablate(&mut out, &resolver, &golds, options)?;
        out.flush()?;
        return Ok(input);
    }
    if options.confidence {
        confidence::table(&mut out, &resolver, &golds, options)?;
        out.flush()?;
        return Ok(input);
    }
    let mut all = Figures::default();
    writeln!(
        out,
        "{:<40} {:>6} {:>6}   {:>23}   {:>23}",
        "", "gold", "found", "exact P     R    F1", "overlap P     R    F1"
    )?;
    for (file, gold) in &golds {
        let (exact, overlapping) = (all.exact, all.overlapping);
        all.exact = Counts::default();
        all.overlapping = Counts::default();
        measure(&resolver, gold, options, &options.without, &mut all);
        let title = file.file_name().unwrap_or(file.as_os_str());
        row(&mut out, &title.to_string_lossy(), &all)?;
        all.exact += exact;
        all.overlapping += overlapping;
    }
    if golds.len() > 1 {
        row(&mut out, "all", &all)?;
    }
    all.groups.print(&mut out)?;
    all.resolved.print(&mut out)?;
    all.reliability.print(&mut out)?;
    if options.errors {
        writeln!(out)?;
        for error in &all.errors {
            writeln!(out, "{error}")?;
        }
    }
    out.flush()?;
    Ok(input)
}

fn row(out: &mut impl Write, title: &str, figures: &Figures) -> io::Result<()> {
    let (exact, over) = (&figures.exact, &figures.overlapping);
    writeln!(
        out,
        "{title:<40} {:>6} {:>6}       {:.3} {:.3} {:.3}         {:.3} {:.3} {:.3}",
        exact.gold,
        exact.found,
        exact.precision(),
        exact.recall(),
        exact.f1(),
        over.precision(),
        over.recall(),
        over.f1()
    )
}

/// Scans the text of a gold file without some of the rules and compares.
pub fn measure(
    resolver: &Resolver,
    gold: &Gold,
    options: &Options,
    without: &[Rule],
    figures: &mut Figures,
) {
    let mut document = Document::new(&gold.text).unlisted(!options.listed);
    if let Some(least) = figures.min_confidence {
        document = document.min_confidence(least);
    }
    let document = without
        .iter()
        .fold(document, |document, &rule| document.without(rule));
    let found: Vec<(Range<usize>, Mention<'_, '_>)> = resolver
        .scan(document)
        .filter(|mention| mention.kind() == MentionKind::Place)
        .map(|mention| {
            let range = match options.span {
                Span::Name => mention.range(),
                Span::Token => mention.token_span().range(),
                Span::Phrase => mention.phrase_span().range(),
            };
            (gold.whole_words(range), mention)
        })
        .collect();
    figures.exact.gold += gold.spans.len();
    figures.exact.found += found.len();
    figures.overlapping.gold += gold.spans.len();
    figures.overlapping.found += found.len();
    for (range, mention) in &found {
        let spans: Vec<_> = gold
            .spans
            .iter()
            .filter(|s| overlap(&s.range, range))
            .collect();
        let exact = spans.iter().find(|span| span.range == *range);
        figures.exact.right += usize::from(exact.is_some());
        figures.overlapping.right += usize::from(!spans.is_empty());
        let confidence = mention.confidence();
        let weighed = confidence.map(|confidence| (confidence.get(), !spans.is_empty()));
        figures.confidences.extend(weighed);
        let best = mention.resolution().best();
        let right = match exact.or(spans.first()) {
            Some(span) if span.is_placed() => best.is_some_and(|best| span.is(best.place())),
            Some(_) => true,
            None => false,
        };
        if let Some(best) = best {
            figures.reliability.add(best.score().get(), right);
        }
        let what = match (exact, right) {
            (Some(_), true) => continue,
            (Some(_), false) => "elsewhere",
            (None, _) if spans.is_empty() => "no place",
            (None, _) => "other span",
        };
        let marked = match (exact, spans.first()) {
            (None, Some(span)) => &gold.text[span.range.clone()],
            _ => "",
        };
        let place = best.map_or(String::new(), |best| {
            format!(
                "{} {} {}",
                best.place().id(),
                best.place().name(),
                best.score()
            )
        });
        figures.errors.push(format!(
            "{what}\t{marked}\t{}\t{place}",
            shown(&gold.text, range)
        ));
    }
    for span in &gold.spans {
        let mut met = found
            .iter()
            .filter(|(range, _)| overlap(&span.range, range))
            .peekable();
        let first = met.peek().map(|(_, mention)| mention);
        let answer = first.and_then(|mention| {
            let best = mention.resolution().best().map(|best| best.place());
            best.or_else(|| mention.site_point().map(|point| point.place()))
        });
        figures.resolved.add(&gold.text, span, answer);
        let overlapping = met.peek().is_some();
        if !overlapping {
            let text = shown(&gold.text, &span.range);
            figures.errors.push(format!("missed\t\t{text}\t"));
        } else {
            figures.overlapping.met += 1;
        }
        let exact = met.any(|(range, _)| *range == span.range);
        figures.exact.met += usize::from(exact);
        let groups = &mut figures.groups;
        groups.add(&options.by, &gold.text, span, exact, overlapping);
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A range with some of the text around it.
fn shown(text: &str, range: &Range<usize>) -> String {
    const AROUND: usize = 60;
    let start = text.floor_char_boundary_of(range.start.saturating_sub(AROUND));
    let end = text.floor_char_boundary_of((range.end + AROUND).min(text.len()));
    let around = format!(
        "{}\t{}[{}]{}",
        &text[range.clone()],
        &text[start..range.start],
        &text[range.clone()],
        &text[range.end..end]
    );
    around.replace('\n', " ")
}

/// `str::floor_char_boundary`, which is younger than the compiler that the crate asks for.
trait CharBoundary {
    fn floor_char_boundary_of(&self, at: usize) -> usize;
}

impl CharBoundary for str {
    fn floor_char_boundary_of(&self, at: usize) -> usize {
        (0..=at)
            .rev()
            .find(|&at| self.is_char_boundary(at))
            .unwrap_or(0)
    }
}
