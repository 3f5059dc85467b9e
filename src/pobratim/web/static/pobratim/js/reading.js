/* A fact lights its words and words light their facts; boxes choose which types are shown. */

for (const reading of document.querySelectorAll("[data-reading]")) {
  const pieces = [...reading.querySelectorAll("[data-facts]")];
  const parts = [...reading.querySelectorAll("[data-fact]")];
  const factsOf = (piece) => piece.dataset.facts.split(" ");

  const light = (facts) => {
    for (const piece of pieces) piece.classList.toggle("lit", factsOf(piece).some((fact) => facts.includes(fact)));
    for (const part of parts) part.classList.toggle("lit", facts.includes(part.dataset.fact));
  };

  const lit = (target) => {
    const part = target.closest("[data-fact]");
    if (part) return [part.dataset.fact];
    const piece = target.closest("[data-facts]");
    return piece ? factsOf(piece) : [];
  };

  for (const event of ["pointerover", "focusin"]) reading.addEventListener(event, ({ target }) => light(lit(target)));
  for (const event of ["pointerleave", "focusout"]) reading.addEventListener(event, () => light([]));

  /* A click on words brings their first fact into view, a click on a fact its words. */
  reading.addEventListener("click", ({ target }) => {
    if (target.closest("a, summary") || !getSelection().isCollapsed) return;
    const [fact] = lit(target);
    if (!fact) return;
    const other = target.closest(".facts")
      ? pieces.find((piece) => factsOf(piece).includes(fact))
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
