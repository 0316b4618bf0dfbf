import { rulesAndExamples } from "./shapes.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Rules and as many examples, a product if each is tried on each. @type {Readonly<Record<string, Family>>} */
export const RULES_AND_EXAMPLES = {
  "a keyword each": rulesAndExamples(
    (i) => `reject keyword "code ${i}." as L${i}\n`,
    (i) => `example 'the code ${i}. was sent' is reject L${i}\n`,
  ),
  "a word each": rulesAndExamples(
    (i) => `reject word "w${i}" as L${i}\n`,
    (i) => `example 'the w${i} was sent' is reject L${i}\n`,
  ),
  "an exact text each": rulesAndExamples(
    (i) => `reject exact "code ${i}" as L${i}\n`,
    (i) => `example 'code ${i}' is reject L${i}\n`,
  ),
  "an exact text with asterisks each": rulesAndExamples(
    (i) => `reject exact "code ${i}.*" as L${i}\n`,
    (i) => `example 'code ${i}. no' is reject L${i}\n`,
  ),
  "a value of one field each": rulesAndExamples(
    (i) => `reject json "$.r" exact "code ${i}" as L${i}\n`,
    (i) => `example '{"r":"code ${i}"}' is reject L${i}\n`,
  ),
  "a field each": rulesAndExamples(
    (i) => `reject json "$.k${i}" exact "v" as L${i}\n`,
    (i) => `example '{"k${i}":"v"}' is reject L${i}\n`,
  ),
  "a field each, beside backslashes": rulesAndExamples(
    (i) => `reject json "$.k${i}" exact "v${i}" as L${i}\n`,
    (i) => `example '{"k":"\\\\n${i}"}' is unmapped\n`,
  ),
  "a number each": rulesAndExamples(
    (i) => `reject json "$.n" above ${i}.5 as L${i}\n`,
    (i) => `example '{"n":${i}}' is reject\n`,
  ),
  "an XML field each": rulesAndExamples(
    (i) => `reject xml "//k${i}" exact "v" as L${i}\n`,
    (i) => `example '<r><k${i}>v</k${i}></r>' is reject L${i}\n`,
  ),
  "a value of an XML field each": rulesAndExamples(
    (i) => `reject xml "//r" exact "v${i}" as L${i}\n`,
    (i) => `example '<a><r>v${i}</r></a>' is reject L${i}\n`,
  ),
  "a form field each": rulesAndExamples(
    (i) => `reject form "k${i}" exact "v" as L${i}\n`,
    (i) => `example 'k${i}=v' is reject L${i}\n`,
  ),
  "a part each": rulesAndExamples(
    (i) => `reject split "|" part ${i + 1} exact "v${i}" as L${i}\n`,
    (i) => `example 'a|v${i}' is unmapped\n`,
  ),
  "a marker each": rulesAndExamples(
    (i) => `reject between "m${i}=" and "&" exact "v" as L${i}\n`,
    (i) => `example 'm${i}=v&' is reject L${i}\n`,
  ),
  "an empty field each": rulesAndExamples(
    (i) => `reject json "$.k${i}" empty and status 404 as L${i}\n`,
    (i) => `example '{"k${i}":1}' is unmapped\n`,
  ),
  "a missing keyword each": rulesAndExamples(
    (i) => `reject not keyword "a${i}" and keyword "b${i}" as L${i}\n`,
    (i) => `example 'b${i}' is reject L${i}\n`,
  ),
  "rules of status 599, examples": rulesAndExamples(
    (i) => `error status 599 and keyword "a${i}"\n`,
    (i) => `example 200 'x${i}' is unmapped\n`,
  ),
  "rules of status 599 alone, examples": rulesAndExamples(
    () => "error status 599\n",
    (i) => `example 200 'x${i}' is unmapped\n`,
  ),
  "a status and not another, examples": rulesAndExamples(
    (i) => `error status ${100 + (i % 500)} and not status ${100 + (i % 500)}\n`,
    (i) => `example 200 'x${i}' is unmapped\n`,
  ),
  "equal rules, examples that fail": rulesAndExamples(
    () => 'reject keyword "dup" as D\n',
    (i) => `example 'dup ${i}' is success\n`,
  ),
  "equal rules, examples": rulesAndExamples(
    () => 'reject keyword "dup" as D\n',
    (i) => `example 'dup ${i}' is reject D\n`,
  ),
  "captures between, examples": rulesAndExamples(
    (i) => `capture c${i} from between "c${i}=" and "&"\n`,
    (i) => `example 'c${i}=1&' is unmapped\n`,
  ),
  "captures of fields, examples": rulesAndExamples(
    (i) => `capture c${i} from json "$.c${i}"\n`,
    (i) => `example '{"c${i}":1}' is unmapped\n`,
  ),
  "captures of parts, examples": rulesAndExamples(
    (i) => `capture c${i} from split "|" part ${i + 1}\n`,
    (i) => `example 'a|b|c${i}' is unmapped\n`,
  ),
  "labels of fields, examples": rulesAndExamples(
    (i) => `reject keyword "k${i}." as json "$.r${i}" or "n${i}"\n`,
    (i) => `example '{"r${i}":"k${i}."}' is reject "k${i}."\n`,
  ),
  "rules that all hold, examples": rulesAndExamples(
    (i) => `reject keyword "a" and not keyword "z${i}" as L${i}\n`,
    (i) => `example 'a ${i}' is reject L0\n`,
  ),
  "rules that nearly hold, examples": rulesAndExamples(
    (i) => `reject keyword "a" and keyword "z${i}" as L${i}\n`,
    (i) => `example 'a ${i}' is unmapped\n`,
  ),
  "rules on a list, examples with lists": rulesAndExamples(
    (i) => `reject json "$.e[*].c" exact "v${i}" as L${i}\n`,
    (i) => `example '{"e":[{"c":"a"},{"c":"v${i}"}]}' is reject L${i}\n`,
  ),
  "rules on texts in texts, examples": rulesAndExamples(
    (i) => `reject json "$.d" json "$.s" exact "v${i}" as L${i}\n`,
    (i) => `example '{"d":"{\\\\"s\\\\":\\\\"v${i}\\\\"}"}' is reject L${i}\n`,
  ),
  "lists of statuses, examples": rulesAndExamples(
    (i) => `error status ${100 + (i % 500)}, 5xx and keyword "q${i}"\n`,
    (i) => `example 500 'q${i}' is error\n`,
  ),
  "examples that no rule has, one keyword": rulesAndExamples(
    (i) => `reject keyword "a${i}b" as L\n`,
    (i) => `example 'aaaaaaa${i}' is unmapped\n`,
  ),
};
