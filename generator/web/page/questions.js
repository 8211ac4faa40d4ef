// Dialogs: what the program must know before it does something.

import { announce, element } from "./dom.js";
import { button } from "./parts.js";
import { ask as request } from "./server.js";
import { ordered } from "./work.js";

let opened = 0;

// Ask in a dialog; `fields` are {name, label, kind, usual, hint, options}. `done` is handed what was
// typed, and what asks again with all of it, and with why that is wrong. Esc closes the dialog, and
// the focus goes back to where it was.
export function ask(question) {
  const { title, text, fields, yes, done, alarming, wrong } = question;
  const before = document.activeElement;
  const id = `question-${opened += 1}`;
  const problem = element("p", { class: "problem", role: "alert" }, wrong);
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
    done(typed, sentence => ask({ ...question, wrong: sentence,
      fields: fields.map(field => ({ ...field, usual: typed[field.name] })) }));
  });
  document.body.append(dialog);
  if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
  const made = inputs.map(([, one]) => one);
  (made.find(one => !one.value) || made.find(one => one.type === "text")
    || form.querySelector("button")).focus();
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

// Of one form only nothing is asked; who typed nothing yet finds the cursor below.
function formField(forms, usual) {
  return forms.length < 2 ? []
    : [{ name: "form", label: "表式", options: forms.map(one => [one.id, one.name]), usual }];
}

export function askForNew(forms) {
  ask({
    title: "新建工作簿",
    fields: [
      ...formField(forms),
      { name: "organ", label: "机关全称", hint: "与公章一致" },
      { name: "year", label: "年度", usual: String(new Date().getFullYear() - 1), inputmode: "numeric",
        hint: "报告的年度，四位数字" },
    ],
    yes: "新建",
    done: (typed, again) => ordered("正在新建", "new", typed, { refused: again }),
  });
}

// `known` says who collects, and of which year; by default what lies in the folder says so.
export async function askForCollection(known) {
  let there;
  try {
    there = await request("folder");
  } catch (problem) {
    announce(problem.message);
    return;
  }
  const { organ, year, form } = known
    || there.files.find(one => one.kind === "COLLECTION" || one.kind === "UNITS") || {};
  if (!there.folders.length) {
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
      { name: "folder", label: "各单位的文件在", options: there.folders.map(one => [one.id, one.name]) },
      ...formField(known || !there.heading ? [] : there.forms),
      { name: "organ", label: "汇总单位", hint: "全称", usual: organ },
      { name: "year", label: "年度", usual: String(year || new Date().getFullYear() - 1),
        inputmode: "numeric" },
    ],
    yes: "汇总",
    done: (typed, again) => ordered("正在汇总", "collect", known ? { ...typed, form } : typed,
      { refused: again }),
  });
}
