//! Reading a gazetteer on a thread of its own, while what was read is kept.

use crate::error::{Error, Result};
use crate::gazetteer::{Sink, SkippedRows};
use crate::model::name::Name;
use crate::model::place::Place;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Items that are handed over at once, and how many such batches wait.
const BATCH: usize = 1024;
const BATCHES: usize = 4;

/// Calls `read` on another thread; what it gives to its sink reaches `sink` on this one, in the same
/// order. An error of the sink ends the reading, and is the one that is told.
pub(super) fn read_apart(
    read: impl FnOnce(&mut dyn Sink) -> Result<SkippedRows> + Send,
    sink: &mut dyn Sink,
) -> Result<SkippedRows> {
    // Where there are no more threads, one reads and keeps.
    let read = Mutex::new(Some(read));
    let take = || {
        let mut read = read.lock().unwrap_or_else(PoisonError::into_inner);
        read.take()
    };
    let (sender, receiver) = sync_channel(BATCHES);
    thread::scope(|scope| {
        let reader = thread::Builder::new().spawn_scoped(scope, move || {
            let mut handover = Handover {
                sender,
                batch: Vec::new(),
            };
            let skipped = take().map_or(Ok(SkippedRows::default()), |read| read(&mut handover));
            // What came before an error is kept too.
            handover.hand_over()?;
            skipped
        });
        let Ok(reader) = reader else {
            return take().map_or(Ok(SkippedRows::default()), |read| read(sink));
        };
        let kept = receiver.iter().flatten().try_for_each(|item| match item {
            Item::Place(place) => sink.place(*place),
            Item::Name(name) => sink.name(name),
        });
        // Or the reader would wait for ever.
        drop(receiver);
        let read = match reader.join() {
            Ok(read) => read,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        kept.and(read)
    })
}

enum Item {
    Place(Box<Place>),
    Name(Name),
}

/// The sink of the thread that reads.
struct Handover {
    sender: SyncSender<Vec<Item>>,
    batch: Vec<Item>,
}

impl Handover {
    fn push(&mut self, item: Item) -> Result<()> {
        self.batch.push(item);
        match self.batch.len() {
            0..BATCH => Ok(()),
            _ => self.hand_over(),
        }
    }

    fn hand_over(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        // Whoever keeps them has an error of his own.
        let gone = |_| Error::build("nobody keeps what is read");
        self.sender.send(batch).map_err(gone)
    }
}

impl Sink for Handover {
    fn place(&mut self, place: Place) -> Result<()> {
        self.push(Item::Place(Box::new(place)))
    }

    fn name(&mut self, name: Name) -> Result<()> {
        self.push(Item::Name(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::NameKind;

    fn place(number: usize) -> Place {
        let id = format!("gn:{}", number + 1).parse().unwrap();
        Place::new(id, Coordinates::new(40.0, 44.0).unwrap())
    }

    fn name(number: usize) -> Name {
        let language = "en".parse().unwrap();
        Name::new(place(number).id, "Somewhere", language, NameKind::Preferred)
    }

    /// Keeps the ids of what it is given, a name's behind a minus, as long as they are few.
    struct Kept(Vec<String>, usize);

    impl Kept {
        fn keep(&mut self, id: String) -> Result<()> {
            if self.0.len() == self.1 {
                return Err(Error::build("full"));
            }
            self.0.push(id);
            Ok(())
        }
    }

    impl Sink for Kept {
        fn place(&mut self, place: Place) -> Result<()> {
            self.keep(place.id.to_string())
        }

        fn name(&mut self, name: Name) -> Result<()> {
            self.keep(format!("-{}", name.place))
        }
    }

    fn read(items: usize) -> impl FnOnce(&mut dyn Sink) -> Result<SkippedRows> {
        move |sink| {
            for number in 0..items {
                match number % 3 {
                    0 => sink.place(place(number))?,
                    _ => sink.name(name(number))?,
                }
            }
            Ok(SkippedRows::default())
        }
    }

    #[test]
    fn the_same_arrives_in_the_same_order() {
        for items in [0, 1, BATCH, 3 * BATCH + 5] {
            let (mut direct, mut apart) =
                (Kept(Vec::new(), usize::MAX), Kept(Vec::new(), usize::MAX));
            read(items)(&mut direct).unwrap();
            read_apart(read(items), &mut apart).unwrap();
            assert_eq!(apart.0, direct.0);
        }
    }

    #[test]
    fn the_first_error_is_told_whose_ever_it_is() {
        let mut full = Kept(Vec::new(), 7);
        let error = read_apart(read(20 * BATCH), &mut full).unwrap_err();
        assert_eq!(
            (error.to_string(), full.0.len()),
            ("building the index: full".into(), 7)
        );
        let mut kept = Kept(Vec::new(), usize::MAX);
        let fails = |sink: &mut dyn Sink| {
            read(5)(sink)?;
            Err(Error::build("a bad row"))
        };
        let error = read_apart(fails, &mut kept).unwrap_err();
        assert_eq!(
            (error.to_string(), kept.0.len()),
            ("building the index: a bad row".into(), 5)
        );
    }
}
