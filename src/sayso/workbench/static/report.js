// Hovering or focusing a fact lights up its words, and the other way round. Without this script the links do the same.
"use strict";
const desk = document.querySelector(".desk");
function light(ids, on) {
  for (const id of ids) {
    for (const mark of desk.querySelectorAll(`mark[data-facts~="${CSS.escape(id)}"]`)) mark.classList.toggle("glow", on);
    const card = desk.querySelector(`[data-fact="${CSS.escape(id)}"]`);
    if (card) card.classList.toggle("glow", on);
  }
}
for (const card of desk.querySelectorAll("[data-fact]")) {
  const ids = [card.dataset.fact];
  card.addEventListener("mouseenter", () => light(ids, true));
  card.addEventListener("mouseleave", () => light(ids, false));
  card.addEventListener("focusin", () => light(ids, true));
  card.addEventListener("focusout", () => light(ids, false));
}
for (const mark of desk.querySelectorAll("mark[data-facts]")) {
  const ids = mark.dataset.facts.split(" ");
  mark.addEventListener("mouseenter", () => light(ids, true));
  mark.addEventListener("mouseleave", () => light(ids, false));
}
