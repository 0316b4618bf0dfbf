import { lines, oneFile } from "./shapes.mjs";
import { filled } from "./texts.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Rules that ask for fields, without any example. @type {Readonly<Record<string, Family>>} */
export const FIELDS = {
  "one field with many texts": lines((i) => `reject json "$.reason" exact "text ${i}" as L${i}\n`),
  "one field with many keywords": lines((i) => `reject json "$.reason" keyword "text ${i}" as L${i}\n`),
  "one field above many numbers": lines((i) => `reject json "$.price" above ${i}.5 as L${i}\n`),
  "one field below and above many numbers": lines(
    (i) => `reject json "$.price" above ${i} and json "$.price" below ${i + 2} as L${i}\n`,
  ),
  "many fields with one text": lines((i) => `reject json "$.k${i}" exact "v${i}" as L${i}\n`),
  "many fields that are empty": lines((i) => `reject json "$.k${i}" empty and status 404 as L${i}\n`),
  "many fields that are not empty": lines((i) => `reject not json "$.k${i}" empty as L${i}\n`),
  "fields inside one another": lines(
    (i) => `reject json "$${".a".repeat(1 + (i % 60))}" exact "b${i}" as L${i}\n`,
  ),
  "indexes of a list": lines((i) => `reject json "$.list[${i}].code" exact "no" as L${i}\n`),
  "one XML field with many texts": lines((i) => `reject xml "//reason" exact "text ${i}" as L${i}\n`),
  "many XML fields": lines((i) => `reject xml "//k${i}" exact "v" as L${i}\n`),
  "many XML attributes": lines((i) => `reject xml "//k${i}/@a" exact "v" as L${i}\n`),
  "many form fields": lines((i) => `reject form "k${i}" exact "v" as L${i}\n`),
  "parts of a line": lines((i) => `reject split "|" part ${i + 1} exact "v${i}" as L${i}\n`),
  "parts of a line from its end": lines((i) => `reject split "|" part -${i + 1} exact "v${i}" as L${i}\n`),
  "parts of many separators": lines((i) => `reject split "s${i}" part 1 exact "v" as L${i}\n`),
  "between many markers": lines((i) => `reject between "id${i}=" and "&" exact "v" as L${i}\n`),
  "between and a list of closers": oneFile(
    (size) => `reject between "a" and ${filled(size, (i) => `"c${i}", `)}end exact "v" as L`,
  ),
  "fields of fields": lines((i) => `reject json "$.d" json "$.s${i}" exact "v${i}" as L${i}\n`),
  "one long chain of fields": oneFile((size) => `reject ${filled(size, () => 'json "$.d" ')} exact "v" as L`),
};
