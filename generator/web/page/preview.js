// The report as it will print: where findings stand, and from which cell each number comes.
// Its HTML is made by the program with everything escaped; it is parsed, never run.

import { element, renew } from "./dom.js";
import { button } from "./parts.js";

const SHINES = 2600;
const NEAR_TOP = 8;

export function previewPane(openAt, pickFinding) {
  const jumps = element("nav", { class: "jumps", "aria-label": "报告的各部分" });
  const sheet = element("div", { class: "sheet" });
  const origin = element("div", { class: "origin" },
    element("span", { class: "hint" }, "指着数字，看它来自哪一格；用键盘按 Tab 到预览里，再按方向键"));
  const pane = element("section", { class: "preview-pane", "aria-labelledby": "preview-title" },
    element("div", { class: "preview-head" }, element("h2", { id: "preview-title" }, "预览"), jumps),
    sheet, origin);
  let version = null;
  let current = null;

  sheet.addEventListener("mouseover", event => tell(cellOf(event.target)));
  sheet.addEventListener("focusin", event => tell(cellOf(event.target)));
  sheet.addEventListener("click", event => {
    const cell = cellOf(event.target);
    if (cell) choose(cell);
    const found = event.target.closest("[data-findings]");
    if (found) pickFinding(found.dataset.findings.split(" ")[0]);
  });
  sheet.addEventListener("keydown", move);

  function show(record) {
    const parsed = new DOMParser().parseFromString(record.html, "text/html");
    const article = parsed.querySelector("article.preview");
    const pieces = article ? Array.from(article.children) : [];
    renew(sheet, pieces.map((piece, at) => ({ key: piece.id || `piece-${at}`, html: piece.outerHTML,
      at })), one => one.key, one => document.importNode(pieces[one.at], true));
    renew(jumps, pieces.filter(piece => piece.id).map(piece => ({ id: piece.id,
      label: piece.getAttribute("aria-label") })), one => one.id, one =>
      button(short(one.label), () => bring(document.getElementById(one.id), NEAR_TOP),
        { class: "quiet", focus: `jump-${one.id}`, about: one.label }));
    makeReachable();
    if (version !== null && record.version !== version) shine(record.changed);
    version = record.version;
  }

  // One stop for the Tab key; arrows go from number to number.
  function makeReachable() {
    const cells = Array.from(sheet.querySelectorAll("[data-cell]"));
    if (!current || !sheet.contains(current)) current = cells[0] || null;
    for (const cell of cells) cell.tabIndex = cell === current ? 0 : -1;
  }

  function choose(cell) {
    if (current) current.tabIndex = -1;
    current = cell;
    cell.tabIndex = 0;
    tell(cell);
  }

  function move(event) {
    const cell = cellOf(event.target);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!cell || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (!step) {
      openAt(cell.dataset.sheet, cell.dataset.cell);
      return;
    }
    const cells = Array.from(sheet.querySelectorAll("[data-cell]"));
    const next = cells[cells.indexOf(cell) + step];
    if (next) {
      choose(next);
      next.focus();
    }
  }

  function tell(cell) {
    if (!cell) return;
    const place = `『${cell.dataset.sheet}』${cell.dataset.cell}`;
    if (origin.dataset.place === place) return;
    origin.dataset.place = place;
    origin.textContent = "";
    origin.append(element("span", {}, "来自 ", element("strong", {}, place)),
      button("打开工作簿", () => openAt(cell.dataset.sheet, cell.dataset.cell),
        { class: "quiet", about: place }));
  }

  function shine(ids) {
    for (const id of ids) {
      const changed = document.getElementById(id);
      if (!changed) continue;
      changed.classList.remove("shines");
      changed.getBoundingClientRect(); // else the browser sees no change, and nothing shines again
      changed.classList.add("shines");
      window.setTimeout(() => changed.classList.remove("shines"), SHINES);
    }
    const first = ids.map(id => document.getElementById(id)).find(Boolean);
    if (first && !pane.contains(document.activeElement)) bring(first);
  }

  // Show where a finding stands.
  function point(finding) {
    for (const old of sheet.querySelectorAll(".pointed")) old.classList.remove("pointed");
    const mark = finding.mark && document.getElementById(finding.mark);
    if (!mark) return false;
    const whole = Array.from(sheet.querySelectorAll(`[data-findings~="${finding.id}"]`));
    for (const one of whole) one.classList.add("pointed");
    bring(whole[0] || mark);
    return true;
  }

  // Bring something into sight, and move what people look at beside it only where that must be.
  function bring(one, fromTop = sheet.clientHeight / 3) {
    if (sheet.scrollHeight > sheet.clientHeight) {
      sheet.scrollTop += one.getBoundingClientRect().top - sheet.getBoundingClientRect().top - fromTop;
    }
    const box = one.getBoundingClientRect();
    if (box.top < 0 || box.top > window.innerHeight - NEAR_TOP) one.scrollIntoView({ block: "center" });
  }

  return { element: pane, show, point };
}

function cellOf(target) {
  return target.closest("[data-cell]");
}

function short(label) {
  const number = /^(?:[一二三四五六七八九十]+(?=、)|第[一二三四五六七八九十]+部分)/.exec(label || "");
  return number ? number[0] : label === "落款" ? label : "开头";
}
