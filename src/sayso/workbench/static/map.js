// The drawn map made one that moves, when somebody asks for it: Leaflet, with the land from this machine, and roads and villages from the
// user's own map file where there is one.
"use strict";
const figure = document.querySelector("figure.map");
if (figure && window.L) {
  const detailed = Boolean(figure.dataset.tiles && window.protomapsL);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = detailed ? "Move and zoom, with roads and places" : "Move and zoom";
  figure.querySelector("svg").after(button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    const land = await (await fetch("/land.json")).json();
    const svg = figure.querySelector("svg");
    const [west, south, east, north] = svg.dataset.box.split(",").map(Number);
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const sheet = document.createElement("div");
    sheet.className = "moving";
    const marks = [...svg.querySelectorAll(".marks a"), ...figure.querySelectorAll(".beyond a")];
    const held = [...svg.querySelectorAll(".ground a")];
    svg.replaceWith(sheet);
    button.remove();
    const map = L.map(sheet, { attributionControl: false, preferCanvas: true, zoomSnap: 0.5, maxZoom: Math.max(12, detailed ? Number(figure.dataset.deepest) + 3 : 0) });
    map.fitBounds([[south, west], [north, east]]);
    map.createPane("land").style.zIndex = 150; // under the tiles, which cover it where the map file knows more
    for (const country of land) {
      L.polygon(country.map((ring) => [ring.map(([lon, lat]) => [lat, lon])]), {
        pane: "land", color: colour("--border"), weight: 0.8, fillColor: colour("--land"), fillOpacity: 1, interactive: false,
      }).addTo(map);
    }
    if (detailed) {
      const flavor = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const tiles = protomapsL.leafletLayer({ url: figure.dataset.tiles, maxDataZoom: Number(figure.dataset.deepest), flavor, lang: "en", attribution: "" });
      tiles.backgroundColor = undefined; // where the file has nothing, the land shows
      tiles.addTo(map);
    }
    const place = (mark, icon) => {
      const label = mark.getAttribute("aria-label");
      const marker = L.marker([Number(mark.dataset.lat), Number(mark.dataset.lon)], { icon, title: label, alt: label })
        .on("click", () => { location.href = mark.getAttribute("href"); })
        .addTo(map);
      if (mark.dataset.name) {
        const name = document.createElement("bdi"); // as text: a name is somebody else's
        name.textContent = mark.dataset.name;
        marker.bindTooltip(name, { permanent: true, direction: "right", className: "name", offset: [icon.options.iconSize[0] / 2 + 3, 0] });
      }
      marker.getElement().addEventListener("keydown", (event) => { if (event.key === "Enter") location.href = mark.getAttribute("href"); });
    };
    for (const mark of held) {
      const size = 1.5 * Number(mark.dataset.reach);
      place(mark, L.divIcon({ className: "held", iconSize: [size, size] }));
    }
    for (const mark of marks) {
      const circle = mark.querySelector("circle"); // none beyond the drawn map's edge
      const size = 2 * Number(circle ? circle.getAttribute("r") : mark.dataset.radius);
      const count = document.createElement("span");
      count.textContent = mark.dataset.count;
      place(mark, L.divIcon({ className: `pin ${circle ? circle.getAttribute("class") : mark.dataset.kind}`, html: count, iconSize: [size, size] }));
    }
    L.control.scale({ imperial: false }).addTo(map);
    sheet.focus();
  });
}
