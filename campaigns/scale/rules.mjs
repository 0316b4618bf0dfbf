import { lines, oneFile } from "./shapes.mjs";
import { filled, filledHalves, scatteredWord } from "./texts.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Rules that look for texts and statuses, without any example. @type {Readonly<Record<string, Family>>} */
export const RULES = {
  "keywords that have nothing in common": lines((i) => `reject keyword "${scatteredWord(i)}" as L${i}\n`),
  "keywords with a long beginning in common": lines(
    (i) => `reject keyword "the same beginning ${i}" as L${i}\n`,
  ),
  "keywords with a long end in common": lines((i) => `reject keyword "${i} and the same end" as L${i}\n`),
  "keywords that are in one another": oneFile((size) =>
    filled(size, (i) => `reject keyword "${"a".repeat(1 + Math.floor(i / 1))}" as L\n`),
  ),
  "keywords that are in one another, the longest first": oneFile((size) => {
    const count = Math.floor(Math.sqrt(2 * size));
    return filled(size, (i) => `reject keyword "${"a".repeat(Math.max(1, count - i))}" as L\n`);
  }),
  "words with one beginning": lines((i) => `reject word "lead ${i}" as L${i}\n`),
  "exact texts": lines((i) => `reject exact "code ${i}" as L${i}\n`),
  "exact texts with asterisks around": lines((i) => `reject exact "*code ${i}*" as L${i}\n`),
  "exact texts with three asterisks": lines((i) => `reject exact "*a${i}*b${i}*" as L${i}\n`),
  "exact texts of asterisks and one letter": oneFile(
    (size) => `reject exact "${"a*".repeat(size / 4)}"\nreject exact "${"*a".repeat(size / 4)}"`,
  ),
  "equal rules": lines(() => 'reject keyword "duplicate" as Duplicate\n'),
  "equal rules of two verdicts": lines((i) => `reject keyword "duplicate" as L${i % 2}\n`),
  "equal rules with other labels": lines((i) => `reject keyword "duplicate" as L${i}\n`),
  "successes and rejects in turns": lines((i) =>
    i % 2 === 0 ? `success keyword "yes ${i}"\n` : `reject keyword "no ${i}" as N\n`,
  ),
  "successes below, rejects above": oneFile((size) =>
    filledHalves(
      size,
      (i) => `reject keyword "no ${i}" as N\n`,
      (i) => `success keyword "yes ${i}"\n`,
    ),
  ),
  "successes above, rejects below": oneFile((size) =>
    filledHalves(
      size,
      (i) => `success keyword "yes ${i}"\n`,
      (i) => `reject keyword "no ${i}" as N\n`,
    ),
  ),
  "statuses one by one": lines((i) => `reject status ${100 + (i % 500)} as L${i}\n`),
  "status 599": lines((i) => `error status 599 and keyword "a${i}"\n`),
  "status 599 alone": lines(() => "error status 599\n"),
  "a status and not another": lines(
    (i) => `error status ${100 + (i % 500)} and not status ${100 + scattered500(i)}\n`,
  ),
  "ranges of statuses in one another": lines(
    (i) => `error status ${100 + (i % 250)}..${599 - (i % 250)} and keyword "b${i}"\n`,
  ),
  "a list of statuses": oneFile((size) => `error status ${filled(size, (i) => `${100 + (i % 500)}, `)}599`),
  "one rule of many texts": oneFile(
    (size) => `reject keyword ${filled(size, (i) => `"code ${i}", `)}"last" as Many`,
  ),
  "one rule of texts in one another": oneFile(
    (size) => `reject keyword ${filled(size, (i) => `"${"a".repeat(i + 1)}", `)}"last" as Many`,
  ),
  "one rule of exact texts in one another": oneFile(
    (size) => `reject exact ${filled(size, (i) => `"*${"a".repeat(i + 1)}*", `)}"last" as Many`,
  ),
  "one rule of many tests": oneFile(
    (size) => `reject ${filled(size, (i) => `keyword "code ${i}" and\n`)} status 400`,
  ),
  "one rule of many tests with not": oneFile(
    (size) => `reject ${filled(size, (i) => `not keyword "code ${i}" and\n`)} status 400`,
  ),
  "one rule of tests and their not": oneFile(
    (size) =>
      `reject ${filled(size, (i) => `${i % 2 === 0 ? "" : "not "}keyword "code ${i}" and\n`)} status 400`,
  ),
  "one rule of tests on fields": oneFile(
    (size) => `reject ${filled(size, (i) => `json "$.a${i}" exact "b" and\n`)} status 400`,
  ),
  "one rule of numbers": oneFile(
    (size) => `reject ${filled(size, (i) => `json "$.a" above ${i} and\n`)} status 400`,
  ),
  "labels from fields": lines((i) => `reject keyword "k${i}" as json "$.r${i}" or "none ${i}"\n`),
  "labels that differ in case": lines(
    (i) => `reject keyword "k${i}" as "${i % 2 === 0 ? "Label" : "label"} ${i >> 1}"\n`,
  ),
  "labels that differ in spaces": lines((i) => `reject keyword "k${i}" as "la bel ${" ".repeat(i % 50)}x"\n`),
  "texts of two letters, all": lines((i) => `reject keyword "${letters(i, 2)}" as L${i}\n`),
  "pairs in order": lines((i) => `reject exact "*${letters(i, 1)}*${letters(i + 3, 2)}*" as L${i}\n`),
  "not one word, and another": lines(
    (i) => `reject keyword "${letters(i, 3)}" and not keyword "${letters(i + 1, 3)}" as L\n`,
  ),
  "otherwise in the middle": oneFile((size) =>
    [
      filled(size / 2, (i) => `reject keyword "a${i}"\n`),
      "error otherwise\n",
      filled(size / 2, (i) => `reject keyword "b${i}"\n`),
    ].join(""),
  ),
  "names of flags": lines((i) => `success keyword "${["success", "accepted", "valid", "ok"][i % 4]} ${i}"\n`),
  "words of sense and of opposite sense": lines(
    (i) => `success keyword "valid${i}"\nreject keyword "invalid${i}" as I\n`,
  ),
  "texts with JSON in them": lines((i) => `reject keyword "\\"code\\":${i}" as L${i}\n`),
  "texts with XML in them": lines((i) => `reject keyword "</a><b>${i}" as L${i}\n`),
  "texts that end in a digit": lines((i) => `reject keyword "code:${i}" as L${i}\n`),
  "one long text": oneFile((size) => `reject keyword "${"abcdefgh".repeat(size / 8)}"`),
  "one long text of one letter": oneFile((size) => `reject keyword "${"a".repeat(size)}" as A`),
  "two long texts with one end": oneFile(
    (size) =>
      `reject keyword "${"a".repeat(size / 2)}b" as A\nreject keyword "${"a".repeat(size / 2)}c" as B`,
  ),
  "two long exact texts that nearly fit": oneFile(
    (size) =>
      `reject exact "*${"ab*".repeat(size / 6)}" as A\nreject exact "*${"ba*".repeat(size / 6)}" as B`,
  ),
};

/** @param {number} index @param {number} count */
function letters(index, count) {
  let text = "";
  for (let rest = index, i = 0; i < count; i++, rest = Math.floor(rest / 26))
    text += String.fromCharCode(97 + (rest % 26));
  return text;
}

/** @param {number} index */
const scattered500 = (index) => (index * 7 + 3) % 500;
