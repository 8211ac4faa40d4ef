// What is being done, how far it is, and what became of it.

import { announce, element } from "./dom.js";
import { handOver, order } from "./server.js";
import { button, said } from "./parts.js";

// Ask for something that takes its time; return what became of it, or null where it was refused.
// `given` is a record, or a file.
export async function ordered(doing, path, given) {
  announce(`${doing}……`);
  try {
    const record = await (given instanceof File ? handOver(path, given) : order(path, given));
    const choices = (record.choices || []).map(choice => ({
      label: choice.label,
      main: choice.main,
      act: () => (choice.goto ? go(choice.goto) : ordered(doing, choice.path, choice.given)),
    }));
    said({ ...record, choices });
    if (record.goto) location.hash = record.goto;
    return record;
  } catch (problem) {
    said({ said: problem.message, tone: "bad" });
    return null;
  }
}

function go(hash) {
  document.getElementById("said").hidden = true;
  location.hash = hash;
}

// Show to every tab what the program is doing; it does one thing at a time.
export function showWork(work) {
  const place = document.getElementById("work");
  const was = place.hidden;
  place.hidden = !work.doing;
  if (!work.doing) return;
  if (was || place.dataset.doing !== work.doing) {
    place.dataset.doing = work.doing;
    place.textContent = "";
    place.append(
      element("p", { class: "doing" }),
      element("progress", { "aria-label": work.doing }),
      button("停止", () => order("stop").then(record => announce(record.said)), {}));
  }
  place.querySelector(".doing").textContent = work.of
    ? `${work.doing}（${work.done}/${work.of}）` : `${work.doing}……`;
  place.querySelector("button").hidden = !work.stoppable;
  const bar = place.querySelector("progress");
  if (work.of) {
    bar.max = work.of;
    bar.value = work.done;
  } else {
    bar.removeAttribute("value");
  }
}
