//! The names of a key that a text is read with: of very many, those of the places that are talked about most.
//!
//! Each mention of a name is weighed with the places that bear it. No gazetteer known has so many of one name that some
//! are left out.

use crate::index::{Index, NameRef};

/// Maximum number of names of one key.
pub(crate) const MAX_NAMESAKES: usize = 4096;

/// The names of a key, from the value that the dictionary stores with it, in the order of the index.
pub(crate) fn names_from(index: &Index, value: u64) -> impl Iterator<Item = NameRef<'_>> {
    let mut admission = match index.may_have_more_names(value, MAX_NAMESAKES) {
        true => Admission::of(index.names_from(value).map(|name| index.importance(name))),
        false => Admission::ALL,
    };
    let names = index.names_from(value);
    names.filter(move |name| admission.admits(|| index.importance(*name)))
}

/// Which names are among the foremost.
#[derive(Debug)]
struct Admission {
    /// Names of places of more importance are.
    least: Option<u8>,
    /// How many of this importance are.
    left: usize,
}

impl Admission {
    const ALL: Admission = Admission {
        least: None,
        left: 0,
    };

    /// The first of those of the greatest importances, as many as there may be.
    fn of(importances: impl Iterator<Item = u8>) -> Admission {
        let mut counts = [0; 256];
        for importance in importances {
            counts[usize::from(importance)] += 1;
        }
        let mut left = MAX_NAMESAKES;
        for (importance, count) in (0..=u8::MAX).zip(counts).rev() {
            if count > left {
                let least = Some(importance);
                return Admission { least, left };
            }
            left -= count;
        }
        Admission::ALL
    }

    /// Whether the next name is, the importance of whose place is asked for if that tells.
    fn admits(&mut self, importance: impl FnOnce() -> u8) -> bool {
        let Some(least) = self.least else {
            return true;
        };
        let importance = importance();
        let is_last = importance == least && self.left > 0;
        self.left -= usize::from(is_last);
        importance > least || is_last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(importances: &[u8]) -> Vec<u8> {
        let mut admission = Admission::of(importances.iter().copied());
        let all = importances.iter().copied();
        all.filter(|importance| admission.admits(|| *importance))
            .collect()
    }

    #[test]
    fn the_foremost_are_admitted_in_their_order() {
        let few: Vec<u8> = (0..MAX_NAMESAKES)
            .map(|number| (number % 101) as u8)
            .collect();
        assert_eq!(admitted(&few), few);
        for places in [MAX_NAMESAKES + 1, 3 * MAX_NAMESAKES, 20 * MAX_NAMESAKES] {
            let many: Vec<u8> = (0..places).map(|number| (number * 7 % 101) as u8).collect();
            let found = admitted(&many);
            let mut foremost = many.clone();
            foremost.sort_by(|a, b| b.cmp(a));
            foremost.truncate(MAX_NAMESAKES);
            let mut sorted = found.clone();
            sorted.sort_by(|a, b| b.cmp(a));
            assert_eq!(sorted, foremost, "{places}");
        }
        assert_eq!(admitted(&[5; MAX_NAMESAKES + 9]).len(), MAX_NAMESAKES);
    }
}
