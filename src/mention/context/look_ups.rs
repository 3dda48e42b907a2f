//! How many names of a text are looked for by their sound: a look-up costs a hundred times what a word does.

/// The look-ups by sound of a text.
#[derive(Debug, Default)]
pub(crate) struct LookUps {
    made: usize,
}

/// Number of look-ups that any text has, and number of its bytes for each more.
const LOOK_UPS: usize = 32;
const BYTES_PER_LOOK_UP: usize = 2048;

impl LookUps {
    /// Whether another one may be made at a byte of the text; it then counts as made.
    pub fn take(&mut self, at: usize) -> bool {
        let left = self.made < LOOK_UPS + at / BYTES_PER_LOOK_UP;
        self.made += usize::from(left);
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_ups_grow_with_the_text_and_no_faster() {
        let mut look_ups = LookUps::default();
        let taken = (0..1000).filter(|_| look_ups.take(100)).count();
        assert_eq!(taken, LOOK_UPS);
        assert!(!look_ups.take(BYTES_PER_LOOK_UP - 1));
        assert!(look_ups.take(BYTES_PER_LOOK_UP));
        assert!(!look_ups.take(BYTES_PER_LOOK_UP));
    }
}
