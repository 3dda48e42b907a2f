// The names of countries, under everything else: where a country's point is, and where something else stands
// there or it is out of sight, at another place that no border parts from the country.
map.createPane("countries").classList.add("countries");
const countries = data.countries.map((country) => {
  const label = element("span", { class: "country" });
  const icon = L.divIcon({ className: "country-at", html: label, iconSize: [0, 0] });
  const home = L.latLng(country.lat, drawnLon(country.lon));
  const marker = L.marker(home, { icon, interactive: false, keyboard: false, pane: "countries" }).addTo(map);
  return { country, label, home, marker, size: [0, 0] };
});
const nameCountries = () => {
  for (const { country, label } of countries) label.textContent = nameIn(country, state.language);
};
on("language", nameCountries);
nameCountries();

// Small states are named where they can be seen.
const leastPeople = (zoom) => (zoom < 4 ? 1e6 : zoom < 6 ? 1e5 : 0);

// A name is looked for room in a grid of so many pixels, and stays so near to one of the country's places; that of a
// country without one on the map to its point.
const GRID = [40, 20];
const NEAR = 120;
const NEAR_HOME = 60;
// A name in the sea ends or begins so near to the country.
const OFFSHORE = 14;
// So far it stays from all else where it is not at its point, lest it be taken for the name of something there.
const APART = 12;
// So many places of a country tell where it is.
const MOST_POINTS = 200;

const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Lines of layers of the base map in points of the world at zoom 0, in pieces with a box around each: of most it is
// seen at once that nothing crosses them.
const PIECE = 24;
const piecesOf = (names) => {
  const lines = names.flatMap((name) => {
    const { type, coordinates } = baseMap[name].geometry;
    return type === "MultiPolygon" ? coordinates.flat() : coordinates;
  });
  const pieces = [];
  for (const line of lines) {
    for (const shift of isMoved ? [0, 360] : [0]) {
      const points = line.map(([east, north]) => map.project([north, east + shift], 0));
      for (let at = 0; at + 1 < points.length; at += PIECE) {
        const piece = points.slice(at, at + PIECE + 1);
        pieces.push({ piece, box: L.bounds(piece) });
      }
    }
  }
  return pieces;
};
const borders = piecesOf(["borders", "disputed", "control", "indefinite"]);
const coasts = piecesOf(["land"]);

const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const cross = (a, b, c, d) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
// How often the way between two points of the window crosses the lines; it is not counted beyond `most`.
const crossings = (a, b, pieces, most) => {
  const [from, to] = [a, b].map((point) => map.project(map.containerPointToLatLng(point), 0));
  const way = L.bounds(from, to);
  let count = 0;
  for (const { piece, box } of pieces) {
    if (!way.intersects(box)) continue;
    for (let at = 1; at < piece.length; at += 1) {
      if (cross(from, to, piece[at - 1], piece[at]) && ++count > most) return count;
    }
  }
  return count;
};

const measureCountries = () => {
  for (const each of countries) each.size = [each.label.offsetWidth, each.label.offsetHeight];
};

// Puts them where they cover nothing of what is taken, in rectangles of the window. What a place on the map is
// called already is not said twice.
const placeCountries = (frame, taken, named) => {
  const visible = ({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  // The places of each country that are in sight, and how often they are mentioned.
  const seen = new Map();
  for (const place of shown) {
    if (place.lat === null || !place.country) continue;
    const at = map.latLngToContainerPoint([place.lat, drawnLon(place.lon)]);
    if (!visible(at)) continue;
    const here = seen.get(place.country) ?? { points: [], mentions: 0 };
    if (here.points.length < MOST_POINTS) here.points.push(at);
    here.mentions += mentionsOf(place).length;
    seen.set(place.country, here);
  }
  const twice = new Set([...named].filter((place) => sortOf(place) === "Country").map((place) => place.country));
  const grid = [];
  for (let y = GRID[1] / 2; y < frame.height; y += GRID[1]) {
    for (let x = GRID[0] / 2; x < frame.width; x += GRID[0]) grid.push(L.point(x, y));
  }
  // Those that the map is about come first, then by their people, as they stand in the list.
  const mentions = ({ country }) => seen.get(country.country)?.mentions ?? -1;
  const order = [...countries].sort((a, b) => mentions(b) - mentions(a));
  for (const each of order) {
    const { country, label, home, marker, size: [width, height] } = each;
    const here = countryOf.get(country.country) === country ? seen.get(country.country) : null;
    const rectAt = ({ x, y }, apart = 0) => ({
      left: frame.left + x - width / 2 - 4 - apart, right: frame.left + x + width / 2 + 4 + apart,
      top: frame.top + y - height / 2 - apart, bottom: frame.top + y + height / 2 + apart,
    });
    const fits = (at, apart = 0) => {
      const rect = rectAt(at, apart);
      const inside = rect.left >= frame.left && rect.right <= frame.right && rect.top >= frame.top && rect.bottom <= frame.bottom;
      return inside && taken.every((other) => !covers(rect, other));
    };
    const own = map.latLngToContainerPoint(home);
    const wanted = !twice.has(country.country) && (here || (visible(own) && country.population >= leastPeople(map.getZoom())));
    let at = null;
    if (wanted && fits(own)) at = own;
    else if (wanted) {
      const points = [...(visible(own) ? [own] : []), ...(here?.points ?? [])];
      const nearest = (to) => points.reduce((best, point) => (point.distanceTo(to) < best.distanceTo(to) ? point : best));
      const middle = points.reduce((sum, point) => sum.add(point), L.point(0, 0)).divideBy(points.length);
      const clear = (to) => {
        const [left, right] = [to.subtract([width / 2, 0]), to.add([width / 2, 0])];
        if (crossings(nearest(to), to, borders, 0) > 0 || crossings(left, right, borders, 0) > 0) return false;
        const coast = crossings(nearest(to), to, coasts, 1);
        if (coast === 0) return true;
        // In the sea before the country, where it does not reach another coast.
        const away = nearest(to).subtract(to);
        const gap = L.point(Math.max(Math.abs(away.x) - width / 2, 0), Math.max(Math.abs(away.y) - height / 2, 0));
        return coast === 1 && gap.distanceTo(L.point(0, 0)) <= OFFSHORE && crossings(left, right, coasts, 0) === 0;
      };
      const near = here ? NEAR : NEAR_HOME;
      const around = L.bounds(points);
      const [low, high] = [around.min.subtract([near, near]), around.max.add([near, near])];
      const room = L.bounds(low, high);
      const ways = grid.filter((to) => room.contains(to) && fits(to, APART) && nearest(to).distanceTo(to) <= near);
      ways.sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
      at = ways.find(clear) ?? null;
    }
    label.classList.toggle("shown", Boolean(at));
    if (!at) continue;
    taken.push(rectAt(at));
    marker.setLatLng(at === own ? home : map.containerPointToLatLng(at));
  }
};
