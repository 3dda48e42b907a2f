//! The rules by which a text is read, and sets of them: an ablation leaves one out and measures what
//! it was worth.

/// Declares the rules with their names and what they say.
macro_rules! rules {
    ($($rule:ident $name:literal $says:literal,)*) => {
        /// A rule by which mentions of places are told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $says] $rule,)*
        }

        #[cfg(feature = "unstable-engine")]
        impl Rule {
            /// All rules, in the order of the stages.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule,)*];

            /// The name that the tools know it by.
            pub fn name(self) -> &'static str {
                match self {
                    $(Rule::$rule => $name,)*
                }
            }

            /// What the rule says.
            pub fn description(self) -> &'static str {
                match self {
                    $(Rule::$rule => $says,)*
                }
            }
        }
    };
}

rules! {
    // Context.
    ListTriggers "list-triggers" "a feature word in the plural announces all places of its list",
    RecentCountry "recent-country" "a place of the same country just before supports a name",
    Focus "focus" "the country of most of the latest places decides on the doubtful",
    InnerName "inner-name" "the name within its feature word: حلب of محافظة حلب",
    Epithet "epithet" "the name without its epithet: مكة of مكة المكرمة",
    BaseName "base-name" "the name that a region is called by: أفريقيا of شمال أفريقيا",
    Misspelled "misspelled" "a feature word licenses a misspelled name",
    Unheard "unheard" "a feature word or a list licenses a name that only sounds like one",
    // Filter.
    DemonymPhrase "demonym-phrase" "a noun with a demonym is no name: القارة الأفريقية",
    AndOfList "and-of-list" "و is the \"and\" of a list: مكة وجدة is not Oujda",
    Prominence "prominence" "the bare name of an obscure place is a word",
    SmallInitial "small-initial" "a small initial is no name in a text with capitals",
    Hashtags "hashtags" "a hashtag is a name only as a whole",
    GeneratedNames "generated-names" "a village's name made by rule needs support",
    ForeignNames "foreign-names" "a short name of another language is a word",
    SpelledAlike "spelled-alike" "a short name is spelled as it is, not only folded alike",
    Villages "villages" "without capitals and classifier a village needs support",
    ShortNames "short-names" "a short name needs support, the more the more is stripped off",
    OneLetterEnding "one-letter-ending" "one letter is an ending only in Turkic text",
    OrdinaryWords "ordinary-words" "a name spelled like an ordinary word needs support",
    DumpedWords "dumped-words" "no feature word makes a frequent word a village of a dump: مدن جديدة",
    FunctionWords "function-words" "a function word is no name, whatever announces it: شهر در",
    Idioms "idioms" "an idiom that begins with a name: مسقط رأسه",
    HonorNames "honor-names" "villages called like men need a feature word: جمال الدين",
    FeatureWordNames "feature-word-names" "a place called by a feature word needs another one",
    Located "located" "something there or on its way there supports a name: زار غوري",
    Enumerations "enumerations" "a word beside a place in a list is one too: صور والنبطية",
    Near "near" "a word or an obscure name a short way from a place is one too: قرب كتم",
    Seats "seats" "the word for a unit announces the town that is its seat: شهرستان شهریار",
    Namesakes "namesakes" "the other places of an accepted name may be meant too",
    Chains "chains" "a name in a Persian chain of an organization: وزارت دفاع ایران",
    QuotedRegion "quoted-region" "a region alone in quotation marks is a paper: «الشرق الأوسط»",
    QuotedTitle "quoted-title" "a title in quotation marks is a club or a paper: «Արարատ»",
    OrganizationBefore "organization-before" "a word for an organization or a title before a name",
    ClubBefore "club-before" "a word for a club or a team before a name",
    GivenBefore "given-before" "a given name or a word for kin before a name",
    GroupBefore "group-before" "a group keeps its place, and the evidence says so: مجموعة مينسك",
    HeadBehind "head-behind" "the head of an organization behind a name: Երևանի պետական համալսարան",
    SurnameBehind "surname-behind" "a name before a surname is a given name: Արարատ Միրզոյան",
    MasculineDemonym "masculine-demonym" "a masculine demonym makes a town a club: ميلان الإيطالي",
    RecentClubs "recent-clubs" "the town of a club named before means the club again",
    NameOrDemonym "name-or-demonym" "a token that is a name and a demonym is weighed as both",
    // Classify.
    Confidence "confidence" "a match that the classifier finds unlikely is left out",
    // Lookup and span.
    Compounds "compounds" "names written together come apart: المدينةالمنورة",
    ListedSites "listed-sites" "a kind in the plural tells a list of places that the index lacks",
    EnumeratedSites "enumerated-sites" "a name beside a place in the same case: в Уфе и в Янауле",
    LocatedSites "located-sites" "an unknown name that something is at is a place: в Кубачах",
    QuotedSites "quoted-sites" "a name in quotation marks before its head: “Luz” stadionunda",
    LeadingHeadSites "leading-head-sites" "a head tells a place that the index lacks: شارع الحمراء",
    MarkedNames "marked-names" "a hashtag or a quotation behind a head is its name: سد #الوالة",
    DefiniteHeads "definite-heads" "a head with the article and an adjective: الطريق الصحراوي",
    HeadsInNames "heads-in-names" "a head tells a Persian place that the index lacks: خیابان انقلاب",
    TwoPartNames "two-part-names" "of a site's two words only the second has the article",
    ToldNames "told-names" "a name that a head has told before counts again: منطقة ضبعة .. في ضبعة",
    TrailingHeadSites "trailing-head-sites" "the same by the head behind it: Բաղրամյան պողոտա",
    Extent "extent" "words beside a name that are a part of it: Սյունիքի մարզ",
    PluralHeads "plural-heads" "a kind in the plural or with the article is no part of the phrase",
    SiteHeads "site-heads" "the phrase takes in the word for the site: مرفأ بيروت",
    // Disambiguation.
    Container "container" "the place right behind that a place is said to lie in: حلب في سوريا",
    SameCountry "same-country" "the countries of the mentions around",
    Proximity "proximity" "the distance to the mentions around",
    Repetition "repetition" "the same name meant that place before",
}

/// The rules that hold; all of them unless some are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RuleSet {
    /// A bit for each rule that is left out.
    without: u64,
}

impl RuleSet {
    pub const ALL: RuleSet = RuleSet { without: 0 };

    #[inline]
    pub const fn has(self, rule: Rule) -> bool {
        self.without & (1 << rule as u32) == 0
    }

    #[cfg(feature = "unstable-engine")]
    pub const fn without(self, rule: Rule) -> RuleSet {
        RuleSet {
            without: self.without | 1 << rule as u32,
        }
    }
}

#[cfg(feature = "unstable-engine")]
impl std::str::FromStr for Rule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rule = Rule::ALL.iter().find(|rule| rule.name() == text);
        rule.copied()
            .ok_or_else(|| format!("{text:?} is the name of no rule"))
    }
}

#[cfg(all(test, feature = "unstable-engine"))]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_left_out_by_its_name_alone() {
        for &rule in Rule::ALL {
            assert_eq!(rule.name().parse(), Ok(rule), "a name of two rules");
            let rest = RuleSet::ALL.without(rule);
            let missing: Vec<_> = Rule::ALL.iter().filter(|&&rule| !rest.has(rule)).collect();
            assert_eq!(missing, [&rule]);
        }
        assert!("rule".parse::<Rule>().is_err());
    }
}
