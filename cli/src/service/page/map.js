// The map of the search page: Leaflet over the base map. The page gives it places, and it says which one was
// clicked, or where. `L`, `topojson` and `addBaseMap` are those of the programs that the page loads before.

// Degrees north and east of home ground, which is shown before anything is found.
const HOME = [[30, 30], [45, 58]];
// Radii of marks in pixels.
const RADIUS = 7;
const CURRENT = 10;

/** A map in `box`; `onPlace(index)` and `onPoint(lat, lon)` are told of clicks. */
export async function createMap(box, { onPlace, onPoint }) {
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 2,
    maxZoom: 11,
    maxBounds: [[-85.05, -200], [85.05, 200]],
    maxBoundsViscosity: 0.8,
    zoomAnimation: !reduced,
    fadeAnimation: !reduced,
  });
  map.fitBounds(HOME, { animate: false });
  L.control.zoom({ position: "topright" }).addTo(map);
  L.control
    .attribution({ position: "bottomright", prefix: false })
    .addAttribution("Map: Natural Earth. Drawn by Leaflet")
    .addTo(map);
  L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
  addBaseMap(map, await (await fetch("assets/base-map.json")).json());

  const marks = L.featureGroup().addTo(map);
  map.on("click", ({ latlng }) => {
    const { lat, lng } = latlng.wrap();
    onPoint(Math.max(-90, Math.min(90, lat)), lng);
  });
  new ResizeObserver(() => map.invalidateSize()).observe(box);

  return {
    /** Shows these places, with `lat` and `lon`, and moves to where they are. */
    show(found) {
      marks.clearLayers();
      found.forEach((place, index) => {
        const mark = L.circleMarker([place.lat, place.lon], {
          radius: RADIUS,
          className: "mark",
          bubblingMouseEvents: false,
        });
        const name = document.createElement("bdi");
        name.textContent = place.name;
        mark.bindTooltip(name).on("click", () => onPlace(index)).addTo(marks);
      });
      if (found.length > 0) map.fitBounds(marks.getBounds(), { padding: [40, 40], maxZoom: 8, animate: false });
    },
    /** Makes one of them stand out. */
    mark(index) {
      marks.getLayers().forEach((mark, at) => {
        mark.setRadius(at === index ? CURRENT : RADIUS);
        mark.getElement()?.classList.toggle("current", at === index);
        if (at === index) mark.bringToFront();
      });
    },
  };
}
