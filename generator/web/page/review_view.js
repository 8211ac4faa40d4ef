// What reviewers changed in a document.

import { element } from "./dom.js";

export function reviewView(place) {
  place.append(element("h1", {}, "审阅修改"));
  return { renew() {} };
}
