//! Candidates: the names that a query finds, before they are ranked. Read front to back:
//!
//! ```text
//! Query ─> variant ─> search ─┬─ exact     the key of a variant ───────────────┐
//!          what may be left   ├─ prefix    what begins with it, best first ────┤
//!          of the spelling    ├─ edit      one edit away, then two ────────────┼─> filter ─> NameHit
//!                             └─ phonetic  what sounds alike, in any script ───┘
//! ```
//!
//! The first of these that finds a place which the query admits ends the search. Which file holds
//! which rule:
//!
//! | rule | file |
//! |---|---|
//! | Arabic ل comes off ليريفان, the article off القاهرة | `lang::affix::proclitic`, put together in `analysis::split` |
//! | Armenian -ում comes off Երևանում, Azerbaijani -da off Bakıda | `data/suffixes.csv`, `lang::affix::suffix` |
//! | Нагорного agrees with Карабаха | `analysis::split` |
//! | مدينة and rayonu are feature words | `analysis::trigger` |
//! | الأرمينية says which country | `analysis::demonym` |
//! | *from*, في stand before a name | `analysis::preposition` |
//! | what a query believes and a text does not | `analysis::policy` |
//! | in which order all this is tried | [`variant`] |
//! | Hama'dan is Hama, not Hamadan | [`apostrophe`] |
//! | the least that is stripped counts, and edits come last | [`search`] |
//! | an Arabic clitic comes off no Persian name, no river is a town | [`filter::affix`] |
//! | Ирина is not Iran (ИРИ) with an ending | [`filter::initials`] |
//! | ordinary words and words for people are no misspelled names | [`filter::ordinary_word`] |
//! | a short word with an uncommon edit is another word | [`filter::edit_cost`] |
//! | a hamlet that only a dump knows is no misspelled word | [`obscure`] |
//! | how much names may differ in sound | [`phonetic::threshold`] |
//! | Al-Zarqa is the city before a village that is spelled so | [`prominent`] |

pub(crate) mod apostrophe;
mod edit;
mod exact;
mod filter;
pub(crate) mod name_hit;
mod obscure;
mod phonetic;
mod prefix;
mod prominent;
pub(crate) mod reading;
pub(crate) mod scope;
mod search;
pub(crate) mod source;
pub(crate) mod variant;
