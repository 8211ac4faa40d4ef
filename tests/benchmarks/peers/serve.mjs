// node serve.mjs ENGINE TEMPLATE DATA.json DOCUMENT
// For each line on standard input, a number of documents: fills that many, answers with the
// milliseconds that one took, and leaves the last of them in DOCUMENT.

import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { engines } from "./engines.mjs";

const [engine, template, dataFile, documentFile] = process.argv.slice(2);
const fill = engines[engine](template);
const data = JSON.parse(readFileSync(dataFile, "utf8"));

for await (const line of createInterface({ input: process.stdin })) {
  const count = Number(line);
  let document;
  const begun = performance.now();
  for (let number = 0; number < count; number += 1) {
    document = await fill(data);
  }
  const each = (performance.now() - begun) / count;
  writeFileSync(documentFile, document);
  console.log(each);
}
