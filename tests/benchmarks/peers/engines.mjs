// How each engine's own documentation says to fill one template many times.
// An engine is handed the path of its template and returns data => document.

import { readFileSync } from "node:fs";
import { promisify } from "node:util";

import carbone from "carbone";
import { createReport } from "docx-templates";
import Docxtemplater from "docxtemplater";
import { TemplateHandler } from "easy-template-x";
import PizZip from "pizzip";

export const engines = {
  // An instance is filled once: each document needs a new one.
  docxtemplater(path) {
    const template = readFileSync(path);
    return (data) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      document.render(data);
      return document.toBuffer();
    };
  },

  // One handler for all documents.
  "easy-template-x"(path) {
    const template = readFileSync(path);
    const handler = new TemplateHandler();
    return (data) => handler.process(template, data);
  },

  // Without its sandbox, which its documentation says is much slower.
  "docx-templates"(path) {
    const template = readFileSync(path);
    const settings = { cmdDelimiter: ["{", "}"], noSandbox: true };
    return (data) => createReport({ template, data, ...settings });
  },

  // It is handed the path of the template each time; there is nothing to keep.
  carbone(path) {
    const render = promisify(carbone.render);
    return (data) => render(path, data, {});
  },
};
