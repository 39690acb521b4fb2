// Files dropped anywhere on the sheet are those that are sent.
"use strict";
const sheet = document.querySelector(".drop");
const chosen = document.querySelector("#chosen");
const say = () => { document.querySelector("#dropped").textContent = chosen.files.length ? `${chosen.files.length} chosen` : "Or drop them here."; };
sheet.addEventListener("dragover", (event) => { event.preventDefault(); sheet.classList.add("over"); });
sheet.addEventListener("dragleave", () => sheet.classList.remove("over"));
sheet.addEventListener("drop", (event) => {
  event.preventDefault();
  sheet.classList.remove("over");
  if (event.dataTransfer.files.length) { chosen.files = event.dataTransfer.files; say(); }
});
chosen.addEventListener("change", say);
