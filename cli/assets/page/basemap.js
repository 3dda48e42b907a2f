// The map, on the base map.
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)").matches;
const map = L.map("map", {
  zoomControl: false,
  attributionControl: false,
  minZoom: 2,
  maxZoom: 11,
  wheelPxPerZoomLevel: 100,
  maxBounds: [[-85.05, -200], [85.05, isMoved ? 560 : 200]],
  maxBoundsViscosity: 0.8,
  zoomAnimation: !REDUCED,
  fadeAnimation: !REDUCED,
  markerZoomAnimation: !REDUCED,
});
// The view comes first: whatever is added before is projected twice.
map.setView([30, 30], 2);
const fit = (list) => {
  const points = list.filter((place) => place.lat !== null).map(({ lat, lon }) => [lat, drawnLon(lon)]);
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

const baseMap = addBaseMap(map, read("base-map"), isMoved ? [0, 360] : [0]);
