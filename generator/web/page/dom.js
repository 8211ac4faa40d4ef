// Makes and renews elements. Whatever comes from a file is only ever put in as text.

// element("p", {class: "x", onclick: f, "aria-label": "…"}, "text", another, [more])
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "value") made.value = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  add(made, children);
  return made;
}

function add(parent, children) {
  for (const child of children) {
    if (child === undefined || child === null || child === false || child === "") continue;
    if (Array.isArray(child)) add(parent, child);
    else parent.append(child);
  }
}

export function fill(parent, ...children) {
  parent.textContent = "";
  add(parent, children);
}

// Show one child for each record, by its key. A child whose record is as it was stays the very
// same, with what people have typed in it, its focus and its place on the screen.
export function renew(parent, records, keyOf, make) {
  const there = new Map();
  for (const child of Array.from(parent.children)) there.set(child.dataset.key, child);
  const keys = keysOf(records, keyOf);
  const stay = new Set(keys);
  for (const [key, child] of there) {
    if (!stay.has(key)) child.remove(); // first: else what stays is moved, and loses its focus
  }
  let before = null;
  records.forEach((record, at) => {
    const said = JSON.stringify(record);
    let child = there.get(keys[at]);
    if (!child || child.said !== said) {
      const made = make(record, child);
      if (child) keepFocus(child, made);
      made.dataset.key = keys[at];
      made.said = said;
      child = made;
    }
    const place = before ? before.nextSibling : parent.firstChild;
    if (place !== child) parent.insertBefore(child, place);
    before = child;
  });
}

// The key of each record; of several with the same one the second is numbered, and so on.
function keysOf(records, keyOf) {
  const times = new Map();
  return records.map(record => {
    const key = keyOf(record);
    const time = (times.get(key) || 0) + 1;
    times.set(key, time);
    return time > 1 ? `${key}#${time}` : key;
  });
}

function keepFocus(old, made) {
  const focused = old.contains(document.activeElement) && document.activeElement.dataset.focus;
  old.replaceWith(made);
  if (!focused) return;
  const again = made.dataset.focus === focused ? made : made.querySelector(`[data-focus="${focused}"]`);
  if (again) again.focus({ preventScroll: true });
}

const STAYS = 7000;
let fading = 0;

// Say something, to who hears it and, where it is not on the screen already, to who sees it, for a
// moment.
export function announce(text, { seen = true } = {}) {
  const region = document.getElementById("announced");
  region.classList.toggle("unseen", !seen);
  region.textContent = "";
  window.clearTimeout(fading);
  window.setTimeout(() => { region.textContent = text; }, 50);
  fading = window.setTimeout(() => { region.textContent = ""; }, STAYS);
}
