//! Western Armenian, which voices what the Eastern speech does not and the other way round: who
//! spells by ear spells Դիլիջան Տիլիճան. All such letters change together, for one reason, and
//! are one slip.

/// What it costs to have spelled by the other pronunciation, in hundredths of an edit.
pub(super) const COST: u16 = 40;

/// Letters that the two pronounce the other way round.
const EXCHANGED: [(char, char); 5] = [('բ', 'պ'), ('գ', 'կ'), ('դ', 'տ'), ('ձ', 'ծ'), ('ջ', 'ճ')];

/// Whether a spelling is the name's in the other pronunciation: letters are exchanged, several of
/// them, and nothing else differs.
pub(super) fn is_read_so(written: &[char], name: &[char]) -> bool {
    let exchanged = |a: char, b: char| EXCHANGED.contains(&(a, b)) || EXCHANGED.contains(&(b, a));
    let mut different = written.iter().zip(name).filter(|(a, b)| a != b);
    written.len() == name.len()
        && different.clone().count() > 1
        && different.all(|(a, b)| exchanged(*a, *b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_letters_change_together() {
        for (written, name, expected) in [
            ("տիլիճան", "դիլիջան", true),
            ("դիլիջան", "տիլիճան", true),
            // One letter is a slip like others.
            ("տիլիջան", "դիլիջան", false),
            ("տիլիճար", "դիլիջան", false),
            ("տիլիճանի", "դիլիջան", false),
            ("դիլիջան", "դիլիջան", false),
        ] {
            let [a, b] = [written, name].map(|word| word.chars().collect::<Vec<_>>());
            assert_eq!(is_read_so(&a, &b), expected, "{written} {name}");
        }
    }
}
