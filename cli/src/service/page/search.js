// The search page: a combobox that completes names, the list of places found, and the map.

import { createMap } from "./map.js";

const $ = (id) => document.getElementById(id);
const [input, offers, status, list] = ["name", "offers", "status", "list"].map($);

// Milliseconds without a key before names are looked for.
const PAUSE = 90;

let found = [];
const map = await createMap($("map"), {
  onPlace: (index) => pick(index),
  onPoint: (lat, lon) => around(lat.toFixed(4), lon.toFixed(4)),
});

async function ask(path, parameters, signal) {
  const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, { signal });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

function make(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const kinds = await (await fetch("assets/kinds.json")).json();

// What a place is, by the narrowest type that has a name; countries have several codes.
function kind(place) {
  const code = `${place.class}.${place.feature ?? ""}`;
  return kinds[code.startsWith("A.PCL") ? "A.PCL" : code] ?? kinds[place.class] ?? code;
}

const where = (place) =>
  [kind(place)]
    .concat((place.parents ?? []).map((unit) => unit.name))
    .concat(place.parents?.length || !place.country ? [] : [place.country])
    .join(" · ");

// ---- The combobox, by the pattern of the ARIA authoring practices: the focus stays in the field, and
// `aria-activedescendant` says which offer is meant.

let offered = [];
let active = -1;
let asking = null;
let timer = null;

function close() {
  clearTimeout(timer);
  asking?.abort();
  offers.hidden = true;
  active = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function activate(index) {
  active = index;
  [...offers.children].forEach((option, at) => {
    option.setAttribute("aria-selected", String(at === index));
    if (at === index) option.scrollIntoView({ block: "nearest" });
  });
  if (index < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", offers.children[index].id);
}

function offer(candidates) {
  offered = candidates;
  offers.replaceChildren(
    ...candidates.map((place, index) => {
      const option = make("li", "", { id: `offer-${index}`, role: "option", "aria-selected": "false" });
      option.append(make("bdi", place.matched_name, { lang: place.matched_language, class: "title" }));
      if (place.matched_name !== place.name) option.append(" ", make("bdi", place.name));
      option.append(make("span", where(place), { class: "where", dir: "auto" }));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(index));
      return option;
    }),
  );
  active = -1;
  offers.hidden = candidates.length === 0;
  input.setAttribute("aria-expanded", String(candidates.length > 0));
  input.removeAttribute("aria-activedescendant");
  if (document.activeElement === input) {
    status.textContent = candidates.length === 1 ? "1 suggestion" : `${candidates.length} suggestions`;
  }
}

async function complete() {
  asking?.abort();
  const q = input.value.trim();
  if (q === "") return close();
  asking = new AbortController();
  try {
    const answer = await ask("v1/complete", { q, explain: "true" }, asking.signal);
    offer(answer.candidates);
  } catch (error) {
    if (error.name !== "AbortError") fail(error);
  }
}

function choose(index) {
  const place = offered[index];
  input.value = place.matched_name;
  close();
  search(place.matched_name, place.id);
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(complete, PAUSE);
});
input.addEventListener("blur", close);
input.addEventListener("keydown", (event) => {
  // An input method that is composing a letter wants its keys for itself.
  if (event.isComposing) return;
  const count = offers.hidden ? 0 : offered.length;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (count === 0) return void complete();
    const step = event.key === "ArrowDown" ? 1 : -1;
    // From the last offer on to the field itself, and round again.
    activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(active);
  } else if (event.key === "Escape") {
    if (count > 0) close();
    else input.value = "";
  }
});

$("search").addEventListener("submit", (event) => {
  event.preventDefault();
  close();
  search(input.value.trim());
});

// ---- What is found

function fail(error) {
  status.textContent = `This did not work: ${error.message}`;
}

// The address says what is shown, so that who is sent it sees the same: what was asked for, and which of the
// places is meant.
let asked = {};
function remember(id) {
  const parameters = new URLSearchParams(id ? { ...asked, id } : asked);
  history.replaceState(null, "", `?${parameters}`);
}

// Each question has a number: the answer to one that another has followed is not shown.
let question = 0;
async function showAnswer(parameters, id, answered) {
  const number = ++question;
  asked = parameters;
  remember(id);
  try {
    const { places, text, first } = await answered();
    if (number !== question) return;
    const at = places.findIndex((place) => place.id === id);
    if (id && at < 0) {
      // It does not stand among the answers: they may be too many.
      const place = await placeOf(id);
      if (number !== question) return;
      show([place], place.name);
      return void pick(0);
    }
    show(places, text);
    if (at >= 0) pick(at);
    else if (first) select(0);
  } catch (error) {
    if (number === question) fail(error);
  }
}

// The place of the list that somebody means.
function pick(index) {
  const place = found[index];
  select(index);
  remember(place.id);
  status.textContent = found.length > 1 ? `${place.name}, of ${found.length} places` : place.name;
}

function search(q, id = null) {
  if (q === "") return;
  showAnswer({ q }, id, async () => {
    const answer = await ask("v1/resolve", { q, limit: "20", explain: "true" });
    const count = answer.candidates.length;
    const texts = { resolved: "Found", ambiguous: "Several places may be meant", unknown: "No such place is known" };
    const text = texts[answer.status] + (count > 1 ? `; ${count} candidates` : "");
    return { places: answer.candidates, text, first: answer.status === "resolved" };
  });
}

function around(lat, lon, id = null) {
  const point = { lat: String(lat), lon: String(lon) };
  input.value = "";
  showAnswer(point, id, async () => {
    const answer = await ask("v1/nearest", { ...point, limit: "10" });
    return { places: answer.places, text: `Nearest to ${point.lat}, ${point.lon}`, first: false };
  });
}

function shownPlace(id) {
  showAnswer({}, id, async () => ({ places: [], text: "", first: false }));
}

async function placeOf(id) {
  const response = await fetch(`v1/place/${encodeURIComponent(id)}`);
  const place = await response.json();
  if (!response.ok) throw new Error(place.detail);
  return place;
}

function show(places, text) {
  found = places;
  status.textContent = text;
  list.replaceChildren(
    ...places.map((place, index) => {
      const item = document.createElement("li");
      const button = make("button", "", { class: "place", type: "button" });
      button.append(make("bdi", place.name, { class: "title" }));
      if (place.matched_name && place.matched_name !== place.name) {
        button.append(" ", make("bdi", place.matched_name, { lang: place.matched_language }));
      }
      const near = place.distance_km === undefined ? "" : ` · ${place.distance_km.toFixed(1)} km`;
      const score = place.score === undefined ? "" : ` · score ${place.score}`;
      button.append(make("span", `${where(place)}${near}${score}`, { class: "where", dir: "auto" }));
      button.addEventListener("click", () => pick(index));
      item.append(button);
      return item;
    }),
  );
  map.show(places);
}

let selection = 0;
async function select(index) {
  map.mark(index);
  [...list.children].forEach((item, at) => {
    item.toggleAttribute("aria-current", false);
    if (at === index) {
      item.setAttribute("aria-current", "true");
      item.scrollIntoView({ block: "nearest" });
    }
    item.querySelector(".more")?.remove();
  });
  const item = list.children[index];
  const number = ++selection;
  try {
    const place = await placeOf(found[index].id);
    // Another one was selected meanwhile.
    if (number !== selection) return;
    const more = make("div", "", { class: "more" });
    more.append(make("p", `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)} · ${[place.id, ...place.same_as].join(" · ")}`));
    const names = make("ul", "", { class: "names" });
    for (const name of place.names.slice(0, 60)) {
      const line = document.createElement("li");
      line.append(make("bdi", name.text, { lang: name.language }), " ", make("small", name.language));
      names.append(line);
    }
    more.append(names);
    item.append(more);
  } catch (error) {
    fail(error);
  }
}

const link = Object.fromEntries(new URLSearchParams(location.search));
if (link.q) {
  input.value = link.q;
  search(link.q, link.id);
} else if (link.lat && link.lon) around(link.lat, link.lon, link.id);
else if (link.id) shownPlace(link.id);
