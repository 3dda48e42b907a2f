//! `toponym resolve`: which places names mean.

pub(crate) mod answers;
pub(crate) mod args;
mod lines;

use crate::commands::resolve::answers::Answers;
use crate::commands::resolve::args::ResolveArgs;
use crate::commands::resolve::lines::Lines;
use crate::console::Messages;
use crate::gazetteer::resolver;
use crate::input::files::standard_input;
use crate::output::destination::Destination;
use crate::stop::{Input, Stop};
use std::io::{Read, Write};

pub(crate) fn run(
    args: &ResolveArgs,
    input: &mut dyn Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let resolver = resolver(args.index.path())?;
    let query = args.query(&resolver)?;
    let ask = |name: &str| resolver.resolve(query.clone().name(name));
    let suggest = |name: &str| {
        args.suggest
            .then(|| resolver.suggestions(query.clone().name(name)))
    };
    let read = args.names.is_empty().then(standard_input);
    let destination = Destination::open(&args.output.destination, &args.index, read, output)?;
    let mut answers = Answers::begin(destination, &args.output)?;
    let mut all = Input::Good;
    for name in &args.names {
        answers.add(name, &ask(name), suggest(name))?;
    }
    if args.names.is_empty() {
        let mut lines = Lines::new(input);
        while let Some(line) = lines
            .next()
            .map_err(|error| Stop::File(format!("-: {error}")))?
        {
            if let Some(at) = line.bad_byte {
                all = Input::PartlyBad;
                messages.note(format_args!(
                    "-:{}: not UTF-8 from byte {at} of the line on; convert it first, for \
                     instance with iconv",
                    line.number
                ));
            } else if line.text.contains('\0') {
                all = Input::PartlyBad;
                messages.note(format_args!(
                    "-:{}: a zero byte, as if this were UTF-16; convert it first, as with iconv -f UTF-16 -t UTF-8",
                    line.number
                ));
            }
            answers.add(&line.text, &ask(&line.text), suggest(&line.text))?;
            // Whoever sent the line may wait for its answer before sending the next.
            if lines.will_wait() {
                answers.flush()?;
            }
        }
    }
    answers.end()?.finish()?;
    Ok(all)
}
