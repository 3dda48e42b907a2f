// What is shown and selected; whoever draws it is told of changes.
const state = {
  language: data.language,
  query: "",
  file: -1, // the number of a text, or all of them
  kinds: new Set(Object.keys(KINDS)),
  sort: "count",
  ascending: false,
  selected: null, // a place
};

const listeners = { shown: [], language: [], selected: [] };
const on = (what, listener) => listeners[what].push(listener);
const tell = (what) => listeners[what].forEach((listener) => listener());

// The mentions of a place in the text that is chosen.
const mentionsOf = (place) =>
  state.file < 0 ? place.mentions : place.mentions.filter((mention) => mention.text === state.file);

// Arabic letters that are written for each other, or by keyboards of other languages; hamzas are marks.
const SAME_LETTERS = {
  "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه", "ٱ": "ا", "ک": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "گ": "ك",
  "ڤ": "ف", "ı": "i", "ـ": "", "\u200c": "", "\u200d": "",
};
const ANY_OF_THEM = new RegExp(`[${Object.keys(SAME_LETTERS).join("")}]`, "gu");
// Without marks and case, so that Susa finds Şuşa and احمد finds أحمد.
const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(ANY_OF_THEM, (letter) => SAME_LETTERS[letter]);
const haystack = new Map();
const searched = (place) => {
  if (!haystack.has(place)) {
    const words = [
      ...allNames(place), ...place.parents.flatMap(allNames), countryName(place.country),
      ...(countryOf.has(place.country) ? allNames(countryOf.get(place.country)) : []), place.country ?? "", place.id,
      ...place.same_as,
      ...new Set(place.mentions.map((mention) => mention.spelling)),
    ];
    haystack.set(place, folded(words.join("\n")));
  }
  return haystack.get(place);
};

const isShown = (place) =>
  state.kinds.has(place.certainty) &&
  (state.file < 0 || mentionsOf(place).length > 0) &&
  folded(state.query.trim()).split(/\s+/).every((word) => searched(place).includes(word));

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const SORTS = {
  name: (a, b) => collator.compare(nameIn(a, state.language), nameIn(b, state.language)),
  where: (a, b) => collator.compare(where(a, state.language), where(b, state.language)),
  sort: (a, b) => collator.compare(sortOf(a), sortOf(b)),
  count: (a, b) => mentionsOf(a).length - mentionsOf(b).length,
};

let shown = [];
const refresh = () => {
  const order = SORTS[state.sort];
  const sign = state.ascending ? 1 : -1;
  shown = places.filter(isShown);
  shown.sort((a, b) => sign * order(a, b) || SORTS.name(a, b) || a.number - b.number);
  tell("shown");
};

const change = (changes) => {
  Object.assign(state, changes);
  if ("language" in changes) tell("language");
  refresh();
};

// `from` is the element to which the focus goes back when the card is closed.
let returnTo = null;
const select = (place, from = null) => {
  if (place && from) returnTo = from;
  state.selected = place;
  tell("selected");
};
const deselect = () => {
  const back = returnTo;
  returnTo = null;
  select(null);
  if (back?.isConnected) back.focus();
};
