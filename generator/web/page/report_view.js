// One report: what is wrong with it and what it will look like, as it was last saved.

import { announce, element, renew } from "./dom.js";
import { newest } from "./server.js";
import { button, head as called, openFile } from "./parts.js";
import { findingsList } from "./findings.js";
import { previewPane } from "./preview.js";
import { unitsSection } from "./units.js";
import { ordersOf } from "./orders.js";
import { ordered } from "./work.js";

export function reportView(place, id) {
  const title = element("h1", {});
  const chip = element("p", { class: "state" });
  const beside = element("p", { class: "small" });
  const tally = element("p", { class: "tally" });
  const orders = element("div", { class: "orders", role: "group", "aria-label": "可以做的事" });
  const kept = element("section", { class: "kept", "aria-label": "还没有写进『核对记录』的", hidden: true },
    element("ul", {}));
  const units = unitsSection();
  const problem = element("p", { class: "unusable", hidden: true });
  const preview = previewPane((sheet, cell) => openFile(id, { sheet, cell }),
    finding => findings.point(finding));
  const findings = findingsList(id, finding => {
    if (!preview.point(finding)) announce("它说的不是报告里的某一处，预览里没有标出。");
  });
  const both = element("div", { class: "both" },
    element("section", { class: "findings", "aria-labelledby": "findings-title" },
      element("h2", { id: "findings-title" }, "核对结果"), tally, kept, findings.element),
    preview.element);
  place.append(
    element("nav", { "aria-label": "位置" }, element("a", { href: "#/" }, "← 所有报告")),
    element("div", { class: "heading" }, element("div", {}, title, chip, beside), orders),
    problem, units.element, both);
  const source = newest(`report/${id}`);
  let before = "";

  async function show() {
    let record;
    try {
      record = await source.ask();
    } catch (refused) {
      problem.hidden = false;
      problem.textContent = refused.message;
      if (!before) title.textContent = "打不开这份工作簿";
      both.hidden = !before;
      announce(refused.message);
      return;
    }
    if (!record) return;
    problem.hidden = true;
    both.hidden = false;
    head(record);
    kept.hidden = record.offered.length === 0;
    renew(kept.firstChild, record.offered, one => one.key, one => keptItem(id, one));
    units.show(record.units);
    findings.show(record);
    preview.show(record);
    if (before && before !== record.tally) announce(`已更新。${record.tally}`);
    before = record.tally;
  }

  function head(record) {
    const year = record.year && `${record.year} 年度`;
    called(record.heading);
    title.textContent = [record.organ || record.file, year, record.heading].filter(Boolean).join("　");
    document.title = [record.tally, title.textContent].join("——");
    tally.textContent = record.tally;
    const state = record.state || {};
    chip.textContent = "";
    if (state.state_word) {
      chip.append(element("span", { class: `chip ${state.tone}` }, state.state_word));
    }
    beside.textContent = [record.file, record.previous ? `上年：${record.previous}` : "",
      record.local_rules ? `本地规则 ${record.local_rules} 条` : "",
      state.open_elsewhere ? "正在 Excel 或 WPS 里打开" : ""].filter(Boolean).join(" · ");
    ordersOf(orders, record);
  }
  return { renew: show, leave: source.end };
}

// What was ticked while the workbook was open elsewhere, offered again.
function keptItem(report, one) {
  return element("li", {}, element("p", {}, one.message), element("div", { class: "orders" },
    one.stands && button("现在写入", () => ordered("正在写入『核对记录』", `verify-kept/${report}`,
      { keys: [one.key] }), { focus: `write-${one.key}` }),
    button("不要了", () => ordered("正在放弃", `forget-kept/${report}`, { keys: [one.key] }),
      { focus: `forget-${one.key}` })));
}
