/* Moves and zooms the map: buttons, dragging, two fingers, Ctrl and wheel, keys. Without it the map stands still. */

import { step, stop } from "./roam.js";

const FONT = 13, HALO = 4, LINE = 16, GAP = 8, DOT = 5, BUSIEST = 5; /* pixels; as in geo/labels.py */
const PLACES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
const NEAREST = 0.15; /* kilometres a pixel */
const NARROW = 0.6; /* of what a wide window shows */

const svg = document.querySelector(".map-svg");
const arcs = [...svg.querySelectorAll(".arc")];
const pen = document.createElement("canvas").getContext("2d");
const dots = [...svg.querySelectorAll(".spot")].map((link) => {
  const circle = link.querySelector("circle"), label = link.querySelector("text");
  const { fontFamily, fontWeight } = getComputedStyle(label);
  pen.font = `${fontWeight} ${FONT}px ${fontFamily}`;
  return {
    link, circle, label, x: +circle.getAttribute("cx"), y: +circle.getAttribute("cy"),
    wide: pen.measureText(label.textContent).width + HALO,
    size: 2 + 0.7 * /w(\d)/.exec(link.getAttribute("class"))[1],
  };
});
const middleOf = ([x, y, width, height]) => ({ x: x + width / 2, y: y + height / 2, width, height });
const home = middleOf(svg.getAttribute("viewBox").split(" ").map(Number));
const whole = middleOf(svg.dataset.whole.split(" ").map(Number));
const view = {};
const keys = document.querySelector(".map-keys");

const size = () => svg.getBoundingClientRect();

function goHome() {
  const { width, height } = size();
  if (!width || !height) return; /* not laid out yet; the observer below comes again */
  /* A narrow window shows where most dots are rather than all of them very small. */
  const narrow = width < 600 && dots.length > 2;
  const xs = dots.map((dot) => dot.x).sort((a, b) => a - b), ys = dots.map((dot) => dot.y).sort((a, b) => a - b);
  const middle = (values) => values[Math.floor(values.length / 2)];
  view.scale = Math.max(home.width / width, home.height / height) * (narrow ? NARROW : 1);
  view.x = narrow ? middle(xs) : home.x;
  view.y = narrow ? middle(ys) : home.y;
  draw();
}

function showAll() {
  const { width, height } = size();
  view.scale = Math.max(whole.width / width, whole.height / height);
  view.x = whole.x;
  view.y = whole.y;
  draw();
}

function draw() {
  const { width, height } = size(), k = view.scale;
  svg.setAttribute("viewBox", `${view.x - (width / 2) * k} ${view.y - (height / 2) * k} ${width * k} ${height * k}`);
  svg.querySelector(".spots").setAttribute("font-size", FONT * k);
  for (const dot of dots) dot.circle.setAttribute("r", dot.size * k);
  place(k);
}

/* The same rule as geo/labels.py: the first of the places that is free; none, no label. */
function place(k) {
  const { x: west, y: north, width: wide, height: high } = svg.viewBox.baseVal;
  const inside = ([a, b, c, d]) => west <= a && north <= b && c <= west + wide && d <= north + high;
  const taken = dots.map(({ x, y }) => [x - DOT * k, y - DOT * k, x + DOT * k, y + DOT * k]);
  const frame = size(), button = keys.getBoundingClientRect(); /* no label lies below the buttons */
  taken.push([button.left, button.top, button.right, button.bottom].map((edge, at) =>
    at % 2 ? north + (edge - frame.top) * k : west + (edge - frame.left) * k));
  dots.forEach((dot, own) => {
    const width = dot.wide * k, line = LINE * k, gap = GAP * k;
    const boxes = PLACES.map(([across, down]) => {
      const west = dot.x + across * gap - ((1 - across) / 2) * width;
      const north = dot.y + down * (across ? line * 0.6 : gap) - ((1 - down) / 2) * line;
      return [west, north, west + width, north + line];
    });
    const below = (box, others) => others.filter((other) => other !== taken[own]
      && box[0] <= other[2] && other[0] <= box[2] && box[1] <= other[3] && other[1] <= box[3]).length;
    /* A name lies over no other and no button; over dots only one of the busiest places, and over as few as can be. */
    const places = boxes.map((box, at) => ({ at, over: below(box, taken.slice(0, dots.length)) }))
      .filter(({ at, over }) => inside(boxes[at]) && !below(boxes[at], taken.slice(dots.length)) && (!over || own < BUSIEST));
    const free = places.sort((a, b) => a.over - b.over)[0]?.at ?? -1;
    const box = boxes[Math.max(free, 0)], across = PLACES[Math.max(free, 0)][0];
    dot.label.setAttribute("x", box[0] + ((1 - across) / 2) * width);
    dot.label.setAttribute("y", box[1] + line * 0.8);
    dot.label.setAttribute("text-anchor", ["end", "middle", "start"][across + 1]);
    dot.label.classList.toggle("hidden", free < 0);
    if (free >= 0) taken.push(box);
  });
}

/* Zooms so that the point under (px, py) stays where it is. */
function zoom(factor, px, py) {
  const { width, height } = size(), farthest = Math.max(whole.width / width, whole.height / height) * 1.5;
  const scale = Math.min(farthest, Math.max(NEAREST, view.scale * factor)), k = view.scale - scale;
  view.x += ((px ?? width / 2) - width / 2) * k;
  view.y += ((py ?? height / 2) - height / 2) * k;
  view.scale = scale;
  draw();
}

function move(dx, dy) {
  view.x -= dx * view.scale;
  view.y -= dy * view.scale;
  draw();
}

keys.addEventListener("click", ({ target }) => {
  ({ in: () => zoom(0.6), out: () => zoom(1 / 0.6), all: showAll })[target.dataset.zoom]?.();
});

svg.addEventListener("wheel", (wheel) => {
  if (!wheel.ctrlKey && !wheel.metaKey) return;
  wheel.preventDefault();
  const { left, top } = size();
  zoom(2 ** (wheel.deltaY / 300), wheel.clientX - left, wheel.clientY - top);
}, { passive: false });

const fingers = new Map();
let moved = false;
svg.addEventListener("pointerdown", (press) => {
  fingers.set(press.pointerId, press);
  moved = false;
});
addEventListener("pointermove", (now) => {
  const before = fingers.get(now.pointerId);
  if (!before) return;
  const other = [...fingers.values()].find((finger) => finger.pointerId !== now.pointerId);
  if (Math.hypot(now.clientX - before.clientX, now.clientY - before.clientY) < 4 && !moved) return;
  if (!moved) svg.setPointerCapture(now.pointerId);
  moved = true;
  svg.classList.add("dragged");
  fingers.set(now.pointerId, now);
  if (other) {
    const { left, top } = size();
    const apart = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
    zoom(apart(before) / apart(now), (now.clientX + other.clientX) / 2 - left, (now.clientY + other.clientY) / 2 - top);
  } else move(now.clientX - before.clientX, now.clientY - before.clientY);
});
for (const event of ["pointerup", "pointercancel"]) {
  addEventListener(event, ({ pointerId }) => {
    fingers.delete(pointerId);
    svg.classList.remove("dragged");
  });
}
svg.addEventListener("click", (click) => moved && click.preventDefault(), true);
svg.addEventListener("dragstart", (drag) => drag.preventDefault());

/* A place lights its ties, under the pointer or with the focus. */
const tiesOf = (place) => arcs.filter((arc) => arc.dataset.ends.split(" ").includes(place));
const light = (place) => {
  const lit = place ? tiesOf(place) : [];
  svg.classList.toggle("dim", Boolean(place));
  for (const arc of arcs) arc.classList.toggle("lit", lit.includes(arc));
};
svg.addEventListener("pointerover", ({ target }) => light(target.closest(".spot")?.dataset.place));

/* By keys the map is one stop: arrows go from place to place, Page Down and Page Up through the ties of the place. */
const spots = dots.toSorted((a, b) => a.x - b.x).map((dot) => dot.link);
let spot = dots[0]?.link; /* with the focus, or whose tie has it; at first the busiest */
if (spot) stop(spots, spot);

/* Not on the drawing itself: Chromium gives the focus to one that listens to it. */
const frame = svg.parentElement;
frame.addEventListener("focusin", ({ target }) => {
  const link = target.closest(".map-svg a");
  if (!link) return;
  if (link.matches(".spot")) stop(spots, (spot = link));
  light(spot.dataset.place);
  show();
});
frame.addEventListener("focusout", () => light());

svg.addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  const link = press.target.closest("a"), ties = tiesOf(spot.dataset.place), at = ties.indexOf(link);
  const change = { "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), 0: showAll }[press.key];
  const next = { PageDown: ties[at + 1] ?? spot, PageUp: ties.at(at < 0 ? -1 : at - 1), Escape: at < 0 ? null : spot };
  const there = press.key in next ? next[press.key] : step(spots, spot, press.key);
  if (change) change();
  else if (there) there.focus({ preventScroll: true });
  else return;
  press.preventDefault();
  if (change) show();
});

/* The place lies in sight, not beyond the edge of the map. */
function show() {
  const dot = dots.find((one) => one.link === spot);
  const { x, y, width, height } = svg.viewBox.baseVal, rim = 40 * view.scale;
  if (x + rim < dot.x && dot.x < x + width - rim && y + rim < dot.y && dot.y < y + height - rim) return;
  view.x = dot.x;
  view.y = dot.y;
  draw();
}

svg.classList.add("live");
keys.hidden = false;
new ResizeObserver(goHome).observe(svg);
