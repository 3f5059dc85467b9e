/* Strips that scroll sideways begin where the reader is: the menu at the open page, the years at the latest. */

const menu = document.querySelector(".menu"), open = menu.querySelector("[aria-current]");
if (open) menu.scrollLeft = open.offsetLeft - (menu.clientWidth - open.offsetWidth) / 2;
for (const strip of document.querySelectorAll(".timeline, .heat")) strip.scrollLeft = strip.scrollWidth;
