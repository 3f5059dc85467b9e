/* Strips that scroll sideways begin where the reader is: the menu at the open page, the years at the latest. */

const menu = document.querySelector(".menu"), open = menu.querySelector("[aria-current]");
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
for (const strip of document.querySelectorAll(".timeline, .heat")) strip.scrollLeft = strip.scrollWidth;
