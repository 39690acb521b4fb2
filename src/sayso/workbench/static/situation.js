// The slider under the date, which stops at the days on which reports were published; and one open list of filters at a time.
"use strict";
const day = document.querySelector(".day");
const days = (day?.dataset.days ?? "").split(" ").filter(Boolean); // the page of changes has two dates and no slider
if (days.length > 1) {
  const field = day.querySelector("#as_of");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.max = String(days.length - 1);
  slider.value = String(Math.max(0, days.findLastIndex((one) => one <= field.value)));
  slider.setAttribute("aria-label", "As known on: slide through the days of publication");
  const say = () => slider.setAttribute("aria-valuetext", days[slider.value]);
  slider.addEventListener("input", () => { field.value = days[slider.value]; say(); });
  slider.addEventListener("change", () => day.requestSubmit());
  say();
  day.append(slider);
}
const lists = document.querySelectorAll(".facets details");
for (const one of lists) {
  one.addEventListener("toggle", () => { if (one.open) for (const other of lists) if (other !== one) other.open = false; });
  one.addEventListener("keydown", (event) => { if (event.key === "Escape") { one.open = false; one.querySelector("summary").focus(); } });
}
