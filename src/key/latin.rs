//! What Latin letters fold to: the ASCII letter. Letters with a diacritic fold with the letter
//! they decompose to; here are those that Unicode does not decompose, most of them phonetic or
//! medieval.

use crate::key::FoldRow;

pub(super) const ROWS: &[FoldRow] = &[
    ('a', "ɐᴀᶏⱥꞻɑɒᴁᴂᶐꜳꜵꜷꜹꜻꜽꞛꬰꬱꭤꜣæ"),
    ('b', "ƀƃɓʙᴃᵬᶀꞗᴯꞵ"),
    ('c', "ƈȼɕᴄꜿꞓꞔʗꝯ"),
    ('d', "đðƌȡɖɗᴅᵭᶁᶑꝺꟈȸʣʤʥᴆꝱꭦẟƍꟇ"),
    // Azerbaijani ə is typed e.
    ('e', "əǝɇɘɛɜɝɞʚᴇᴈᶒᶓᶔⱸⱻꬲꬳꬴɚᶕꭠꭡꝫ"),
    ('f', "ƒᵮᶂꜰꝼꞙɸʩⱷꬵꟻ"),
    // ƣ is the gh of the Azerbaijani alphabet of 1922.
    ('g', "ǥɠɡɢʛᵷᵹᶃꝿꞡꟑꬶƣɣɤᴦȝ"),
    ('h', "ħɥɦʜʮʯⱨⱶꞕꟶƕɧꜧ"),
    // ƅ stood for ı in the same alphabet.
    ('i', "ıɨɪᴉᵻᶖꞽƅɩᵼꟷꟾᵎꝭ"),
    ('j', "ȷɉɟʄʝᴊ"),
    ('k', "ƙʞᴋᶄⱪꝁꝃꝅꞣĸ"),
    ('l', "łƚȴɫɬɭʟᴌᶅⱡꝉꞁꞎꬷꬸꬹɮʪʫᴧᴫỻꝇꝲƛ\u{A7DB}"),
    ('m', "ɯɰɱᴍᴟᵯᶆꟺꬺꝳꟽꟿ"),
    ('n', "ŋƞȵɲɳɴᴎᵰᶇꞑꞥꬻᴻꬼꝴ"),
    ('o', "øɔɵᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꬽꬾꬿœɶᴔᴕȣɷꝏꞝꟁꭀꭁꭂꭃꭄꭢꭥꞷ"),
    ('p', "ƥᴘᵱᵽᶈꝑꝓꝕȹᴨꟼᴪ"),
    ('q', "ɋʠꝗꝙꞯ"),
    ('r', "ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭉꭋꭌꭨᴩꝝꝵꝶꭇꭈꭊ"),
    ('s', "ßȿʂᵴᶊẜẝꜱꞅꞩꟊʃʅʆᶋᶘꭍꟗꟙƨƪ\u{A7CD}"),
    ('t', "ŧþƫƭȶʇʈᴛᵵⱦꞇʦʧʨᵺꜩꝥꝧꝷꭧꟓ"),
    ('u', "ᴜᴝᵾᶙꞹꞿꭎꭒʉʊᴞᵿꞟꝸꭏꭐꭑꭣᵫ"),
    ('v', "ʋʌᴠᶌỽⱱⱴꝟꝡꝩ"),
    ('w', "ʍᴡⱳƿꟃꟕ"),
    ('x', "ᶍꭖꭗꭘꭙꭓꭔꭕ"),
    ('y', "ƴɏʎʏỿꭚ"),
    ('z', "ƶȥɀʐʑᴢᵶᶎⱬꝣʒʓƹƺᴣᶚ"),
];

/// Glottal stops, clicks, tone letters and signs that only phoneticians read.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(super) const IGNORED: &str = "ʔʕʖʘʡʢʬʭɂƻƽƾǀǁǂǃᴤᴥꜥꜫꜭꜯꞈꞌꞏ\u{A7CF}";
