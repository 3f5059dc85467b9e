import "./roam.js";

/* Strips that scroll sideways begin where the reader is: the menu at the open page, the years at today. */

const menu = document.querySelector(".menu"), open = menu?.querySelector("[aria-current]");
if (open) menu.scrollLeft = open.offsetLeft - (menu.clientWidth - open.offsetWidth) / 2;
/* Where further lines were asked for, the first of them has the focus. */
let before = null;
addEventListener("htmx:beforeRequest", ({ target }) => {
  before = target.matches(".rest a") ? target.closest("li").previousElementSibling : null;
});
addEventListener("htmx:afterSettle", () => {
  before?.nextElementSibling?.querySelector("a")?.focus();
  before = null;
});

/* The day as of which a page is shown can be slid month by month, the last twenty years. */
const slide = document.querySelector(".moment .slide");
if (slide) {
  const range = slide.querySelector("input"), form = slide.form ?? slide.closest("form"), day = form.elements.as_of;
  const now = new Date(), most = +range.max;
  const dayOf = (months) => new Date(Date.UTC(now.getFullYear(), now.getMonth() - (most - months) + 1, 0));
  const asked = day.value ? new Date(day.value) : now;
  const ago = (now.getFullYear() - asked.getFullYear()) * 12 + now.getMonth() - asked.getMonth();
  range.value = most - Math.max(0, ago);
  const told = () => {
    const format = { month: "long", year: "numeric", timeZone: "UTC" };
    slide.querySelector("output").value = dayOf(+range.value).toLocaleDateString(document.documentElement.lang, format);
  };
  range.addEventListener("input", () => { day.value = dayOf(+range.value).toISOString().slice(0, 10); told(); });
  range.addEventListener("change", () => form.requestSubmit());
  told();
  slide.hidden = false;
}
for (const strip of document.querySelectorAll(".timeline, .heat")) {
  const box = (what) => strip.querySelector(what)?.getBoundingClientRect(), { left, width } = strip.getBoundingClientRect();
  const now = box(".now"), year = box(".years text:last-of-type"); /* without today, its last year, with the number */
  strip.scrollLeft = now ? now.left - left - width * 0.8 : year ? year.left - box(".lanes").right : strip.scrollWidth;
}
/* A telephone has no room for who met whom as lines; the same is told as a list. */
if (matchMedia("(max-width: 45rem)").matches) {
  for (const list of document.querySelectorAll(".met-list")) list.open = true;
}

/* The menu of whoever is here closes by Escape and by a click beside it. */
const who = document.querySelector(".who");
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !who?.open) return;
  who.open = false;
  who.querySelector("summary").focus();
});
addEventListener("click", ({ target }) => { if (who?.open && !who.contains(target)) who.open = false; });
who?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !who.contains(relatedTarget)) who.open = false;
});

/* A form is sent once, however often its button is pressed; what takes longer than a moment says what it does and for
   how long. Forms that htmx sends are its own. */
addEventListener("submit", (sending) => {
  const form = sending.target;
  if (sending.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) return sending.preventDefault();
  form.dataset.sent = "yes";
  if (form.dataset.busy) setTimeout(tell, 400, form, sending.submitter, Date.now());
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
  for (const busy of document.querySelectorAll(".busy")) busy.remove();
});

/* What htmx was to change in place and could not is said where it was asked for. */
const failed = ({ detail: { elt, requestConfig } }) => {
  const place = elt.closest(".fact, .case, .queue-foot");
  if (!place || (requestConfig?.verb === "get" && !elt.closest("a"))) return;
  place.querySelector(":scope > .failed")?.remove();
  const words = document.createElement("p");
  words.className = "failed";
  words.setAttribute("role", "alert");
  words.textContent = document.querySelector("#messages").dataset.failed;
  place.append(words);
};
for (const event of ["htmx:responseError", "htmx:sendError"]) addEventListener(event, failed);

function tell(form, button, began) {
  const busy = document.createElement("p"), words = document.createElement("span");
  const seconds = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "second" });
  const count = () => {
    const passed = Math.round((Date.now() - began) / 1000);
    words.textContent = `${form.dataset.busy}${passed > 1 ? `, ${seconds.format(passed)}` : ""}…`;
  };
  busy.className = "busy";
  busy.setAttribute("role", "status");
  busy.append(document.createElement("progress"), words);
  (button ?? form).closest(".buttons, form").after(busy);
  words.textContent = `${form.dataset.busy}…`;
  setInterval(count, 1000);
}
