/* A fact lights its words and words light their facts; boxes choose which types are shown. */

for (const reading of document.querySelectorAll("[data-reading]")) {
  /* Asked for each time: a decision puts a new text and a new line in their places. */
  const pieces = () => [...reading.querySelectorAll("[data-facts]")];
  const parts = () => [...reading.querySelectorAll("[data-fact]")];
  const factsOf = (piece) => piece.dataset.facts.split(" ");

  const light = (facts) => {
    for (const piece of pieces()) piece.classList.toggle("lit", factsOf(piece).some((fact) => facts.includes(fact)));
    for (const part of parts()) part.classList.toggle("lit", facts.includes(part.dataset.fact));
  };

  const lit = (target) => {
    const part = target.closest("[data-fact]");
    if (part) return [part.dataset.fact];
    const piece = target.closest("[data-facts]");
    return piece ? factsOf(piece) : [];
  };

  /* The list beside the text scrolls by itself, the page stays. */
  const list = reading.querySelector(".facts");
  const reveal = (facts) => {
    const first = list.querySelector(".fact.lit:not([hidden])");
    if (!facts.length || !first || list.scrollHeight <= list.clientHeight) return;
    const above = first.offsetTop - list.scrollTop, below = above + first.offsetHeight - list.clientHeight;
    if (above < 0) list.scrollTop += above;
    else if (below > 0) list.scrollTop += below;
  };

  for (const event of ["pointerover", "focusin"]) {
    reading.addEventListener(event, ({ target }) => {
      const facts = lit(target);
      light(facts);
      if (!list.contains(target)) reveal(facts);
    });
  }
  for (const event of ["pointerleave", "focusout"]) reading.addEventListener(event, () => light([]));

  /* What is decided in place keeps the focus there; Escape closes a form without a change. */
  let inside = false;
  reading.addEventListener("htmx:beforeSwap", ({ target }) => { inside = target.contains(document.activeElement); });
  reading.addEventListener("htmx:load", ({ target }) => {
    if (inside && target.matches(".fact, form.form")) (target.querySelector("form.form :is(input:not([type=hidden]), select)") ?? target).focus({ preventScroll: true });
  });
  reading.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape") target.closest("form")?.querySelector("[data-cancel]")?.click();
  });

  /* A click on words brings their first fact into view, a click on a fact its words. */
  reading.addEventListener("click", ({ target }) => {
    if (target.closest("a, summary, form, button") || !getSelection().isCollapsed) return;
    const [fact] = lit(target);
    if (!fact) return;
    const other = list.contains(target)
      ? pieces().find((piece) => factsOf(piece).includes(fact))
      : reading.querySelector(`.fact[data-fact="${CSS.escape(fact)}"]`);
    other?.scrollIntoView({ block: "nearest" });
    light([fact]);
  });
}

for (const boxes of document.querySelectorAll("[data-types]")) {
  boxes.hidden = false;
  boxes.addEventListener("change", () => {
    const off = new Set([...boxes.querySelectorAll("input:not(:checked)")].map((box) => box.value));
    const shown = new Set();
    for (const fact of document.querySelectorAll(".fact")) {
      fact.hidden = [...off].some((type) => fact.classList.contains(`t-${type}`));
      if (!fact.hidden) shown.add(fact.dataset.fact);
    }
    for (const dot of document.querySelectorAll(".dot[data-fact]")) dot.hidden = !shown.has(dot.dataset.fact);
    for (const piece of document.querySelectorAll("[data-facts]")) {
      piece.classList.toggle("off", !piece.dataset.facts.split(" ").some((fact) => shown.has(fact)));
    }
  });
}
