// Words marked in the text, by mouse or keyboard, become a fact to be added. Offsets count code points of the report's text.
"use strict";
const text = document.querySelector("article.text");
const form = document.querySelector("form.missed");
if (text && form) {
  const bar = document.createElement("div");
  bar.className = "drawn";
  bar.hidden = true;
  const link = document.createElement("a");
  link.className = "button";
  const said = document.createElement("p");
  said.className = "quiet";
  said.setAttribute("role", "status");
  bar.append(link);
  document.body.append(bar, said);

  // The text nodes of the report's own text; the facts' tags in it are ours.
  const nodes = [];
  for (const paragraph of text.querySelectorAll("p[data-start]")) {
    let at = Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".tag")) continue;
      nodes.push({ node, at });
      at += [...node.data].length;
    }
  }
  const words = [];
  for (const { node, at } of nodes) {
    for (const found of node.data.matchAll(/\S+/gu)) words.push({ node, from: found.index, to: found.index + found[0].length, at });
  }
  const offset = (at, data, index) => at + [...data.slice(0, index)].length;

  const show = () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range || !text.contains(range.commonAncestorContainer)) {
      bar.hidden = true;
      return;
    }
    let start = -1;
    let end = -1;
    for (const { node, at } of nodes) {
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      if (from >= to) continue;
      if (start < 0) start = offset(at, node.data, from + (node.data.slice(from, to).match(/^\s*/u) || [""])[0].length);
      end = offset(at, node.data, from + node.data.slice(from, to).trimEnd().length);
    }
    bar.hidden = start < 0 || end <= start;
    if (bar.hidden) return;
    link.href = `${form.getAttribute("action")}?start=${start}&end=${end}`;
    link.textContent = `Add a fact that rests on these words`;
    const box = range.getBoundingClientRect();
    bar.style.setProperty("--x", `${Math.max(8, box.left + scrollX)}px`);
    bar.style.setProperty("--y", `${box.bottom + scrollY + 6}px`);
  };
  document.addEventListener("selectionchange", show);

  let first = -1;
  let last = -1;
  const mark = () => {
    const a = words[Math.min(first, last)];
    const b = words[Math.max(first, last)];
    getSelection().setBaseAndExtent(a.node, a.from, b.node, b.to);
    b.node.parentElement.scrollIntoView({ block: "nearest" });
    said.textContent = getSelection().toString();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "n" && words.length) {
      event.preventDefault();
      const top = words.findIndex((word) => word.node.parentElement.getBoundingClientRect().bottom > 80);
      first = last = Math.max(0, top);
      mark();
      return;
    }
    if (first < 0) return;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
    if (step) {
      event.preventDefault();
      last = Math.min(words.length - 1, Math.max(0, last + step));
      if (!event.shiftKey) first = last;
      mark();
    } else if (event.key === "Enter" && !bar.hidden && event.target === document.body) {
      event.preventDefault();
      link.click();
    } else if (event.key === "Escape") {
      first = last = -1;
      getSelection().removeAllRanges();
    }
  });
}
