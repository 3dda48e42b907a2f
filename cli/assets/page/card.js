// What is known of the selected place: names, ids, and the sentences that mention it.
const card = byId("card");
// How many are shown at once, and of those behind a line that are shown at all.
const MOST = { names: 7, sentences: 12, allSentences: 50, rivals: 12 };

const link = (id) => {
  const href = linkOf(id);
  const text = element("code", {}, id);
  if (!href) return text;
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
};

// The first of the elements, the others behind a line that says how many they are.
const folding = (list, most, tag, what) => {
  if (list.length <= most + 2) return [element(tag, {}, ...list)];
  return [
    element(tag, {}, ...list.slice(0, most)),
    element("details", {}, element("summary", {}, `${list.length - most} more ${what}`), element(tag, {}, ...list.slice(most))),
  ];
};

const namesOf = (place) => {
  const byLanguage = new Map();
  for (const [tag, name] of place.names) byLanguage.set(tag, [...(byLanguage.get(tag) ?? []), name]);
  const tags = [...byLanguage.keys()];
  // The language that is shown comes first, unmarked ones last.
  const rank = (tag) => (tag === state.language ? -1 : tag.startsWith("und") ? 1 : 0);
  tags.sort((a, b) => rank(a) - rank(b) || collator.compare(languageName(a), languageName(b)));
  return tags.map((tag) => element("div", {}, element("dt", {}, languageName(tag)),
    element("dd", { dir: directionOf(byLanguage.get(tag)[0]), lang: tag },
      ...byLanguage.get(tag).flatMap((name, at) => [at ? "\u00a0· " : "", named(name, tag)]))));
};

const joined = (text) => text.replace(/\s+/g, " ");
// Where a sentence is over; what is cut off a long one elsewhere is shown to be.
const OVER = /[\n.!?؟։۔…]/;
const sentenceOf = (mention) => {
  const { text } = data.texts[mention.text];
  const [start, end] = mention.sentence;
  const isCut = [start > 0 && !OVER.test(text[start - 1]), end < text.length && text[end] !== "\n" && !OVER.test(text[end - 1])];
  const before = (isCut[0] ? "… " : "") + joined(text.slice(start, mention.start)).trimStart();
  const behind = joined(text.slice(mention.end, end)).trimEnd() + (isCut[1] ? " …" : "");
  const marked = element("mark", { class: markOf(mention) }, mention.spelling);
  const open = element("button", { class: "file", title: "Show it in its text", onclick: () => openText(mention) }, named(titleOf(mention.text)));
  return element("li", {}, element("p", { dir: "auto" }, before, marked, behind), open);
};

// Where another meaning lies, in brackets.
const aroundRival = (rival) => {
  const units = [rival.unit && nameIn(rival.unit, state.language), countryName(rival.country, state.language)];
  const names = [...new Set(units)].filter((name) => name && name !== nameIn(rival, state.language));
  return names.length > 0 ? [" (", named(listed(names)), ")"] : [];
};

const notesOf = (place) => {
  const notes = [];
  const rivals = [...new Set(place.mentions.flatMap((mention) => mention.rivals ?? []))];
  if (rivals.length > 0) {
    const list = rivals.slice(0, MOST.rivals).map((number) => data.others[number]);
    const others = rivals.length - list.length;
    notes.push(element("p", { class: "note ambiguous" }, place.certainty === "ambiguous" ? "Ambiguous: it may also be " : "Some mentions may also mean ",
      ...list.flatMap((rival, at) => [at ? "; " : "", named(nameIn(rival, state.language)), ...aroundRival(rival), " ", link(rival.id)]),
      others > 0 ? ` and ${others.toLocaleString("en")} more.` : "."));
  }
  const km = place.accuracy_km;
  if (place.certainty === "approximate") {
    const within = km > 0 ? ` It lies within some ${km.toLocaleString("en", { maximumSignificantDigits: 2 })} km of this point.` : "";
    notes.push(element("p", { class: "note approximate" }, `Approximate: the point is that of a neighbor.${within}`));
  } else if (km > 0) {
    notes.push(element("p", { class: "note" }, `The point stands for an area that reaches some ${km.toLocaleString("en")} km.`));
  }
  if (place.certainty === "unlisted") {
    notes.push(element("p", { class: "note" }, "The texts name it as a place, but the gazetteer does not hold it."));
  }
  return notes;
};

const factsOf = (place) => {
  if (place.lat === null) return null;
  const degrees = (value, positive, negative) => `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  const facts = [
    ["Point", `${degrees(place.lat, "N", "S")}, ${degrees(place.lon, "E", "W")}`],
    place.population ? ["People", place.population.toLocaleString("en")] : null,
    ["Ids", element("span", { class: "ids" }, ...[place.id, ...place.same_as].map(link))],
  ];
  return element("dl", { class: "facts" }, ...facts.filter(Boolean).map(([term, fact]) =>
    element("div", {}, element("dt", {}, term), element("dd", {}, fact))));
};

const drawCard = () => {
  const place = state.selected;
  const hadFocus = card.contains(document.activeElement);
  card.hidden = !place;
  if (!place) return;
  const name = nameIn(place, state.language);
  const units = unitNames(place, state.language);
  const mentions = mentionsOf(place);
  card.replaceChildren(
    element("button", { class: "close", "aria-label": "Close", onclick: deselect }, "×"),
    element("h2", {}, element("i", { class: `dot ${place.certainty}`, "aria-hidden": "true" }), named(name, state.language)),
    element("p", { class: "units" }, ...[name !== place.name && place.name, sortOf(place), ...units].filter(Boolean)
      .flatMap((text, at) => [at ? " · " : "", named(text)])),
    ...notesOf(place),
  );
  if (mentions.length > 0) {
    const sentences = mentions.slice(0, MOST.allSentences).map(sentenceOf);
    card.append(element("h3", {}, plural(mentions.length, "mention", "mentions")),
      ...folding(sentences, MOST.sentences, "ul", "sentences"));
    const others = mentions.length - sentences.length;
    if (others > 0) card.append(element("p", { class: "more" }, `and ${others.toLocaleString("en")} more in the texts`));
  }
  const names = namesOf(place);
  if (names.length > 0) card.append(element("h3", {}, "Names"), ...folding(names, MOST.names, "dl", "languages"));
  const facts = factsOf(place);
  if (facts) card.append(element("h3", {}, "Place"), facts);
  card.setAttribute("aria-label", name);
  card.scrollTop = 0;
  return hadFocus;
};

on("selected", () => {
  drawCard();
  if (state.selected && returnTo) card.focus({ preventScroll: true });
});
on("language", drawCard);
on("shown", () => state.selected && drawCard());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.selected) deselect();
});
map.on("click", () => state.selected && deselect());
