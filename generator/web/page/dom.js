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
  let before = null;
  const times = new Map();
  for (const record of records) {
    const plainKey = keyOf(record);
    const time = (times.get(plainKey) || 0) + 1;
    times.set(plainKey, time);
    const key = time > 1 ? plainKey + "#" + time : plainKey;
    const said = JSON.stringify(record);
    let child = there.get(key);
    there.delete(key);
    if (!child || child.said !== said) {
      const made = make(record, child);
      if (child) keepFocus(child, made);
      made.dataset.key = key;
      made.said = said;
      child = made;
    }
    const place = before ? before.nextSibling : parent.firstChild;
    if (place !== child) parent.insertBefore(child, place);
    before = child;
  }
  for (const child of there.values()) child.remove();
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

// Say something, to who sees it and to who hears it, for a moment.
export function announce(text) {
  const region = document.getElementById("announced");
  region.textContent = "";
  window.clearTimeout(fading);
  window.setTimeout(() => { region.textContent = text; }, 50);
  fading = window.setTimeout(() => { region.textContent = ""; }, STAYS);
}
