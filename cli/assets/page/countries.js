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

// Where the map ends, in degrees.
const MOST_NORTH = 85.0511287798;

const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Lines of layers of the base map in points of the world at zoom 0, in pieces with a box around each: of most it is
// seen at once that nothing crosses them.
const PIECE = 24;
// As `map.project` does at zoom 0, for very many points.
const onWorld = (north, east) => {
  const sine = Math.sin((Math.max(-MOST_NORTH, Math.min(MOST_NORTH, north)) * Math.PI) / 180);
  return L.point(256 * (east / 360 + 0.5), 256 * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
};
const piecesOf = (names) => {
  const lines = names.flatMap((name) => {
    const { type, coordinates } = baseMap[name].geometry;
    return type === "MultiPolygon" ? coordinates.flat() : coordinates;
  });
  const pieces = [];
  for (const line of lines) {
    for (const shift of isMoved ? [0, 360] : [0]) {
      const points = line.map(([east, north]) => onWorld(north, east + shift));
      for (let at = 0; at + 1 < points.length; at += PIECE) {
        const piece = points.slice(at, at + PIECE + 1);
        pieces.push({ piece, box: L.bounds(piece) });
      }
    }
  }
  return pieces;
};
// They are made when they are first needed, when the page stands there already.
const once = (make) => {
  let made = null;
  return () => (made ??= make());
};
const borders = once(() => piecesOf(["borders", "disputed", "control", "indefinite"]));
const coasts = once(() => piecesOf(["land"]));

const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const cross = (a, b, c, d) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
// The lines are coarse: what lies so near to one may be drawn beyond it, and tells nothing.
const NEAR_BORDER_KM = 8;
const isNearBorder = ({ lat, lon }) => {
  const at = map.project([lat, drawnLon(lon)], 0);
  const reach = (NEAR_BORDER_KM * 256) / (40075 * Math.cos((lat * Math.PI) / 180));
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => at.add([x * reach, y * reach]));
  return corners.some((corner, number) => crossed(corner, corners[(number + 1) % 4], borders(), 0) > 0);
};
// Of places, whether they are far enough from all borders.
const tells = new Map();
// Whether a point of the window is on land: whoever goes from there to the west crosses an odd number of coasts.
const isLand = (point) => {
  const at = map.project(map.containerPointToLatLng(point), 0);
  let count = 0;
  for (const { piece, box } of coasts()) {
    if (box.min.y > at.y || box.max.y < at.y || box.min.x > at.x) continue;
    for (let next = 1; next < piece.length; next += 1) {
      const [a, b] = [piece[next - 1], piece[next]];
      if (a.y > at.y !== b.y > at.y && at.x > a.x + ((at.y - a.y) / (b.y - a.y)) * (b.x - a.x)) count += 1;
    }
  }
  return count % 2 === 1;
};
// How often the way between two points of the window crosses the lines; it is not counted beyond `most`.
const crossings = (a, b, pieces, most) => {
  const [from, to] = [a, b].map((point) => map.project(map.containerPointToLatLng(point), 0));
  return crossed(from, to, pieces, most);
};
// The same of points of the world at zoom 0.
const crossed = (from, to, pieces, most) => {
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

// The places of each country that are in sight, as points of the window, and how often they are mentioned.
const seenCountries = (visible) => {
  const seen = new Map();
  for (const place of shown) {
    if (place.lat === null || !place.country) continue;
    const at = map.latLngToContainerPoint([place.lat, drawnLon(place.lon)]);
    if (!visible(at)) continue;
    const here = seen.get(place.country) ?? { points: [], mentions: 0 };
    if (!tells.has(place)) tells.set(place, !isNearBorder(place));
    if (tells.get(place) && here.points.length < MOST_POINTS) here.points.push(at);
    here.mentions += mentionsOf(place).length;
    seen.set(place.country, here);
  }
  return seen;
};

// Where the middle of a name of this size goes that is not at its country's point, if there is room: in the grid, near
// to one of the points that lie in the country, and within its borders.
const roomFor = ([width, height], points, near, grid, fits) => {
  if (points.length === 0) return null;
  const nearest = (to) => points.reduce((best, point) => (point.distanceTo(to) < best.distanceTo(to) ? point : best));
  const middle = points.reduce((sum, point) => sum.add(point), L.point(0, 0)).divideBy(points.length);
  const isClear = (to) => {
    const from = nearest(to);
    const [left, right] = [to.subtract([width / 2, 0]), to.add([width / 2, 0])];
    if (crossings(from, to, borders(), 0) > 0 || crossings(left, right, borders(), 0) > 0) return false;
    const coast = crossings(from, to, coasts(), 1);
    if (isLand(to)) return coast === 0;
    // In the sea before the country, where it does not reach another coast.
    const gap = Math.hypot(Math.max(Math.abs(from.x - to.x) - width / 2, 0), Math.max(Math.abs(from.y - to.y) - height / 2, 0));
    return coast <= 1 && gap <= OFFSHORE && crossings(left, right, coasts(), 0) === 0;
  };
  const around = L.bounds(points);
  const box = L.bounds(around.min.subtract([near, near]), around.max.add([near, near]));
  const ways = grid.filter((to) => box.contains(to) && fits(to, APART) && nearest(to).distanceTo(to) <= near);
  ways.sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
  return ways.find(isClear) ?? null;
};

// Puts them where they cover nothing of what is taken, in rectangles of the window. What a place on the map is
// called already is not said twice.
const placeCountries = (frame, taken, named) => {
  const visible = ({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  const seen = seenCountries(visible);
  const twice = new Set([...named].filter((place) => sortOf(place) === "Country").map((place) => place.country));
  const grid = [];
  for (let y = GRID[1] / 2; y < frame.height; y += GRID[1]) {
    for (let x = GRID[0] / 2; x < frame.width; x += GRID[0]) grid.push(L.point(x, y));
  }
  // Those that the map is about come first, then by their people, as they stand in the list.
  const mentions = ({ country }) => seen.get(country.country)?.mentions ?? -1;
  for (const { country, label, home, marker, size } of [...countries].sort((a, b) => mentions(b) - mentions(a))) {
    const [width, height] = size;
    const rectAt = ({ x, y }, apart = 0) => ({
      left: frame.left + x - width / 2 - 4 - apart, right: frame.left + x + width / 2 + 4 + apart,
      top: frame.top + y - height / 2 - apart, bottom: frame.top + y + height / 2 + apart,
    });
    const fits = (at, apart = 0) => {
      const rect = rectAt(at, apart);
      const inside = rect.left >= frame.left && rect.right <= frame.right && rect.top >= frame.top && rect.bottom <= frame.bottom;
      return inside && taken.every((other) => !covers(rect, other));
    };
    // Of several of one code the places are those of the first.
    const here = countryOf.get(country.country) === country ? seen.get(country.country) : null;
    const own = map.latLngToContainerPoint(home);
    const isLarge = visible(own) && country.population >= leastPeople(map.getZoom());
    let at = null;
    if (!twice.has(country.country) && (here || isLarge)) {
      const points = [...(visible(own) ? [own] : []), ...(here?.points ?? [])];
      at = fits(own) ? own : roomFor(size, points, here ? NEAR : NEAR_HOME, grid, fits);
    }
    label.classList.toggle("shown", Boolean(at));
    if (!at) continue;
    taken.push(rectAt(at));
    marker.setLatLng(at === own ? home : map.containerPointToLatLng(at));
  }
};
