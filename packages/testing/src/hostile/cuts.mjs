import { A, enclosed, filled, repeated, rules, whole } from "./parts.mjs";

/* Against forms, `split`, `between`, fields of fields, captures and labels. */

/** @typedef {import("./parts.mjs").HostileFamily} HostileFamily */

/** @type {readonly HostileFamily[]} */
export const OTHERS = [
  {
    name: "form: percent signs",
    mapping: rules(3, (n) => `form "a" exact "x${n}"`),
    body: enclosed("a=", repeated("%"), ""),
  },
  {
    name: "form: a million ampersands",
    mapping: rules(3, (n) => `form "a" exact "x${n}"`),
    body: repeated("&&amp;"),
  },
  {
    name: "form: a million pairs",
    mapping: rules(3, (n) => `form "a" exact "x${n}"`),
    body: repeated("a=b&"),
  },
  {
    name: "form: names of escapes",
    mapping: rules(3, (n) => `form "aaaaaaaa" exact "x${n}"`),
    body: repeated("%61%61%61%61%61%61%61%62=1&"),
  },
  {
    name: "form: bytes that are no text",
    mapping: rules(3, (n) => `form "a" keyword "x${n}"`),
    body: enclosed("a=", repeated("%F0%9F+"), ""),
  },
  {
    name: "form: a name that never ends",
    mapping: rules(3, (n) => `form "${A.repeat(100)}" exact "x${n}"`),
    body: repeated(A),
  },
  {
    name: "split: a million parts, the last",
    mapping: rules(3, (n) => `split "," part -1 exact "x${n}"`),
    body: repeated(","),
  },
  {
    name: "split: part 1,000,000",
    mapping: rules(3, (n) => `split "," part ${1_000_000 + n} exact "x"`),
    body: repeated("a,"),
  },
  {
    name: "split: separators that overlap",
    mapping: rules(3, (n) => `split "aa" part -${n + 2} exact "x"`),
    body: repeated(A),
  },
  {
    name: "split: separators that nearly are",
    mapping: rules(1, () => `split "${A.repeat(24)}b" part 2 exact "x"`),
    body: repeated(A),
  },
  {
    name: "split: white space in parts",
    mapping: rules(3, (n) => `split "," part -2 exact "x${n}"`),
    body: repeated(" \t\n"),
  },
  {
    name: "between: never closed",
    mapping: rules(3, (n) => `between "<" and ">${n}" exact "x"`),
    body: repeated("<>"),
  },
  {
    name: "between: 30 closers, one of which comes",
    mapping: rules(
      1,
      () => `between "<" and ${Array.from({ length: 30 }, (_, n) => `"a${n}>"`).join(", ")}, end exact "x"`,
    ),
    body: repeated("<a"),
  },
  {
    name: "between: the last place",
    mapping: rules(3, (n) => `between "(" and last ")" exact "x${n}"`),
    body: repeated("()"),
  },
  {
    name: "between: opener that nearly comes",
    mapping: rules(1, () => `between "${A.repeat(24)}b" and "c" exact "x"`),
    body: repeated(A),
  },
  {
    name: "JSON in each of a million strings",
    mapping: rules(3, (n) => `json "$[*]" json "$.a" exact "x${n}"`),
    body: enclosed("[", whole('"{\\"a\\":1}",'), "0]"),
  },
  {
    name: "JSON in JSON in JSON",
    mapping: rules(3, (n) => `json "$" json "$" json "$.a" exact "x${n}"`),
    body: (size) => JSON.stringify(JSON.stringify(JSON.stringify({ a: filled(A, size) }))),
  },
  {
    name: "XML in each of a million elements",
    mapping: rules(3, (n) => `xml "//b" xml "/c" exact "x${n}"`),
    body: enclosed("<a>", whole("<b>&lt;c/></b>"), "</a>"),
  },
  {
    name: "the rest of the body in the rest of the body",
    mapping: rules(
      3,
      (n) => `between "(" and end between "(" and end split "," part -1 form "a" exact "x${n}"`,
    ),
    body: repeated("((,"),
  },
  {
    name: "forms in each of a million strings",
    mapping: rules(3, (n) => `json "$[*]" form "a" split "," part -1 exact "x${n}"`),
    body: enclosed("[", whole('"b=1&a=%20,+,",'), "0]"),
  },
  {
    name: "captures and a label of one long value",
    mapping: `reject json "$.a" keyword "aaa" as json "$.a"\n${Array.from({ length: 20 }, (_, n) => `capture c${n} from json "$.a" split "," part ${n + 1}\n`).join("")}`,
    body: enclosed('{"a":"', repeated("a,"), '"}'),
  },
];
