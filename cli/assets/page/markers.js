// A marker for each place, clusters where they are crowded, and names beside those where they fit.
const diameter = (count) => Math.round(Math.min(44, 9 + 5 * Math.sqrt(Math.max(count, 1))));

const clusters = L.markerClusterGroup({
  maxClusterRadius: 44,
  showCoverageOnHover: false,
  spiderLegPolylineOptions: { className: "spider-leg" },
  animate: !REDUCED,
  iconCreateFunction: (cluster) => {
    const count = cluster.getChildCount();
    const mentions = cluster.getAllChildMarkers().reduce((sum, { place }) => sum + mentionsOf(place).length, 0);
    const size = Math.round(Math.min(54, 22 + 2.2 * Math.sqrt(mentions)));
    const bunch = element("span", { class: "bunch" }, String(count));
    return L.divIcon({ className: "at-bunch", html: bunch, iconSize: [size, size] });
  },
});

const describe = (place) => {
  const kind = place.certainty === "sure" ? "" : `, ${KINDS[place.certainty].toLowerCase()}`;
  const count = mentionsOf(place).length;
  return `${nameIn(place, state.language)}${count ? `, ${plural(count, "mention", "mentions")}` : ""}${kind}`;
};

const markers = new Map();
for (const place of places) {
  if (place.lat === null) continue;
  const marker = L.marker([place.lat, drawnLon(place.lon)], { keyboard: true, riseOnHover: true });
  marker.place = place;
  marker.dot = element("span", { class: `dot ${place.certainty}` });
  marker.tag = element("bdi", { class: "tag", dir: "auto" });
  marker.on("click", () => select(place, marker.getElement()));
  marker.on("keypress", ({ originalEvent }) => {
    if (originalEvent.key === "Enter") select(place, marker.getElement());
  });
  marker.on("add", () => dress(marker));
  markers.set(place, marker);
}

// What depends on the language, the counts and the selection.
function dress(marker) {
  const at = marker.getElement();
  if (!at) return;
  at.setAttribute("aria-label", describe(marker.place));
  at.classList.toggle("selected", marker.place === state.selected);
  marker.tag.textContent = nameIn(marker.place, state.language);
}

// The icon is made anew when its size changes only.
const resize = (marker) => {
  const size = diameter(mentionsOf(marker.place).length);
  if (marker.size === size) return;
  marker.size = size;
  const pin = element("span", { class: "pin" }, marker.dot, marker.tag);
  marker.setIcon(L.divIcon({ className: "at-place", html: pin, iconSize: [size, size] }));
};

let drawn = null;
const drawMarkers = () => {
  const wanted = shown.filter((place) => markers.has(place));
  const list = wanted.map((place) => markers.get(place));
  list.forEach(resize);
  const key = wanted.map((place) => place.number).sort((a, b) => a - b).join();
  if (drawn !== key) {
    drawn = key;
    clusters.clearLayers();
    clusters.addLayers(list);
    // What was asked for may lie where nobody looks.
    const view = map.getBounds();
    if (list.length > 0 && !list.some((marker) => view.contains(marker.getLatLng()))) fit(wanted);
  } else {
    clusters.refreshClusters();
  }
  list.forEach(dress);
  placeLabels();
};

{
  const all = element("a", { href: "#", class: "fit", role: "button", title: "Show all places", "aria-label": "Show all places" }, "⤢");
  L.DomEvent.on(all, "click", (event) => {
    L.DomEvent.stop(event);
    fit(shown);
  });
  zoom.getContainer().append(all);
}

// Names go beside the markers, those of the most mentioned places first, where they cover neither a marker
// nor another name; then those of countries.
let waiting = false;
function placeLabels() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    placeLabelsNow();
  });
}
function placeLabelsNow() {
  const frame = byId("map").getBoundingClientRect();
  const box = (at) => at.getBoundingClientRect();
  const visible = ({ left, right, top, bottom }) =>
    right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom;
  const pins = [];
  const taken = [...document.querySelectorAll("#legend, #card:not([hidden]), .leaflet-control")].map(box);
  for (const at of document.querySelectorAll("#map .at-bunch")) taken.push(box(at));
  for (const marker of markers.values()) {
    const at = marker.getElement();
    if (!at?.isConnected) continue;
    const dot = box(at);
    taken.push(dot);
    if (visible(dot)) pins.push({ marker, dot });
  }
  const own = (pin) => (pin.marker.place === state.selected ? 1e9 : mentionsOf(pin.marker.place).length);
  pins.sort((a, b) => own(b) - own(a));
  // First all is measured, then all is changed: the browser lays the page out once.
  for (const pin of pins) pin.width = pin.marker.tag.offsetWidth;
  measureCountries();
  const fits = (rect, mine) => taken.every((other) => other === mine || !covers(rect, other));
  for (const { marker, dot, width } of pins) {
    const middle = (dot.top + dot.bottom) / 2;
    const [top, bottom] = [middle - 9, middle + 9];
    const right = { left: dot.right + 3, right: dot.right + 3 + width, top, bottom };
    const left = { left: dot.left - 3 - width, right: dot.left - 3, top, bottom };
    const inside = (rect) => rect.left >= frame.left && rect.right <= frame.right;
    const place = [right, left].find((rect) => inside(rect) && fits(rect, dot));
    marker.tag.classList.toggle("shown", Boolean(place));
    marker.tag.classList.toggle("before", place === left);
    if (place) taken.push(place);
  }
  const named = pins.filter(({ marker }) => marker.tag.classList.contains("shown")).map(({ marker }) => marker.place);
  placeCountries(frame, taken, new Set(named));
}

// How far off the selected place may be.
let reach = null;
const showSelected = () => {
  for (const marker of markers.values()) {
    dress(marker);
    marker.setZIndexOffset(marker.place === state.selected ? 10000 : 0);
  }
  reach?.remove();
  reach = null;
  const place = state.selected;
  const marker = markers.get(place);
  if (!marker) return placeLabels();
  const km = place.accuracy_km;
  if (km > 0) {
    reach = L.circle([place.lat, drawnLon(place.lon)], { radius: km * 1000, interactive: false, className: "reach" });
    reach.addTo(map);
  }
  if (clusters.hasLayer(marker)) {
    const goTo = () => {
      const at = map.latLngToContainerPoint(marker.getLatLng());
      const [frame, over] = [byId("map"), byId("card")].map((each) => each.getBoundingClientRect());
      // What the card leaves of the map: on phones it covers the bottom, else the left.
      const aside = over.width < frame.width * 0.8;
      const [left, right] = [aside ? over.right - frame.left : 0, frame.width];
      const bottom = aside ? frame.height : Math.min(frame.height, Math.max(over.top - frame.top, 120));
      if (at.x < left + 40 || at.x > right - 60 || at.y < 40 || at.y > bottom - 50) {
        map.panBy(at.subtract([(left + right) / 2, bottom / 2]), { animate: !REDUCED });
      }
      placeLabels();
    };
    clusters.zoomToShowLayer(marker, goTo);
  }
};

on("shown", drawMarkers);
on("language", () => [...markers.values()].forEach(dress));
on("selected", showSelected);
clusters.addTo(map);
clusters.on("animationend spiderfied unspiderfied", placeLabels);
map.on("moveend zoomend resize", placeLabels);
byId("legend").addEventListener("toggle", placeLabels);
// A bunch is a button too.
map.on("layeradd", ({ layer }) => {
  if (!(layer instanceof L.MarkerCluster)) return;
  const at = layer.getElement();
  at?.setAttribute("aria-label", `${plural(layer.getChildCount(), "place", "places")}; Enter shows them apart`);
});
