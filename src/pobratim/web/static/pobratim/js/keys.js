/* A key presses what bears its letter, in any keyboard layout; a box on the page switches that off and is remembered.
   While a fact is being corrected no letter decides anything; Escape closes the form without a change. */

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
  if (document.querySelector("form.form")) return;
  const key = press.code.slice(3).toLowerCase();
  const bearer = document.querySelector(`[data-key="${key}"]`);
  if (!bearer) return;
  press.preventDefault();
  bearer.click();
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") document.querySelector("form.form [data-cancel]")?.click();
});

document.addEventListener("htmx:load", ({ target }) => {
  show();
  if (target.matches?.("form.form")) target.querySelector("[aria-invalid], input:not([type=hidden]), select")?.focus();
});
show();
