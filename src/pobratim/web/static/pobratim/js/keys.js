/* A key presses what bears its letter, in any keyboard layout; a box on the page switches that off and is remembered. */

const STORE = "pobratim-keys-off";
const on = () => localStorage.getItem(STORE) === null;

const show = () => {
  for (const label of document.querySelectorAll("[data-keys-switch]")) {
    label.hidden = false;
    label.querySelector("input").checked = on();
  }
};

document.addEventListener("change", ({ target }) => {
  if (!target.closest("[data-keys-switch]")) return;
  if (target.checked) localStorage.removeItem(STORE);
  else localStorage.setItem(STORE, "1");
});

document.addEventListener("keydown", (press) => {
  if (!on() || press.ctrlKey || press.metaKey || press.altKey || press.repeat || !press.code.startsWith("Key")) return;
  if (press.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const key = press.code.slice(3).toLowerCase();
  const bearer = document.querySelector(`[data-key="${key}"]`);
  if (!bearer) return;
  press.preventDefault();
  bearer.click();
});

document.addEventListener("htmx:load", show);
show();
