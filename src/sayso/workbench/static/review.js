// One key for each decision, outside the fields. The buttons do the same without this script.
"use strict";
const form = document.querySelector(".decide");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (field) {
    if (event.key === "Escape") field.blur();
    return;
  }
  if (event.key === "e" && form) {
    event.preventDefault();
    form.querySelector(".fields select, .fields input").focus();
    return;
  }
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (control) {
    event.preventDefault();
    control.click();
  }
});
if (form) {
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.closest(".fields")) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[value="edit"]'));
    }
  });
}
