// Asks the program, and hears from it. All addresses are below that of the page, token included.

const listeners = new Map();

export async function ask(path) {
  return answered(await fetch(path, { cache: "no-store" }));
}

// Ask the same again and again: only the last answer counts, and none once nobody looks any more.
// `ask` returns null in the place of the others.
export function newest(path) {
  let last = 0;
  return {
    async ask() {
      last += 1;
      const own = last;
      try {
        const record = await ask(path);
        return own === last ? record : null;
      } catch (problem) {
        if (own === last) throw problem;
        return null;
      }
    },
    end() { last += 1; },
  };
}

export async function order(path, record) {
  return answered(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(record || {}),
  }));
}

export async function handOver(path, file) {
  return answered(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(file.name) },
    body: file,
  }));
}

// A sentence where something could not be done.
async function answered(response) {
  let record;
  try {
    record = await response.json();
  } catch (problem) {
    record = { said: "程序没有回答。请重新打开页面。" };
  }
  if (!response.ok) throw new Error(record.said || "没有做成。");
  return record;
}

// hear("changed", record => …); also "here" and "gone", when the program is found and lost.
export function hear(event, listener) {
  if (!listeners.has(event)) listeners.set(event, []);
  listeners.get(event).push(listener);
}

function tell(event, record) {
  for (const listener of listeners.get(event) || []) listener(record);
}

// Hear what happens. Of many tabs those rest that were not looked at for long: a browser has few
// connections. They listen again as soon as people look at them.
export function listen(events) {
  let stream = null;

  function begin() {
    if (stream || document.hidden) return;
    stream = new EventSource("events");
    stream.addEventListener("open", () => tell("here", {}));
    stream.addEventListener("error", () => tell("gone", {}));
    stream.addEventListener("rest", () => {
      stream.close();
      stream = null;
      tell("rest", {});
    });
    for (const event of events) {
      stream.addEventListener(event, message => tell(event, JSON.parse(message.data)));
    }
  }
  document.addEventListener("visibilitychange", begin);
  window.addEventListener("focus", begin);
  window.addEventListener("pointerdown", begin);
  begin();
}
