import { oneFile } from "./shapes.mjs";
import { filled, scatteredWord } from "./texts.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Examples, with few rules. @type {Readonly<Record<string, Family>>} */
export const EXAMPLES = {
  "short examples": oneFile(
    (size) =>
      `success json "$.ok" exact "true"\n${filled(size, (i) => `example 200 '{"ok":"true","id":${i}}' is success\n`)}`,
  ),
  "equal examples": oneFile(
    (size) =>
      `success json "$.ok" exact "true"\n${filled(size, () => `example 200 '{"ok":"true"}' is success\n`)}`,
  ),
  "examples that fail": oneFile(
    (size) =>
      `success json "$.ok" exact "true"\n${filled(size, (i) => `example 200 '{"ok":"no","id":${i}}' is success\n`)}`,
  ),
  "examples of one body, other statuses": oneFile(
    (size) => `success status 2xx\n${filled(size, (i) => `example ${100 + (i % 500)} 'ok' is unmapped\n`)}`,
  ),
  "a JSON example with many members": oneFile(
    (size) =>
      `success json "$.k1" exact "v"\nexample '{${filled(size, (i) => `"k${i}":"v",`)}"z":1}' is success`,
  ),
  "a JSON example with a long list": oneFile(
    (size) =>
      `success json "$.l[*].a" exact "v"\nexample '{"l":[${filled(size, (i) => `{"a":"v${i}"},`)}1]}' is unmapped`,
  ),
  "a JSON example with one name again and again": oneFile(
    (size) =>
      `success json "$.k" exact "v"\nexample '{${filled(size, (i) => `"k":"v${i}",`)}"k":"v"}' is success`,
  ),
  "a JSON example that is deep": oneFile(
    (size) =>
      `success json "$.k" exact "v"\nexample '${'{"a":'.repeat(size / 6)}1${"}".repeat(size / 6)}' is unmapped`,
  ),
  "a JSON example with JSON in texts": oneFile(
    (size) =>
      `success json "$.k0" exact "v"\nexample '{${filled(size, (i) => `"k${i}":"{\\\\"a\\\\":${i}}",`)}"z":1}' is unmapped`,
  ),
  "a JSON example with an array of numbers": oneFile(
    (size) => `success json "$[*]" exact "v"\nexample '[${filled(size, (i) => `${i},`)}1]' is unmapped`,
  ),
  "an XML example with many elements": oneFile(
    (size) =>
      `success xml "//k1" exact "v"\nexample '<r>${filled(size, (i) => `<k${i}>v</k${i}>`)}</r>' is success`,
  ),
  "an XML example with equal elements": oneFile(
    (size) => `success xml "//k" exact "v"\nexample '<r>${filled(size, () => "<k>w</k>")}</r>' is unmapped`,
  ),
  "an XML example that is deep": oneFile(
    (size) =>
      `success xml "//b" exact "v"\nexample '${"<a>".repeat(size / 7)}${"</a>".repeat(size / 7)}' is unmapped`,
  ),
  "an XML example with many attributes": oneFile(
    (size) => `success xml "//@k1" exact "v"\nexample '<r ${filled(size, (i) => `k${i}="v" `)}/>' is success`,
  ),
  "a form example with many pieces": oneFile(
    (size) => `success form "k1" exact "v"\nexample '${filled(size, (i) => `k${i}=v&`)}' is success`,
  ),
  "lines of names and values": oneFile(
    (size) => `success keyword "k1: v"\nexample """\n${filled(size, (i) => `k${i}: v\n`)}""" is success`,
  ),
  "a line of many parts": oneFile(
    (size) => `success split "|" part 2 exact "v"\nexample '${filled(size, (i) => `p${i}|`)}' is unmapped`,
  ),
  "a body of quotation marks": oneFile(
    (size) => `success json "$.a" exact "v"\nexample '${'"'.repeat(size)}' is unmapped`,
  ),
  "a body of backslashes": oneFile(
    (size) => `success json "$.a" exact "v"\nexample '{"a":"${"\\\\".repeat(size / 2)}"}' is unmapped`,
  ),
  "a body of open tags": oneFile(
    (size) => `success xml "//a" exact "v"\nexample '${"<a>".repeat(size / 3)}' is unmapped`,
  ),
  "a body of open brackets": oneFile(
    (size) => `success json "$.a" exact "v"\nexample '${"[".repeat(size)}' is unmapped`,
  ),
  "a body of one letter": oneFile(
    (size) => `success keyword "aab"\nexample '${"a".repeat(size)}' is unmapped`,
  ),
  "a body of words": oneFile(
    (size) => `success keyword "ok"\nexample '${filled(size, (i) => `${scatteredWord(i)} `)}' is unmapped`,
  ),
  "a body of blanks": oneFile((size) => `success exact "ok"\nexample 'a${" ".repeat(size)}b' is unmapped`),
  "a body with a capture's marker everywhere": oneFile(
    (size) =>
      `success keyword "ok"\ncapture id from between "id=" and "&"\nexample '${"id=".repeat(size / 3)}' is unmapped`,
  ),
  "an example with many captures": oneFile(
    (size) =>
      `success keyword "ok"\n${filled(size / 2, (i) => `capture c${i} from json "$.c${i}"\n`)}example 'ok' is success with ${filled(size / 2, (i) => `c${i} "", `)} c0 ""`,
  ),
};
