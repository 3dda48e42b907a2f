// The table of places: it sorts, filters, and selects.
const rows = byId("rows");
const rowOf = new Map();

const makeRow = (place) => {
  const name = element("td", { class: "name" }, element("div", {},
    element("i", { class: `dot ${place.certainty}`, "aria-hidden": "true" }), element("bdi", { dir: "auto" }),
    element("span", { class: "unseen" }, `, ${KINDS[place.certainty]}`)));
  const row = element("tr", { tabindex: "-1" }, name, element("td", { class: "where" }, element("bdi", { dir: "auto" })),
    element("td", { class: "sort" }, sortOf(place)), element("td", { class: "number" }));
  row.addEventListener("click", () => select(place, row));
  row.place = place;
  return row;
};

const drawRows = () => {
  const list = shown.map((place) => {
    if (!rowOf.has(place)) rowOf.set(place, makeRow(place));
    const row = rowOf.get(place);
    row.querySelector(".name bdi").textContent = nameIn(place, state.language);
    row.querySelector(".where bdi").textContent = where(place, state.language);
    row.lastChild.textContent = String(mentionsOf(place).length);
    row.tabIndex = -1;
    return row;
  });
  fill(rows, list);
  const first = list.find((row) => row.place === state.selected) ?? list[0];
  if (first) first.tabIndex = 0;
  byId("none").hidden = list.length > 0;
  const mentions = shown.reduce((sum, place) => sum + mentionsOf(place).length, 0);
  const all = plural(places.length, "place", "places");
  const some = list.length === places.length ? all : `${list.length.toLocaleString("en")} of ${all}`;
  byId("shown").textContent = data.mentions.length ? `${some}, ${plural(mentions, "mention", "mentions")}` : some;
  for (const head of document.querySelectorAll("th")) {
    const direction = state.ascending ? "ascending" : "descending";
    head.setAttribute("aria-sort", head.firstElementChild.dataset.sort === state.sort ? direction : "none");
  }
};

const markRow = () => {
  for (const [place, row] of rowOf) row.setAttribute("aria-selected", String(place === state.selected));
  const row = rowOf.get(state.selected);
  if (!row?.isConnected) return;
  for (const other of rows.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  row.tabIndex = 0;
  // Only the table is scrolled, not the page around it.
  const [box, view] = [row.getBoundingClientRect(), rows.closest(".scroll")];
  const frame = view.getBoundingClientRect();
  const head = rows.previousElementSibling.offsetHeight;
  if (box.top < frame.top + head) view.scrollTop -= frame.top + head - box.top;
  else if (box.bottom > frame.bottom) view.scrollTop += box.bottom - frame.bottom;
};

rows.addEventListener("keydown", (event) => {
  const row = event.target.closest("tr");
  if (!row) return;
  const steps = {
    ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling,
    Home: rows.firstElementChild, End: rows.lastElementChild,
  };
  if (event.key === "Enter" || event.key === " ") select(row.place, row);
  else if (event.key in steps) {
    const next = steps[event.key];
    if (next) {
      row.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  } else return;
  event.preventDefault();
});

for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const sort = button.dataset.sort;
    const again = state.sort === sort;
    change({ sort, ascending: again ? !state.ascending : sort !== "count" });
  });
}

// A button for each kind that there is, if there are several.
const counts = Object.keys(KINDS).map((kind) => [kind, places.filter((place) => place.certainty === kind).length]);
const present = counts.filter(([, count]) => count > 0);
const buttons = present.map(([kind, count]) => {
  const button = element("button", { "aria-pressed": "true", "data-kind": kind },
    element("i", { class: `dot ${kind}`, "aria-hidden": "true" }), KINDS[kind], element("small", {}, String(count)));
  button.addEventListener("click", () => {
    const kinds = new Set(state.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    change({ kinds });
  });
  return button;
});
if (buttons.length > 1) byId("kinds").append(...buttons);
for (const item of document.querySelectorAll("#legend [data-kind]")) {
  item.hidden = item.dataset.kind !== "sure" && !present.some(([kind]) => kind === item.dataset.kind);
}

const drawFilters = () => {
  for (const button of buttons) button.setAttribute("aria-pressed", String(state.kinds.has(button.dataset.kind)));
  if (byId("search").value !== state.query) byId("search").value = state.query;
  byId("file").value = String(state.file);
};

byId("search").addEventListener("input", (event) => change({ query: event.target.value }));
fill(byId("file"), [element("option", { value: "-1" }, "All texts"),
  ...data.texts.map((_, number) => element("option", { value: String(number) }, titleOf(number)))]);
byId("file").hidden = data.texts.length < 2;
byId("file").addEventListener("change", (event) => change({ file: Number(event.target.value) }));
byId("reset").addEventListener("click", () => {
  change({ query: "", file: -1, kinds: new Set(Object.keys(KINDS)) });
  byId("search").focus();
});

on("shown", drawRows);
on("shown", drawFilters);
on("selected", markRow);
