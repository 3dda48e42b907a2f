// The base map: Natural Earth as vectors, and the names of countries.
const unpack = (topology) => {
  // Arcs are "encoded polylines": latitude and longitude by turns, each the difference to the one before,
  // the sign in the lowest bit, five bits a character.
  const factor = 10 ** -topology.digits;
  const arc = (text) => {
    const points = [];
    let at = 0;
    const step = () => {
      let bits = 0;
      let shift = 0;
      let code;
      do {
        code = text.charCodeAt(at++) - 63;
        bits |= (code & 31) << shift;
        shift += 5;
      } while (code >= 32);
      return bits & 1 ? ~(bits >> 1) : bits >> 1;
    };
    let [north, east] = [0, 0];
    while (at < text.length) {
      north += step();
      east += step();
      points.push([east * factor, north * factor]);
    }
    return points;
  };
  return { ...topology, arcs: topology.arcs.map(arc) };
};

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)").matches;
const map = L.map("map", {
  zoomControl: false,
  attributionControl: false,
  minZoom: 2,
  maxZoom: 11,
  wheelPxPerZoomLevel: 100,
  maxBounds: [[-85.05, -200], [85.05, 200]],
  maxBoundsViscosity: 0.8,
  zoomAnimation: !REDUCED,
  fadeAnimation: !REDUCED,
  markerZoomAnimation: !REDUCED,
});
// The view comes first: whatever is added before is projected twice.
map.setView([30, 30], 2);
const fit = (list) => {
  const points = list.filter((place) => place.lat !== null).map(({ lat, lon }) => [lat, lon]);
  if (points.length > 0) map.fitBounds(points, { padding: [40, 40], maxZoom: 8, animate: false });
};
fit(places);
const zoom = L.control.zoom({ position: "topright" }).addTo(map);
L.control
  .attribution({ position: "bottomright", prefix: '<a href="https://leafletjs.com">Leaflet</a>' })
  .addAttribution("Map: Natural Earth")
  .addAttribution("Places: GeoNames (CC BY 4.0) and others")
  .addTo(map);
L.control.scale({ position: "bottomright", imperial: false }).addTo(map);

{
  const topology = unpack(read("base-map"));
  const renderer = L.svg({ padding: 0.3 });
  // What is drawn above what.
  const layers = [
    "land", "streams", "rivers", "lakes", "borders", "disputed", "control", "indefinite", "claims", "breakaway",
  ];
  for (const name of layers) {
    const shapes = topojson.feature(topology, topology.objects[name]);
    L.geoJSON(shapes, { interactive: false, renderer, smoothFactor: 0.8, style: { className: `bm bm-${name}` } })
      .addTo(map);
  }
}

// Countries are named under everything else.
map.createPane("countries").classList.add("countries");
const countries = data.countries.map((country) => {
  const label = element("span", { class: "country" });
  const icon = L.divIcon({ className: "country-at", html: label, iconSize: [0, 0] });
  const marker = L.marker([country.lat, country.lon], {
    icon, interactive: false, keyboard: false, pane: "countries",
  }).addTo(map);
  return { country, label, marker };
});
const nameCountries = () => {
  for (const { country, label } of countries) label.textContent = nameIn({ ...country, id: "" }, state.language);
};
on("language", nameCountries);
nameCountries();
