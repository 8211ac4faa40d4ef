// What reviewers changed in a document: red is gone, green is new; and where both sides changed
// the same otherwise, people choose. Nothing is decided unasked.

import { announce, element, renew } from "./dom.js";
import { newest } from "./server.js";
import { button, head, openFile } from "./parts.js";
import { ask as question } from "./questions.js";
import { askToPublish } from "./orders.js";
import { ordered } from "./work.js";

export function reviewView(place, id) {
  const title = element("h1", {});
  const summary = element("p", { class: "tally" });
  const beside = element("p", { class: "small" });
  const orders = element("div", { class: "orders", role: "group", "aria-label": "可以做的事" });
  const problem = element("p", { class: "unusable", hidden: true });
  const conflicts = part("两边不同，请选一边", "conflicts");
  const changes = part("改了什么", "changes");
  const remarks = part("批注", "remarks");
  const others = part("还要留意", "others");
  const findings = part("照文档现在的样子核对", "checked");
  const parts = [conflicts, changes, remarks, others, findings];
  place.append(
    element("nav", { "aria-label": "位置" }, element("a", { href: "#/" }, "← 所有报告")),
    element("div", { class: "heading" }, element("div", {}, title, summary, beside), orders),
    problem, element("div", { class: "review" }, parts.map(one => one.element)));
  const source = newest(`review/${id}`);
  let record = null;

  async function show(change) {
    if (change && !change.files) return;
    let now;
    try {
      now = await source.ask();
    } catch (refused) {
      problem.hidden = false;
      problem.textContent = refused.message;
      if (!record) title.textContent = "看不了这份文档";
      announce(refused.message);
      return;
    }
    if (!now) return;
    record = now;
    problem.hidden = true;
    head(record.heading);
    title.textContent = `审阅修改：${record.name}`;
    document.title = title.textContent;
    summary.textContent = record.untouched ? "生成以后没有人改过。"
      : record.summed_up ? `${record.summed_up}${record.revised ? "，其中有还没接受的修订" : ""}。`
        : "文字和数字都与生成时一样。";
    beside.textContent = [record.workbook ? `工作簿：${record.workbook.name}`
      : "没有找到它的工作簿，只看文档，不能写回", record.basis].filter(Boolean).join(" · ");
    conflicts.show(record.conflicts, one => one.id, conflictItem);
    changes.show(record.changes, one => `${one.id}${one.place}`, changeItem);
    remarks.show(record.remarks, one => one.id, remarkItem);
    others.show(otherLines(record), one => one.text, one => element("li", { class: "finding notice" },
      element("p", { class: "message" }, one.kind), element("p", {}, one.text)));
    findings.show(record.findings.filter(one => one.standing !== "UNCHECKED"),
      one => one.key, findingItem);
    renew(orders, ordersFor(record), one => one.key, one => button(one.label, () => ACTS[one.key](), {
      class: one.main ? "main" : undefined, focus: one.key }));
  }

  function ordersFor(found) {
    return [
      { key: "open", label: "打开文档" },
      found.workbook && found.cells + found.conflicts.length > 0
        && { key: "back", label: "写回工作簿", main: true },
      found.workbook && found.newer.length > 0 && { key: "bring", label: "把工作簿的改动写进文档" },
      found.workbook && { key: "report", label: "看工作簿" },
      { key: "publish", label: "发布" },
    ].filter(Boolean);
  }

  const ACTS = {
    open: () => openFile(id),
    back: askToWriteBack,
    bring: () => question({
      title: "把工作簿的改动写进文档",
      text: [`工作簿后来改了 ${record.newer.length} 处：${record.newer.slice(0, 6).join("、")}。`,
        "会以修订写进审阅中的文档，别人的修改、修订和批注不动；原来的文档另存一份。"],
      fields: [], yes: "写进文档",
      done: () => bringIn({}, record.version),
    }),
    report: () => { location.hash = `#/report/${record.workbook.id}`; },
    publish: () => askToPublish(id),
  };

  function askToWriteBack() {
    const choices = Object.keys(chosen().choices).length;
    const left = record.conflicts.length - choices;
    question({
      title: "写回工作簿",
      text: [`把审阅时的修改写进 ${record.workbook.name}，只写改了的格；原来的工作簿另存为带日期的副本。`,
        record.conflicts.length ? `两边不同的 ${record.conflicts.length} 处，选好了 ${choices} 处`
          + (left ? `；没有选的 ${left} 处不写。` : "。") : ""].filter(Boolean),
      fields: [], yes: "写回",
      done: () => ordered("正在写回工作簿", `write-back/${id}`, chosen()),
    });
  }

  // Where both sides changed, nothing is written before people have chosen.
  async function bringIn(choices, seen) {
    const told = await ordered("正在写进文档", `bring-in/${id}`, { choices, seen });
    if (!told || !told.conflicts.length) return;
    question({
      title: "两边不同，请选一边",
      text: ["选好以后才写进文档。"],
      fields: told.conflicts.map(one => ({ name: one.id, label: `${one.place} ${one.what}`,
        options: [["", "请选择"], ...one.sides.filter(side => side.may_be_taken).map(side =>
          [side.side, `${side.word}：${side.text || "（没有）"}`])] })),
      yes: "写进文档",
      done: typed => bringIn(typed, told.seen),
    });
  }

  // What people chose, of the state that they have seen.
  function chosen() {
    const choices = {};
    for (const one of place.querySelectorAll("input[type=radio]:checked")) choices[one.name] = one.value;
    return { choices, seen: record.version };
  }
  return { renew: show, leave: source.end };
}

function part(title, name) {
  const list = element("ul", {});
  const count = element("span", { class: "count" });
  const whole = element("section", { class: `part ${name}`, "aria-labelledby": `of-${name}`, hidden: true },
    element("h2", { id: `of-${name}` }, title, count), list);
  return {
    element: whole,
    show(records, keyOf, make) {
      whole.hidden = records.length === 0;
      count.textContent = `（${records.length} 处）`;
      renew(list, records, keyOf, make);
    },
  };
}

function conflictItem(one) {
  const where = `${one.place} ${one.what}`;
  return element("li", { class: "conflict" }, element("fieldset", {},
    element("legend", {}, where, one.count > 1 && `（${one.count} 处相同）`),
    one.base && element("p", { class: "small" }, `生成时：${one.base}`),
    element("div", { class: "sides" }, one.sides.map(side => sideOf(one, side)))));
}

function sideOf(one, side) {
  const choice = element("input", { type: "radio", name: one.id, value: side.side,
    disabled: !side.may_be_taken, "data-focus": `${one.id}-${side.side}` });
  return element("label", { class: "side" }, element("span", { class: "take" }, choice, side.word),
    element("span", { class: "words" }, side.text ? piecesOf(side.pieces) : "（没有）"),
    !side.may_be_taken && element("span", { class: "small" }, "这一处不能选这一边"));
}

function changeItem(one) {
  return element("li", { class: "change" },
    element("p", { class: "message" }, `${one.place} ${one.kind}`),
    element("p", { class: "words" }, piecesOf(one.pieces)),
    element("p", { class: "small" }, one.by.length
      ? one.by.map(by => [by.who || "（没有署名）", by.when].filter(Boolean).join(" ")).join("；")
      : one.known));
}

// <del> and <ins> are said by screen readers; colour and line show them.
function piecesOf(pieces) {
  const names = { deleted: "del", added: "ins" };
  return pieces.map(piece => (names[piece.kind] ? element(names[piece.kind], {}, piece.text)
    : piece.text));
}

function remarkItem(one) {
  return element("li", { class: "change" },
    element("p", { class: "message" }, `${one.who || "（没有署名）"}${one.done ? "（已解决）" : ""}：${one.text}`),
    one.words && element("blockquote", {}, one.words),
    element("p", { class: "small" }, [one.place, one.when].filter(Boolean).join(" · ")));
}

function findingItem(one) {
  const looks = { HOLDS_BACK: "alarm", WRONG: "wrong", VERIFIED: "verified" }[one.standing] || "notice";
  return element("li", { class: `finding ${looks}` },
    element("p", { class: "message" }, `${one.where ? `${one.where}：` : ""}${one.message}。`),
    one.quote && element("blockquote", {}, one.quote),
    element("p", { class: one.standing === "VERIFIED" ? "who" : null }, one.standing === "VERIFIED"
      ? `已核实：${one.verified_said}` : `怎么办：${one.advice}。`));
}

function otherLines(record) {
  return [
    ...record.leftovers.map(one => ({ kind: "工作簿里放不下", text: `${one.place}${one.what}。${one.advice}。` })),
    ...record.newer.map(one => ({ kind: "工作簿后来改过，文档里没有", text: one })),
    ...record.follows.map(one => ({ kind: "写回以后会跟着变", text: one })),
    ...record.formatting.map(one => ({ kind: "排版", text: one })),
    ...record.foreign.map(one => ({ kind: "不该随公文发出去", text: one })),
  ];
}
