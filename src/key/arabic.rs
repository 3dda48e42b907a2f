//! What Arabic letters fold to: the letter of the Arabic alphabet with the same body, or the
//! nearest sound where Arabic writes a Persian, Urdu, Kurdish, Pashto or Uyghur name.

use crate::key::FoldRow;

pub(super) const ROWS: &[FoldRow] = &[
    ('ا', "أإآٱٲٳٵݳݴࡰࡱࡲࡳࡴࡵࡶࡷࡸࡹࡺࡻࡼࡽࡾࡿࢀࢁࢂࢭ"),
    ('ب', "پٻڀٮݐݑݒݓݔݕݖࢠࢡࢶࢷࢾ"),
    ('ت', "ٹٺټٽٿࢸࢿࣀ"),
    ('ث', ""),
    ('ج', "چڃڄڇڿࢢࣁࣅࣆ"),
    ('ح', "ځڂڅݗݘݮݯݲݼࢊ"),
    ('خ', ""),
    ('د', "ڈډڊڋڌڍڎڏڐۮݙݚࢮ"),
    ('ذ', ""),
    ('ر', "ڑڒړڔڕږڗڙۯݛݫݬݱࢪࢹࢎ"),
    ('ز', "ژࢲ"),
    ('س', "ښڛڜݜݭݰݽݾ"),
    ('ش', "ۺ"),
    ('ص', "ڝڞࢯ"),
    ('ض', "ۻ"),
    ('ط', "ڟࢋࢌࢣ"),
    ('ظ', ""),
    ('ع', "ݝݞݟࢳ"),
    ('غ', "ڠۼࣃ"),
    ('ف', "ڤڡڢڣڥڦݠݡࢤࢻ"),
    ('ق', "ڨٯڧࢥࢵࢼࣄ"),
    ('ك', "کگڭڪګڬڮڰڱڲڳڴػؼݢݣݤݿࢍࢰࢴࣂࣈ"),
    ('ل', "ڵڶڷڸݪࢦࣇ"),
    ('م', "ݥݦࢧ"),
    ('ن', "ںڹڻڼڽݧݨݩࢉࢽ\u{88F}"),
    ('ه', "ةھہەۀۂۃۿ"),
    ('و', "ؤۆۇۋۄۅۈۉۊۏٶٷݸݹࢫࢱ"),
    ('ي', "ىئیېےۍێۑۓؠؽؾؿٸݵݶݷݺݻࢆࢨࢩࢬࢺ"),
];

/// The hamza without a seat (its seats are the letters above), and signs that are letters in
/// name only.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(super) const IGNORED: &str = "ءٴࢇ";
