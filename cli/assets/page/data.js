// The data of the page, and what is said of places in words.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data");

// Places get their number and their mentions; what no gazetteer holds becomes a place without a point,
// one for each spelling.
for (const other of data.others) other.unit = data.others[other.unit] ?? null;
const unitsOf = (numbers) => numbers.map((number) => data.others[number]);
const places = data.places.map((place, number) => ({ ...place, number, mentions: [], parents: unitsOf(place.parents) }));
const unlisted = new Map();
for (const mention of data.mentions) {
  const spelling = data.texts[mention.text].text.slice(mention.start, mention.end);
  mention.spelling = spelling;
  if (mention.place === null) {
    let place = unlisted.get(spelling);
    if (!place) {
      place = {
        id: "", same_as: [], name: spelling, names: [], lat: null, lon: null, country: null, class: "",
        feature: "", population: null, accuracy_km: null, parents: [], certainty: "unlisted",
        number: places.length, mentions: [],
      };
      unlisted.set(spelling, place);
      places.push(place);
    }
    mention.place = place.number;
  }
  places[mention.place].mentions.push(mention);
}

// Places on both sides of the 180th meridian stand together: those to the west of the widest stretch without a
// place are moved once around the world, if all lie in half of it then.
const west = (() => {
  const all = places.filter(({ lon }) => lon !== null).map(({ lon }) => lon).sort((a, b) => a - b);
  let [widest, first] = [0, -180];
  for (let at = 1; at < all.length; at++) {
    if (all[at] - all[at - 1] > widest) [widest, first] = [all[at] - all[at - 1], all[at]];
  }
  return widest > 180 ? first : -180;
})();
const isMoved = west > -180;
// The longitude at which something is drawn.
const drawnLon = (lon) => (lon < west ? lon + 360 : lon);

// Texts are called by their names without the folder that they all are in.
const folder = () => {
  const folders = data.texts.map((text) => text.name.split("/").slice(0, -1));
  const same = (part, depth) => folders.every((other) => other[depth] === part);
  const end = folders[0].findIndex((part, depth) => !same(part, depth));
  return end < 0 ? folders[0].length : end;
};
const depth = data.texts.length > 0 ? folder() : 0;
const titleOf = (number) => data.texts[number].name.split("/").slice(depth).join("/");

// How a mention is marked: it may be ambiguous where others of its place are not.
const markOf = (mention) => {
  const kind = mention.status === "ambiguous" ? "ambiguous" : places[mention.place].certainty;
  return mention.demonym ? `demonym ${kind}` : kind;
};

const KINDS = {
  sure: "Certain",
  ambiguous: "Ambiguous",
  approximate: "Approximate",
  unlisted: "Not on the map",
};

// Feature classes of GeoNames.
const CLASSES = {
  A: "Unit", H: "Water", L: "Area", P: "Settlement", R: "Road", S: "Site", T: "Terrain", U: "Undersea",
  V: "Vegetation",
};

const sortOf = (place) => {
  if (place.feature.startsWith("PCL")) return "Country";
  if (place.feature === "PPLC") return "Capital";
  return CLASSES[place.class] ?? "";
};

// Names of languages and countries are the browser's, where it knows them.
const speakers = new Map(
  ["language", "region", "script"].map((type) => [type, new Intl.DisplayNames(["en"], { type, fallback: "none" })]),
);
const said = (type, code) => {
  try {
    return speakers.get(type).of(code) ?? code;
  } catch {
    // What is no well-formed code.
    return code;
  }
};
const languageName = (tag) => {
  if (!tag.startsWith("und")) return said("language", tag);
  const script = tag.split("-")[1];
  return script ? `In ${said("script", script)} letters` : "Language not told";
};

// All names of a place, in whatever language.
const allNames = ({ name, names }) => [name, ...names.map(([, text]) => text)];
// The countries by their codes; of several of one code the most populous.
const countryOf = new Map([...data.countries].reverse().map((country) => [country.country, country]));
// Countries are called as on the map; the browser knows some that the gazetteer does not.
const countryName = (code, language) => {
  const country = countryOf.get(code);
  if (country) return nameIn(country, language);
  return code ? said("region", code) : "";
};

// The name in a language or in a narrower tag of it; the international name without one.
const nameIn = (place, language) => {
  if (language) {
    const exact = place.names.find(([tag]) => tag === language);
    const within = exact ?? place.names.find(([tag]) => tag.startsWith(`${language}-`));
    if (within) return within[1];
  }
  return place.name || place.id;
};

// The names of the units around a place, the smallest first, and of its country, without its own.
const unitNames = (place, language) => {
  const names = [...place.parents.map((unit) => nameIn(unit, language)), countryName(place.country, language)];
  return [...new Set(names)].filter((name) => name && name !== nameIn(place, language) && name !== place.name);
};

// Names in a row, with the comma of their script.
const listed = (names) => names.join(/^[\u0600-\u06ff]/.test(names[0] ?? "") ? "، " : ", ");

// The smallest unit and the country.
const where = (place, language) => {
  if (sortOf(place) === "Country") return "";
  const names = unitNames(place, language);
  return listed(names.length > 2 ? [names[0], names.at(-1)] : names);
};

// Where an id is explained.
const LINKS = {
  gn: (id) => `https://www.geonames.org/${id}`,
  wd: (id) => `https://www.wikidata.org/wiki/${id}`,
  wof: (id) => `https://spelunker.whosonfirst.org/id/${id}`,
};
const linkOf = (id) => {
  const [authority, number] = id.split(":");
  const known = Object.hasOwn(LINKS, authority) && /^[A-Z]?\d+$/.test(number ?? "");
  return known ? LINKS[authority](number) : null;
};

const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

// An element with attributes and children; text is only ever text.
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "onclick") made.addEventListener("click", value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

// Puts any number of children into an element; as arguments of a call very many would not find room.
const fill = (parent, children) => {
  const all = document.createDocumentFragment();
  for (const child of children) all.append(child);
  parent.replaceChildren(all);
  return parent;
};

// Of a list of names that each stand apart, which dir=auto does not look into.
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const directionOf = (text) => (RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr");

// A name apart from the direction of what stands around it.
const named = (text, language) => element("bdi", { dir: "auto", lang: language || null }, text);
const byId = (id) => document.getElementById(id);
