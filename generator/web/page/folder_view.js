// The folder: every report and how far it is, the newest first; and what is none of ours.

import { announce, element, renew } from "./dom.js";
import { newest } from "./server.js";
import { button, head, openFile, when } from "./parts.js";
import { ordered } from "./work.js";
import { askForCollection, askForNew } from "./questions.js";

const MANY = 10; // files from which people look for one

export function folderView(place) {
  document.title = "年度报告";
  const heading = element("h1", {}, "年度报告");
  const where = element("p", { class: "where" });
  const looking = element("p", { class: "waiting", role: "status" });
  const files = element("ol", { class: "files" });
  const nothing = element("p", { class: "nothing", hidden: true },
    "这个文件夹里还没有报告的工作簿。可以新建一份，或者把已经发布的报告拖进来。");
  const broken = element("section", { class: "strangers", hidden: true, "aria-labelledby": "broken" },
    element("h2", { id: "broken" }, "用不了的表式"),
    element("p", { class: "small" }, "改正以前，用这种表式的工作簿打不开；别的不受影响。"), element("ul", {}));
  const others = element("section", { class: "strangers", hidden: true, "aria-labelledby": "others" },
    element("h2", { id: "others" }, "不是本程序的文件"), element("ul", {}));
  const words = element("input", { type: "search", class: "narrow-files", hidden: true,
    "aria-label": "查找：机关、年度、状态或文件名", placeholder: "查找：机关、年度、状态或文件名" });
  const source = newest("folder");
  let all = [];
  let forms = [];
  const chooser = fileChooser();
  const makeAll = button("全部生成", () => ordered("正在生成报告", "make-all", {}), { focus: "all" });
  makeAll.hidden = true;
  place.append(
    element("div", { class: "heading" }, element("div", {}, heading, where),
      element("div", { class: "orders" },
        button("新建", () => askForNew(forms), { class: "main", focus: "new" }),
        button("导入已发布的报告", () => chooser.click(), { focus: "import" }),
        makeAll,
        button("汇总", () => askForCollection(), { focus: "collect" }))),
    chooser, dropPlace(), looking, nothing, words,
    element("section", { "aria-label": "报告，新的在前" }, files), broken, others);
  words.addEventListener("input", draw);

  function draw() {
    const wanted = words.hidden ? "" : words.value.trim().toLowerCase();
    renew(files, all.filter(file => [file.organ, file.year, file.form, file.name, file.state_word]
      .some(said => String(said || "").toLowerCase().includes(wanted))), file => file.id, fileItem);
  }

  async function show() {
    let record;
    try {
      record = await source.ask();
    } catch (problem) {
      announce(problem.message);
      return;
    }
    if (!record) return;
    where.textContent = record.where;
    makeAll.hidden = record.files.filter(one => one.kind === "REPORT" && !one.example).length < 2;
    looking.textContent = record.why_not || (record.unfinished ? `正在看各个文件，还有 ${record.unfinished} 个……` : "");
    nothing.hidden = record.files.length > 0 || record.unfinished > 0;
    head(record.heading);
    forms = record.forms;
    all = record.heading ? record.files : record.files.map(file => ({ ...file, form: "" }));
    words.hidden = all.length < MANY;
    draw();
    broken.hidden = record.broken_forms.length === 0;
    renew(broken.querySelector("ul"), record.broken_forms, one => one.name, brokenItem);
    others.hidden = record.others.length === 0;
    renew(others.querySelector("ul"), record.others, other => other.id, otherItem);
  }
  return { renew: show, leave: source.end };
}

function fileItem(file) {
  const report = file.kind === "REPORT" || file.kind === "COLLECTION";
  const title = [file.organ || file.name, file.year ? `${file.year} 年度` : "", file.form].filter(Boolean).join("　");
  const link = report ? `#/report/${file.id}` : file.kind === "DOCUMENT" ? `#/review/${file.id}` : "";
  const document = file.document || (file.kind === "DOCUMENT" ? file : null);
  return element("li", { class: "file" },
    element("p", { class: "state" }, file.state_word
      ? element("span", { class: `chip ${file.tone}` }, file.state_word)
      : element("span", { class: "chip plain" }, file.kind_word)),
    element("div", { class: "what" },
      link ? element("a", { class: "name", href: link, "data-focus": `name-${file.id}` }, title)
        : element("span", { class: "name" }, title),
      element("p", { class: "small" }, facts(file))),
    element("div", { class: "orders" },
      file.kind !== "DOCUMENT" && button("打开工作簿", () => openFile(file.id), { focus: `book-${file.id}`, about: title }),
      document && button("打开文档", () => openFile(document.id),
        { focus: `doc-${file.id}`, about: title })));
}

function facts(file) {
  const units = !file.units ? "" : file.kind === "COLLECTION"
    ? `汇总 ${file.units.listed} 个单位，已计入 ${file.units.counted} 个` : `${file.units.listed} 个单位`;
  const why = (file.why || "").split("\n")[0].replace(/：$/, ""); // the whole of it when it is made
  return [
    file.example ? "示例" : "", why.startsWith(file.name) ? "" : file.name, units, why,
    file.open_elsewhere ? "正在别的程序里打开" : "",
    file.modified ? `${when(file.modified)} 保存` : "",
  ].filter(Boolean).join(" · ");
}

function brokenItem(form) {
  return element("li", {}, element("strong", {}, form.name),
    form.mistakes.map(line => element("p", {}, line)));
}

function otherItem(other) {
  const why = other.why.startsWith(other.name) ? other.why.slice(other.name.length) : `：${other.why}`;
  return element("li", {}, element("strong", {}, other.name), why);
}

// People may drop a file anywhere on the page; the program copies it and makes a workbook of it.
function dropPlace() {
  const place = element("p", { class: "drop", "aria-hidden": "true" },
    "把已发布的报告（Word、PDF、网页）拖到这里，就由它新建工作簿");
  return place;
}

function fileChooser() {
  const chooser = element("input", { type: "file", class: "unseen", tabindex: "-1",
    "aria-hidden": "true" });
  chooser.addEventListener("change", () => {
    if (chooser.files.length) importFile(chooser.files[0]);
    chooser.value = "";
  });
  return chooser;
}

export function importFile(file) {
  return ordered(`正在导入 ${file.name}`, "import", file);
}
