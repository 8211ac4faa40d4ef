// Below every view: which version this is, and the manual; above it, what to know of the folder.

import { announce, element, fill } from "./dom.js";
import { ask, order } from "./server.js";
import { button, said } from "./parts.js";

export async function showAbout() {
  const record = await ask("about");
  const remarks = document.getElementById("remarks");
  remarks.hidden = record.remarks.length === 0;
  fill(remarks, record.remarks.map(remark => element("li", {}, remark)));
  fill(document.getElementById("about"),
    element("p", {}, `make-report ${record.version}，只在这台电脑上运行，不联网`),
    element("div", { class: "orders" },
      record.manuals.map(name => button(name, () => openManual(name), { focus: `manual-${name}` }))));
}

async function openManual(name) {
  try {
    announce((await order("manual", { name })).said);
  } catch (problem) {
    said({ said: problem.message, tone: "bad" });
  }
}
