//! From weights to shares of places that never fall as the weight rises.

/// Mentions whose weights differ by less are one group.
const WIDTH: i32 = 40;

/// Groups of fewer mentions are put together with the next.
const LEAST: usize = 40;

/// A group of mentions.
struct Group {
    mentions: i64,
    places: i64,
    weight: i64,
}

impl Group {
    /// The share of places, in thousandths; two mentions more, one a place, keep it off the ends.
    fn score(&self) -> i64 {
        (1000 * (self.places + 1)) / (self.mentions + 2)
    }
}

/// Weights in ascending order, each with the share of places there, in thousandths.
pub fn steps(weighed: &[(i32, bool)]) -> Vec<(i32, i64)> {
    let mut sorted = weighed.to_vec();
    sorted.sort_unstable();
    let mut groups: Vec<Group> = Vec::new();
    let mut rest = sorted.as_slice();
    while let Some((first, _)) = rest.first() {
        let near = rest.partition_point(|(weight, _)| *weight < first + WIDTH);
        let (part, after) = rest.split_at(near.max(LEAST).min(rest.len()));
        rest = after;
        let mut group = Group {
            mentions: part.len() as i64,
            places: part.iter().filter(|(_, place)| *place).count() as i64,
            weight: part.iter().map(|(weight, _)| i64::from(*weight)).sum(),
        };
        // Pool what would fall.
        while let Some(last) = groups.pop_if(|last| last.score() >= group.score()) {
            group.mentions += last.mentions;
            group.places += last.places;
            group.weight += last.weight;
        }
        groups.push(group);
    }
    let mut steps: Vec<(i32, i64)> = Vec::new();
    for group in groups {
        let weight = (group.weight / group.mentions) as i32;
        if steps.last().is_none_or(|(last, _)| *last < weight) {
            steps.push((weight, group.score()));
        }
    }
    steps
}
