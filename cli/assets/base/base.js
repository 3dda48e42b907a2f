// The base map: Natural Earth as vectors, for the map of texts and the search page.
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

// The layers, and what is drawn above what.
const BASE_LAYERS = [
  "land", "streams", "rivers", "lakes", "borders", "disputed", "control", "indefinite", "claims", "breakaway",
];

/**
 * Draws the base map, of the file `base-map.json`, on a map of Leaflet; `base.css` gives it its colors. It is drawn
 * once for each of the shifts, so many degrees to the east. Gives the layers by their names, as GeoJSON.
 */
const addBaseMap = (map, packed, shifts = [0]) => {
  const topology = unpack(packed);
  const renderer = L.svg({ padding: 0.3 });
  const layers = {};
  for (const name of BASE_LAYERS) {
    const shapes = topojson.feature(topology, topology.objects[name]);
    layers[name] = shapes;
    for (const shift of shifts) {
      const coordsToLatLng = ([east, north]) => L.latLng(north, east + shift);
      const style = { className: `bm bm-${name}` };
      L.geoJSON(shapes, { interactive: false, renderer, smoothFactor: 0.8, style, coordsToLatLng }).addTo(map);
    }
  }
  return layers;
};
