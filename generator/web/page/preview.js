// The report as it will print.

import { element } from "./dom.js";

export function previewPane() {
  const place = element("div", { class: "sheet" });
  const pane = element("section", { class: "preview", "aria-labelledby": "preview-title" },
    element("h2", { id: "preview-title" }, "预览"), place);
  return { element: pane, show() {}, renew() {} };
}
