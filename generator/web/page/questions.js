// Dialogs: what the program must know before it does something.

import { element } from "./dom.js";
import { button } from "./parts.js";
import { ordered } from "./work.js";

let opened = 0;

// Ask in a dialog; `fields` are {name, label, kind, usual, hint, options}, `done` is handed what
// was typed. Esc closes it, and the focus goes back to where it was.
export function ask({ title, text, fields, yes, done, alarming }) {
  const before = document.activeElement;
  const id = `question-${opened += 1}`;
  const problem = element("p", { class: "problem", role: "alert" });
  const inputs = fields.map(field => [field, input(field, id)]);
  const form = element("form", { method: "dialog", novalidate: true },
    element("h2", { id }, title),
    (text || []).map(line => element("p", {}, line)),
    inputs.map(([field, made]) => element("p", { class: "field" },
      element("label", { for: made.id }, field.label), made,
      field.hint && element("span", { class: "small", id: `${made.id}-hint` }, field.hint))),
    problem,
    element("div", { class: "orders" },
      element("button", { type: "submit", class: alarming ? "danger" : "main" }, yes),
      button("取消", () => close())));
  const dialog = element("dialog", { "aria-labelledby": id }, form);
  const close = () => {
    if (dialog.close) dialog.close();
    dialog.remove();
    if (before && document.contains(before)) before.focus();
  };
  dialog.addEventListener("cancel", event => { event.preventDefault(); close(); });
  dialog.addEventListener("keydown", event => { if (event.key === "Escape") close(); });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const missing = inputs.find(([field, made]) => !field.optional && !made.value.trim());
    if (missing) {
      problem.textContent = `请填写${missing[0].label}。`;
      missing[1].focus();
      return;
    }
    const typed = {};
    for (const [field, made] of inputs) typed[field.name] = made.value.trim();
    close();
    done(typed);
  });
  document.body.append(dialog);
  if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
  (inputs.length ? inputs[0][1] : form.querySelector("button")).focus();
}

function input(field, id) {
  const common = { id: `${id}-${field.name}`, name: field.name,
    "aria-describedby": field.hint ? `${id}-${field.name}-hint` : null };
  if (field.options) {
    return element("select", common, field.options.map(([value, label]) =>
      element("option", { value, selected: value === field.usual }, label)));
  }
  return element("input", { ...common, type: "text", autocomplete: field.autocomplete || "off",
    inputmode: field.inputmode, value: field.usual || "" });
}

export function askForNew() {
  ask({
    title: "新建工作簿",
    fields: [
      { name: "organ", label: "机关全称", hint: "与公章一致" },
      { name: "year", label: "年度", usual: String(new Date().getFullYear() - 1), inputmode: "numeric",
        hint: "报告的年度，四位数字" },
    ],
    yes: "新建",
    done: typed => ordered("正在新建", "new", typed),
  });
}

export function askForCollection(folders, known) {
  if (!folders.length) {
    ask({
      title: "汇总",
      text: ["请先在这个文件夹里建一个子文件夹（如“各单位”），把各单位交来的文件放进去，再点“汇总”。"],
      fields: [], yes: "知道了", done: () => {},
    });
    return;
  }
  ask({
    title: "汇总",
    text: ["把各单位交来的文件汇总成一份工作簿，并给每个单位写一份整改单。"
      + "第一次汇总先新建单位名单：打开核对、补全以后，再汇总一次。"],
    fields: [
      { name: "folder", label: "各单位的文件在", options: folders.map(one => [one.id, one.name]) },
      { name: "organ", label: "汇总单位", hint: "全称", usual: known.organ },
      { name: "year", label: "年度", usual: String(known.year || new Date().getFullYear() - 1),
        inputmode: "numeric" },
    ],
    yes: "汇总",
    done: typed => ordered("正在汇总", "collect", typed),
  });
}
