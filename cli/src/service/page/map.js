// A small map: outlines of land and lakes, and a dot for each place. The page gives it places, and it
// says which one was clicked, or where.

// Degrees go to the units of the outlines, 20 a degree; north is up, and a degree of latitude is as
// much longer than one of longitude as it is at 40 degrees.
const UNITS = 20;
const STRETCH = 1 / Math.cos((40 * Math.PI) / 180);
const WIDTH = 360 * UNITS;
// The narrowest view: about a degree.
const CLOSEST = UNITS;
// Radius of a dot in pixels.
const DOT = 6;
// A press that moves less, in pixels, is a click.
const CLICK = 4;

const x = (lon) => lon * UNITS;
const y = (lat) => -lat * UNITS * STRETCH;

function element(name, attributes = {}) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A map in `box`; `onPlace(index)` and `onPoint(lat, lon)` are told of clicks. */
export async function createMap(box, { onPlace, onPoint }) {
  const svg = element("svg", { role: "img", "aria-label": "Map of the places found" });
  const world = element("g", { transform: `scale(1 ${STRETCH})` });
  const dots = element("g");
  svg.append(world, dots);
  box.append(svg);

  const outlines = await (await fetch("assets/land.json")).json();
  world.append(element("path", { class: "land", d: outlines.land }));
  world.append(element("path", { class: "lake", d: outlines.lakes }));

  // The middle of the view and its width, in units.
  const view = { x: x(46), y: y(40), width: 30 * UNITS };
  let places = [];

  function draw() {
    const { width, height } = box.getBoundingClientRect();
    const tall = view.width * (height / Math.max(width, 1));
    svg.setAttribute("viewBox", `${view.x - view.width / 2} ${view.y - tall / 2} ${view.width} ${tall}`);
    const radius = DOT * (view.width / Math.max(width, 1));
    for (const dot of dots.children) {
      const wide = dot.classList.contains("current") ? 1.5 : 1;
      dot.setAttribute("r", radius * wide);
    }
  }

  function zoom(factor, atX = view.x, atY = view.y) {
    const width = Math.min(WIDTH, Math.max(CLOSEST, view.width * factor));
    view.x = atX + (view.x - atX) * (width / view.width);
    view.y = atY + (view.y - atY) * (width / view.width);
    view.width = width;
    draw();
  }

  function fit() {
    if (places.length === 0) return;
    const xs = places.map((place) => x(place.lon));
    const ys = places.map((place) => y(place.lat));
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const { width, height } = box.getBoundingClientRect();
    const wide = Math.max(right - left, (bottom - top) * (width / Math.max(height, 1)));
    view.x = (left + right) / 2;
    view.y = (top + bottom) / 2;
    view.width = Math.min(WIDTH, Math.max(wide * 1.3, 8 * UNITS));
    draw();
  }

  // Where on the map a pointer is, in units.
  function under(event) {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const scale = view.width / Math.max(width, 1);
    return [
      view.x + (event.clientX - left - width / 2) * scale,
      view.y + (event.clientY - top - height / 2) * scale,
    ];
  }

  let press = null;
  svg.addEventListener("pointerdown", (event) => {
    press = { x: event.clientX, y: event.clientY, viewX: view.x, viewY: view.y, moved: false };
    press.target = event.target;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!press) return;
    const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
    press.moved ||= Math.hypot(dx, dy) > CLICK;
    if (!press.moved) return;
    const scale = view.width / Math.max(svg.getBoundingClientRect().width, 1);
    view.x = press.viewX - dx * scale;
    view.y = press.viewY - dy * scale;
    draw();
  });
  svg.addEventListener("pointerup", (event) => {
    const ended = press;
    press = null;
    if (!ended || ended.moved) return;
    const index = ended.target.dataset?.index;
    if (index !== undefined) return onPlace(Number(index));
    const [atX, atY] = under(event);
    const [lat, lon] = [-atY / UNITS / STRETCH, atX / UNITS];
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) onPoint(lat, lon);
  });
  svg.addEventListener("pointercancel", () => (press = null));
  svg.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, ...under(event));
    },
    { passive: false },
  );

  const buttons = document.createElement("div");
  buttons.className = "zoom";
  for (const [sign, label, factor] of [
    ["+", "Zoom in", 1 / 1.6],
    ["−", "Zoom out", 1.6],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => zoom(factor));
    buttons.append(button);
  }
  box.append(buttons);
  new ResizeObserver(draw).observe(box);
  draw();

  return {
    /** Shows these places, with `lat` and `lon`, and moves to where they are. */
    show(found) {
      places = found;
      dots.replaceChildren(
        ...found.map((place, index) => {
          const dot = element("circle", { cx: x(place.lon), cy: y(place.lat), "data-index": index });
          const title = element("title");
          title.textContent = place.name;
          dot.append(title);
          return dot;
        }),
      );
      fit();
    },
    /** Makes one of them stand out. */
    mark(index) {
      [...dots.children].forEach((dot, at) => dot.classList.toggle("current", at === index));
      draw();
    },
  };
}
