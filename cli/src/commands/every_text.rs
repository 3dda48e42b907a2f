//! For tests: what is read a letter at a time is held to all short texts.

/// Every text of these letters that is shorter than `end` letters, the shortest ones first.
pub(super) fn every_text(letters: &[u8], end: u32) -> impl Iterator<Item = Vec<u8>> {
    (0..end).flat_map(move |length| {
        (0..letters.len().pow(length)).map(move |number| {
            let digit = |place| number / letters.len().pow(place) % letters.len();
            (0..length).map(|place| letters[digit(place)]).collect()
        })
    })
}
