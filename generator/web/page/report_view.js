// One report: what is wrong with it and what it will look like, as it was last saved.

import { announce, element } from "./dom.js";
import { ask } from "./server.js";
import { openFile } from "./parts.js";
import { findingsList } from "./findings.js";
import { previewPane } from "./preview.js";
import { ordersOf } from "./orders.js";

export function reportView(place, id) {
  const title = element("h1", {});
  const chip = element("p", { class: "state" });
  const tally = element("p", { class: "tally" });
  const beside = element("p", { class: "small" });
  const orders = element("div", { class: "orders", role: "group", "aria-label": "可以做的事" });
  const unusable = element("div", { class: "unusable", hidden: true });
  const preview = previewPane(cell => openFile(id, cell));
  const findings = findingsList(id, finding => preview.show(finding));
  const both = element("div", { class: "both" },
    element("section", { class: "findings", "aria-labelledby": "findings-title" },
      element("h2", { id: "findings-title" }, "核对结果"), tally, findings.element),
    preview.element);
  place.append(
    element("nav", { "aria-label": "位置" }, element("a", { href: "#/" }, "← 所有报告")),
    element("div", { class: "heading" }, element("div", {}, title, chip, beside), orders),
    unusable, both);
  let before = null;

  async function show() {
    let record;
    try {
      record = await ask(`report/${id}`);
    } catch (problem) {
      unusable.hidden = false;
      both.hidden = true;
      unusable.textContent = problem.message;
      if (!title.textContent) title.textContent = "打不开这份工作簿";
      announce(problem.message);
      return;
    }
    unusable.hidden = true;
    both.hidden = false;
    head(record);
    findings.show(record);
    preview.renew(record.preview, before && before.preview);
    if (before && before.tally !== record.tally) announce(`已更新。${record.tally}`);
    before = record;
  }

  function head(record) {
    title.textContent = [record.organ || record.name, record.year && `${record.year} 年度`]
      .filter(Boolean).join("　");
    document.title = `${record.year || ""} ${record.tally}`;
    tally.textContent = record.tally;
    const file = record.file;
    chip.textContent = "";
    if (file && file.state_word) chip.append(element("span", { class: `chip ${file.tone}` }, file.state_word));
    beside.textContent = [record.name, record.previous ? `上年：${record.previous}` : "",
      record.local_rules ? `本地规则 ${record.local_rules} 条` : ""].filter(Boolean).join(" · ");
    ordersOf(orders, record);
  }
  return { renew: show };
}
