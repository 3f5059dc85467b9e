/* Charts are one stop of the Tab key; arrows go from one of their links to the next, Home and End to the first and last.
   Left and right keep the order of the links, so that none is left out; up and down go to what is nearest there. */

export const middle = (link) => {
  const { left, right, top, bottom } = link.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
};

/* What lies above (-1) or below (1) nearest to the link. */
function beyond(links, link, way) {
  const from = middle(link);
  const there = links.map((other) => ({ other, at: middle(other) })).filter(({ at }) => (at.y - from.y) * way > 2);
  const far = ({ at }) => Math.abs(at.y - from.y) + 2 * Math.abs(at.x - from.x);
  return there.sort((a, b) => far(a) - far(b))[0]?.other;
}

export function step(links, link, key) {
  const at = links.indexOf(link);
  switch (key) {
    case "ArrowRight": return links[at + 1];
    case "ArrowLeft": return links[at - 1];
    case "ArrowDown": return beyond(links, link, 1);
    case "ArrowUp": return beyond(links, link, -1);
    case "Home": return links[0];
    case "End": return links.at(-1);
  }
}

/* The one link of a group that the Tab key stops at. */
export function stop(links, link) {
  for (const other of links) other.setAttribute("tabindex", other === link ? "0" : "-1");
}

const linksOf = (group) => [...group.querySelectorAll("a[href]")];
const ready = () => {
  for (const group of document.querySelectorAll("[data-roam]:not([data-roams])")) {
    const links = linksOf(group);
    group.dataset.roams = "yes";
    if (links.length) stop(links, links[0]);
    const hint = group.nextElementSibling;
    if (hint?.matches(".roam-hint")) hint.hidden = links.length < 2;
  }
};

document.addEventListener("keydown", (press) => {
  const group = press.target.closest?.("[data-roam]"), link = press.target.closest?.("a[href]");
  if (!group || !link || press.ctrlKey || press.metaKey || press.altKey) return;
  const links = linksOf(group), next = step(links, link, press.key);
  if (!next) return;
  press.preventDefault();
  stop(links, next);
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
});

document.addEventListener("htmx:load", ready);
ready();
