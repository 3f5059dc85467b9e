/* Words that are selected in the text go into the field that wants them. */

for (const text of document.querySelectorAll("[data-take]")) {
  const field = document.getElementById(text.dataset.take);
  for (const event of ["mouseup", "keyup", "touchend"]) {
    text.addEventListener(event, () => {
      const chosen = getSelection(), words = chosen.toString().trim();
      if (words && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode)) field.value = words;
    });
  }
}
