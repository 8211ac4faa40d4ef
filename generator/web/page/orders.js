// The buttons of a report: what can be done with it now.

import { renew } from "./dom.js";
import { button, openFile } from "./parts.js";
import { ask, askForCollection } from "./questions.js";
import { ordered } from "./work.js";

export function ordersOf(place, record) {
  const state = record.state || {};
  const document = state.document;
  const ready = record.counts.HOLDS_BACK === 0;
  const edited = document && document.edited;
  const draft = !document && (state.drafts || [])[0];
  const all = [
    { key: "book", label: "打开工作簿", main: !ready && !edited },
    { key: "make", label: "生成报告", main: ready && (!document || state.state === "READY") },
    !ready && { key: "draft", label: "生成草稿" },
    draft && { key: "document", label: "打开草稿", of: draft.id },
    document && { key: "document", label: "打开文档", main: state.state === "MADE", of: document.id },
    edited && { key: "review", label: "看审阅修改", main: state.state !== "FINAL", of: document.id },
    document && { key: "publish", label: "发布", main: state.state === "FINAL", of: document.id },
    record.units && { key: "collect", label: "再汇总一次", organ: record.organ, year: record.year,
      form: record.form },
    { key: "next", label: "新建下年的" },
    { key: "print", label: "打印问题清单" },
  ].filter(Boolean).map(one => ({ ...one, report: record.id }));
  renew(place, all, one => one.key, one => button(one.label, () => ACTS[one.key](one), {
    class: one.main ? "main" : undefined, focus: one.key }));
}

const ACTS = {
  book: one => openFile(one.report),
  make: one => ordered("正在生成报告", `make/${one.report}`, {}),
  draft: one => ordered("正在生成草稿", `make/${one.report}`, { draft: true }),
  document: one => openFile(one.of),
  review: one => { location.hash = `#/review/${one.of}`; },
  publish: one => askToPublish(one.of),
  collect: one => askForCollection(one),
  next: one => ordered("正在新建下年的工作簿", `next/${one.report}`, {}),
  print: () => window.print(),
};

export function askToPublish(document) {
  ask({
    title: "发布",
    text: ["由文档现在的样子生成干净的 Word 文档、PDF、网页和数据，放在文档旁边。",
      "还有没接受的修订、没处理的批注等，会先一次列出来，什么也不写。"],
    fields: [], yes: "发布",
    done: () => ordered("正在发布", `publish/${document}`, {}),
  });
}
