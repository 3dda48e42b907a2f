//! What Cyrillic letters fold to: the Russian letter that is typed for them on a Russian keyboard. Letters with a diacritic fold with the letter they decompose to.

use crate::key::FoldRow;

pub(super) const ROWS: &[FoldRow] = &[
    ('а', ""),
    ('б', ""),
    ('в', "ԝᲀ"),
    ('г', "ғґҕӷӻ"),
    ('д', "ђԁԃԇԫᲁꙣꚁꚃꚉ"),
    // Azerbaijani ә is e in Latin keyboards' spelling as well.
    ('е', "ёәэєѣѥҽҿӕᲇꙓ"),
    ('ж', "җꚅ"),
    ('з', "ѕҙӡԅԑꙁꙃꙅ"),
    ('и', "йіїјҋѵꙇꙟ"),
    ('к', "ҝқҟҡӄԛԟҁ"),
    ('л', "љԉӆԓԕԡԯꙥ"),
    ('м', "ӎꙧ"),
    ('н', "њңҥӈӊԋԣԩ"),
    ('о', "өѡѻѽѿҩꙍꙩꙫꙭꙮꚙꚛᲂ"),
    ('п', "ҧԥ"),
    ('р', "ҏԗ"),
    ('с', "ҫԍᲃ"),
    ('т', "ҭԏᲄᲅꚋꚍ"),
    ('у', "ўүұѹꙋᲈѫѭꙛ"),
    ('ф', "ѳ"),
    // Azerbaijani һ is Russian х (Һадрут) more often than г.
    ('х', "һҳӽӿԧꚕ"),
    ('ц', "ҵꙡꚏ"),
    // Azerbaijani ҹ and Serbian џ are the j of John; they look like ч.
    ('ч', "ҹҷћџӌԭꚇꚑꚓ"),
    ('ш', "ꚗ"),
    ('щ', ""),
    ('ы', "ꙑ"),
    ('ь', "ъҍᲆꙏ\u{1C8A}"),
    ('ю', "ꙕ"),
    ('я', "ԙꙗѧѩꙙꙝ"),
    // No letters of any name but in their own alphabets.
    ('ѯ', ""),
    ('ѱ', ""),
];

/// The palochka, which is typed as I, l, 1, ! or not at all; jerv and payerok.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(super) const IGNORED: &str = "ӏꙉꙿ";
