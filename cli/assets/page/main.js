// Heading, languages, tabs, and the first drawing.
const TABS = ["places", "texts"];
function showTab(wanted) {
  for (const name of TABS) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === wanted));
    tab.tabIndex = name === wanted ? 0 : -1;
    byId(`panel-${name}`).hidden = name !== wanted;
  }
  if (wanted === "texts" && textNumber < 0 && data.texts.length > 0) drawText(0);
  if (wanted === "places") markRow();
}
for (const name of TABS) {
  const tab = byId(`tab-${name}`);
  tab.addEventListener("click", () => showTab(name));
  tab.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = TABS.find((each) => each !== name);
    if (byId(`tab-${other}`).hidden) return;
    showTab(other);
    byId(`tab-${other}`).focus();
  });
}

{
  // Languages in which there are names, those of most places first.
  const tally = new Map();
  for (const place of places) {
    for (const tag of new Set(place.names.map(([tag]) => tag))) {
      if (!tag.startsWith("und")) tally.set(tag, (tally.get(tag) ?? 0) + 1);
    }
  }
  if (state.language && !tally.has(state.language)) tally.set(state.language, 0);
  const tags = [...tally.keys()].sort((a, b) => tally.get(b) - tally.get(a) || collator.compare(a, b));
  byId("language").append(
    element("option", { value: "" }, "International"),
    ...tags.map((tag) => element("option", { value: tag }, `${languageName(tag)} (${tally.get(tag)})`)),
  );
  byId("language").value = state.language;
  byId("language").addEventListener("change", (event) => change({ language: event.target.value }));
}

const onMap = places.filter((place) => place.lat !== null).length;
byId("summary").textContent = [
  plural(onMap, "place", "places"),
  plural(data.mentions.length, "mention", "mentions"),
  plural(data.texts.length, "text", "texts"),
].slice(0, data.texts.length ? 3 : 1).join(" · ");

// Answers of a search have no mentions.
document.body.classList.toggle("bare", data.mentions.length === 0);
refresh();
{
  // The legend is open where there is room for it and it hides no place.
  const legend = byId("legend");
  legend.open = matchMedia("(min-width: 900px) and (min-height: 640px)").matches;
  const box = legend.getBoundingClientRect();
  const frame = byId("map").getBoundingClientRect();
  const hides = ({ lat, lon }) => {
    const at = map.latLngToContainerPoint([lat, drawnLon(lon)]);
    return at.x < box.right - frame.left + 12 && at.y > box.top - frame.top - 12;
  };
  if (places.some((place) => place.lat !== null && hides(place))) legend.open = false;
}
// On paper the map shows all places of the table, and legend and sources are open.
let before = null;
addEventListener("beforeprint", () => {
  if (before) return;
  const closed = [...document.querySelectorAll("details:not([open]):is(.sources, .legend)")];
  before = { closed, center: map.getCenter(), zoom: map.getZoom() };
  closed.forEach((details) => (details.open = true));
  document.documentElement.classList.add("printing");
  map.invalidateSize({ animate: false });
  fit(shown);
  placeLabelsNow();
});
addEventListener("afterprint", () => {
  if (!before) return;
  document.documentElement.classList.remove("printing");
  before.closed.forEach((details) => (details.open = false));
  map.invalidateSize({ animate: false });
  map.setView(before.center, before.zoom, { animate: false });
  before = null;
});
document.documentElement.dataset.ready = "true";
