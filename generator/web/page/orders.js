// The buttons of a report: what can be done with it now.

import { renew } from "./dom.js";
import { button, openFile } from "./parts.js";
import { ask } from "./questions.js";
import { ordered } from "./work.js";

export function ordersOf(place, record) {
  const file = record.file || {};
  const document = file.document;
  const ready = !record.groups.some(group => group.level === "alarm");
  const edited = document && (document.edited || document.revisions || document.remarks);
  const all = [
    { key: "book", label: "打开工作簿" },
    { key: "make", label: "生成报告", main: ready && !(document && document.current) },
    !ready && { key: "draft", label: "生成草稿" },
    document && { key: "document", label: "打开文档", of: document.id },
    edited && { key: "review", label: "看审阅修改", main: true, of: document.id },
    document && { key: "publish", label: "发布", main: file.state === "FINAL" },
    { key: "next", label: "新建下年的" },
    { key: "print", label: "打印问题清单" },
  ].filter(Boolean);
  renew(place, all, one => one.key, one => button(one.label, () => ACTS[one.key](record, one), {
    class: one.main ? "main" : undefined, focus: one.key }));
}

const ACTS = {
  book: record => openFile(record.id),
  make: record => ordered("正在生成", `make/${record.id}`, {}),
  draft: record => ordered("正在生成草稿", `make/${record.id}`, { draft: true }),
  document: (record, one) => openFile(one.of),
  review: (record, one) => { location.hash = `#/review/${one.of}`; },
  publish: record => ask({
    title: "发布",
    text: ["由文档现在的样子生成干净的 Word 文档、PDF、网页和数据，放在文档旁边。"
      + "还有没接受的修订、没处理的批注等，会先一次列出来，什么也不写。"],
    fields: [], yes: "发布",
    done: () => ordered("正在发布", `publish/${record.id}`, {}),
  }),
  next: record => ordered("正在新建下年的工作簿", `next/${record.id}`, {}),
  print: () => window.print(),
};
