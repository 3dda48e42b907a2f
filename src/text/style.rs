//! The style of a text, as far as its beginning tells: what a small initial, an ending of one
//! letter or a Persian name means depends on it.

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    /// Whether it has capitals: without any, a small initial means nothing.
    pub capitals: bool,
    /// Whether it has letters that only Azerbaijani and Turkish have, so that an ending of one
    /// letter is a likely ending.
    pub turkic: bool,
    /// Whether it is made of posts, with hashtags and users' names, rather than of sentences.
    pub posts: bool,
    /// Whether it has letters that only Persian and its neighbors have: a Persian name in a text
    /// without them is an Arabic word (جاد, برو).
    pub persian: bool,
}

/// Maximum number of letters for each hashtag or user's name of posts; articles have fewer.
const MAX_LETTERS_PER_TAG: usize = 1000;

/// Length of the beginning of a text that tells its style, in letters.
const SAMPLE_LETTERS: usize = 16 * 1024;

impl TextStyle {
    pub fn of(text: &str) -> Self {
        let mut style = TextStyle {
            capitals: false,
            turkic: false,
            posts: false,
            persian: false,
        };
        let mut after_sign = false;
        let (mut letters, mut tags) = (0, 0);
        for c in text.chars().take(SAMPLE_LETTERS) {
            letters += 1;
            tags += usize::from(after_sign && c.is_alphabetic());
            after_sign = matches!(c, '#' | '@');
            match c {
                // What nearly all of a text in Arabic is made of tells nothing.
                ' ' | 'ء'..='غ' | 'ف'..='ي' => {}
                '\u{600}'..='\u{6ff}' => {
                    style.persian |= matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی');
                }
                _ => {
                    style.capitals |= c.is_uppercase();
                    style.turkic |= matches!(c, 'ə' | 'Ə' | 'ğ' | 'Ğ' | 'ı' | 'ş' | 'Ş');
                }
            }
        }
        style.posts = tags * MAX_LETTERS_PER_TAG >= letters.max(1);
        style
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_have_a_tag_in_so_many_letters() {
        let is_posts = |tags: usize, letters: usize| {
            let text = format!("{}{}", "#ب".repeat(tags), "ب".repeat(letters - 2 * tags));
            TextStyle::of(&text).posts
        };
        assert!(is_posts(1, MAX_LETTERS_PER_TAG) && is_posts(3, 3 * MAX_LETTERS_PER_TAG));
        assert!(!is_posts(1, MAX_LETTERS_PER_TAG + 1) && !is_posts(3, 3 * MAX_LETTERS_PER_TAG + 1));
        assert!(!is_posts(0, 2));
        // A number or a lonely sign is no tag, and beyond the sample nothing counts.
        assert!(!TextStyle::of("#1 # @").posts);
        assert!(!TextStyle::of(&format!("{}#ب", "ب".repeat(SAMPLE_LETTERS))).posts);
        assert!(!TextStyle::of("").posts);
    }
}
