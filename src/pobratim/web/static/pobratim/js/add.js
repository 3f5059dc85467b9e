/* Files dropped on the panel go into its file field; the chosen ones are listed. */

const panel = document.querySelector("[data-drop]");
const field = panel.querySelector("input[type=file]");
const chosen = panel.querySelector("[data-chosen]");

const list = () => {
  chosen.replaceChildren(...[...field.files].map((file) => {
    const line = document.createElement("li");
    line.textContent = file.name;
    return line;
  }));
};

for (const event of ["dragenter", "dragover"]) {
  panel.addEventListener(event, (drag) => {
    drag.preventDefault();
    panel.classList.add("over");
  });
}
panel.addEventListener("dragleave", () => panel.classList.remove("over"));
panel.addEventListener("drop", (drop) => {
  drop.preventDefault();
  panel.classList.remove("over");
  const files = new DataTransfer();
  for (const file of [...field.files, ...drop.dataTransfer.files]) files.items.add(file);
  field.files = files.files;
  list();
});
field.addEventListener("change", list);
