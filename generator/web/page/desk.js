// The page: which view is shown, and what every view hears.

import { announce } from "./dom.js";
import { ask, hear, listen } from "./server.js";
import { folderView, importFile } from "./folder_view.js";
import { reportView } from "./report_view.js";
import { reviewView } from "./review_view.js";
import { leaveSaid } from "./parts.js";
import { showWork } from "./work.js";
import { showAbout } from "./about.js";

const VIEWS = [
  [/^#\/report\/([0-9a-f]+)$/, reportView],
  [/^#\/review\/([0-9a-f]+)$/, reviewView],
  [/^/, folderView],
];
const place = document.getElementById("view");
let shown = { renew() {} };
let filling = true;
let filled = null;

function renew(change) {
  filled = shown.renew(change);
}

async function show(moved) {
  const [pattern, view] = VIEWS.find(([one]) => one.test(location.hash));
  const id = pattern.exec(location.hash)[1];
  const top = (history.state && history.state.top) || 0;
  filling = true;
  if (shown.leave) shown.leave();
  leaveSaid();
  place.textContent = "";
  shown = view(place, id);
  renew();
  if (moved && !document.getElementById("said").contains(document.activeElement)) {
    place.focus({ preventScroll: true });
  }
  const own = shown;
  for (let last = null; last !== filled;) {
    last = filled;
    await last; // another may have been asked for meanwhile, which alone is answered
  }
  if (own !== shown) return;
  if (moved || top) window.scrollTo(0, top);
  filling = false;
}

// A view is filled a moment after it is shown, so the browser cannot find again where people were.
history.scrollRestoration = "manual";
let scrolling = 0;
window.addEventListener("scroll", () => {
  window.clearTimeout(scrolling);
  scrolling = window.setTimeout(() => {
    if (!filling) history.replaceState({ top: window.scrollY }, "");
  }, 100);
});

function alive(here) {
  document.getElementById("live").classList.toggle("off", !here);
  document.getElementById("live-said").textContent = here
    ? "保存以后，这里马上更新" : "与程序断开了";
  const gone = document.getElementById("gone");
  gone.hidden = here;
  gone.textContent = here ? "" : "程序已经关闭，或者正在重新连接。没有更新的内容请不要当真；"
    + "连不上时，请再双击打开程序。";
}

hear("here", () => { alive(true); renew(); });
hear("gone", () => alive(false));
hear("rest", () => {
  document.getElementById("live-said").textContent = "打开的页面多，这一页先歇着，点一下就更新";
});
hear("changed", renew);
hear("states", renew);
hear("work", showWork);
window.addEventListener("hashchange", () => show(true));
document.getElementById("skip").addEventListener("click", event => {
  event.preventDefault();
  place.focus();
});
// A file may be dropped anywhere; the browser itself would open it in the place of the page.
function dragged(event) {
  if (!event.dataTransfer || !Array.from(event.dataTransfer.types).includes("Files")) return;
  event.preventDefault();
  document.body.classList.toggle("dropping", event.type === "dragover");
  if (event.type !== "drop") return;
  const files = Array.from(event.dataTransfer.files);
  files.reduce((before, file) => before.then(() => importFile(file)), Promise.resolve());
}
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, dragged);

show(false);
listen(["changed", "states", "work"]);
showAbout().catch(problem => announce(problem.message));
ask("work").then(showWork, problem => announce(problem.message));
