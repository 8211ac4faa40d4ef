// The findings on a report: by standing, the worst first, and by sheet; they can be narrowed down.

import { element, renew } from "./dom.js";
import { button } from "./parts.js";
import { ordered } from "./work.js";

const LEVELS = { alarm: "必须改正", wrong: "其他错误", notice: "提示", verified: "已核实",
  unchecked: "无法核对" };
let person = "";

export function findingsList(id, pick) {
  const levels = element("div", { class: "levels", role: "group", "aria-label": "只看" });
  const words = element("input", { type: "search", id: "words", "aria-label": "查找：格、编号或文字",
    placeholder: "查找：格、编号或文字" });
  const sheets = element("select", { "aria-label": "只看一张表" });
  const list = element("div", { class: "groups" });
  const none = element("p", { class: "nothing", hidden: true }, "没有符合的。");
  let record = { groups: [] };
  let hidden = new Set(["unchecked"]);
  let rules = {};

  words.addEventListener("input", draw);
  sheets.addEventListener("change", draw);

  function show(next) {
    record = next;
    rules = next.rules || {};
    const names = [...new Set(next.groups.flatMap(group => group.places.map(one => one.name)))];
    const chosen = sheets.value;
    renew(sheets, ["", ...names.filter(Boolean)], name => `s${name}`, name =>
      element("option", { value: name }, name || "所有的表"));
    sheets.value = names.includes(chosen) ? chosen : "";
    draw();
  }

  function draw() {
    renew(levels, record.groups.map(group => ({ level: group.level, count: count(group),
      shown: !hidden.has(group.level) })), one => one.level, one =>
      button(`${LEVELS[one.level]} ${one.count}`, () => toggle(one.level),
        { class: `level ${one.level}`, focus: one.level, pressed: one.shown }));
    const wanted = words.value.trim().toLowerCase();
    const groups = record.groups.filter(group => !hidden.has(group.level)).map(group => ({
      ...group,
      places: group.places.filter(one => !sheets.value || one.name === sheets.value).map(one => ({
        ...one, findings: one.findings.filter(finding => fits(finding, wanted)) }))
        .filter(one => one.findings.length),
    })).filter(group => group.places.length);
    renew(list, groups.map(group => ({ level: group.level, standing: group.standing })),
      group => group.level, group => element("section", { class: `group ${group.level}`,
        "aria-label": group.standing }, element("h3", {}, group.standing),
      element("div", { class: "places" })));
    groups.forEach((group, order) => drawPlaces(list.children[order].querySelector(".places"), group));
    none.hidden = groups.length > 0 || record.groups.length === 0;
  }

  function drawPlaces(place, group) {
    renew(place, group.places.map(one => ({ name: one.name })), one => `p${one.name}`, one =>
      element("div", { class: "place" }, one.name && element("h4", {}, one.name),
        element("ul", {})));
    group.places.forEach((one, order) => renew(place.children[order].querySelector("ul"),
      one.findings, finding => finding.key, (finding, old) => item(finding, group.level, old)));
  }

  function toggle(level) {
    hidden = new Set(hidden);
    if (!hidden.delete(level)) hidden.add(level);
    draw();
  }

  function item(finding, level) {
    const rule = rules[finding.rule];
    const cell = finding.cell;
    const made = element("li", { class: `finding ${level}` },
      element("p", { class: "message" },
        element("button", { type: "button", class: "cell", "data-focus": `f-${finding.key}`,
          onclick: () => pick(finding), title: "看它在报告里的位置" }, cell || "整体"),
        element("span", {}, `${finding.message}。`)),
      finding.quote && element("blockquote", {}, finding.quote),
      finding.numbers && element("p", { class: "numbers" }, finding.numbers),
      level !== "verified" && element("p", { class: "advice" }, `怎么办：${finding.advice}。`),
      finding.verified_said && element("p", { class: "who" }, `已核实：${finding.verified_said}`),
      element("div", { class: "beneath" },
        rule && element("details", {}, element("summary", { "data-focus": `r-${finding.key}` },
          `${finding.rule} 查什么、依据是什么`),
        element("p", {}, rule.title), element("p", {}, `依据：${rule.basis}`),
        element("p", {}, `说明：${rule.explanation}`)),
        tickable(finding, level) && tick(finding, id),
        element("span", { class: "key" }, `〔${finding.key}〕`)));
    return made;
  }

  return { element: element("div", {}, element("div", { class: "filter" }, levels,
    element("div", { class: "narrow" }, words, sheets)), none, list), show };
}

function count(group) {
  return group.places.reduce((sum, one) => sum + one.findings.length, 0);
}

function fits(finding, wanted) {
  if (!wanted) return true;
  return [finding.cell, finding.sheet, finding.key, finding.message, finding.advice, finding.quote,
    finding.title].some(said => (said || "").toLowerCase().includes(wanted));
}

function tickable(finding, level) {
  return (level === "wrong" || level === "notice") && !finding.holds_back;
}

// 已核实: a tick, and who says so and why, on the spot.
function tick(finding, id) {
  const box = element("input", { type: "checkbox", "data-focus": `v-${finding.key}` });
  const who = element("input", { type: "text", autocomplete: "name", value: person });
  const why = element("input", { type: "text", autocomplete: "off" });
  const form = element("form", { class: "tick", hidden: true, novalidate: true },
    element("label", {}, "核实人", who), element("label", {}, "理由", why),
    element("button", { type: "submit", class: "main" }, "记下来"));
  box.addEventListener("change", () => {
    form.hidden = !box.checked;
    if (box.checked) {
      who.value = who.value || person;
      (who.value ? why : who).focus();
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const empty = [who, why].find(one => !one.value.trim());
    if (empty) {
      empty.focus();
      return;
    }
    person = who.value.trim();
    ordered("正在写入『核对记录』", `verify/${id}`,
      { key: finding.key, person, reason: why.value.trim() });
  });
  return element("div", { class: "verify" }, element("label", {}, box, "已核实，没有错"), form);
}
