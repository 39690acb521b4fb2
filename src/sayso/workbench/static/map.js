// The drawn map made one that moves, when somebody asks for it: Leaflet, with the land from this machine.
"use strict";
const figure = document.querySelector("figure.map");
if (figure && window.L) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Move and zoom";
  figure.querySelector("svg").after(button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    const land = await (await fetch("/land.json")).json();
    const svg = figure.querySelector("svg");
    const [west, south, east, north] = svg.dataset.box.split(",").map(Number);
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const sheet = document.createElement("div");
    sheet.className = "moving";
    const marks = [...svg.querySelectorAll(".marks a")];
    svg.replaceWith(sheet);
    button.remove();
    const map = L.map(sheet, { attributionControl: false, preferCanvas: true, zoomSnap: 0.5, maxZoom: 12 });
    map.fitBounds([[south, west], [north, east]]);
    for (const country of land) {
      L.polygon(country.map((ring) => [ring.map(([lon, lat]) => [lat, lon])]), {
        color: colour("--border"), weight: 0.8, fillColor: colour("--land"), fillOpacity: 1, interactive: false,
      }).addTo(map);
    }
    for (const mark of marks) {
      const circle = mark.querySelector("circle");
      const size = 2 * Number(circle.getAttribute("r"));
      const count = document.createElement("span");
      count.textContent = mark.dataset.count;
      const icon = L.divIcon({ className: `pin ${circle.getAttribute("class")}`, html: count, iconSize: [size, size] });
      const marker = L.marker([Number(mark.dataset.lat), Number(mark.dataset.lon)], { icon, title: mark.getAttribute("aria-label"), alt: mark.getAttribute("aria-label") })
        .on("click", () => { location.href = mark.getAttribute("href"); })
        .addTo(map);
      marker.getElement().addEventListener("keydown", (event) => { if (event.key === "Enter") location.href = mark.getAttribute("href"); });
    }
    L.control.scale({ imperial: false }).addTo(map);
    sheet.focus();
  });
}
