import { DEEP, enclosed, numbered, repeated, rules, whole } from "./parts.mjs";

/* Against fields of JSON and XML. */

/** @typedef {import("./parts.mjs").HostileFamily} HostileFamily */

const JSON_CODES = rules(100, (n) => `json "$.errors[*].code" exact "code ${n}"`);

/** @type {readonly HostileFamily[]} */
export const JSONS = [
  { name: "arrays that never close", mapping: rules(1, () => 'json "$[0]" exact "x"'), body: repeated("[") },
  {
    name: "objects that never close",
    mapping: rules(1, () => 'json "$.a.a" exact "x"'),
    body: repeated('{"a":'),
  },
  {
    name: "990 levels of arrays, again and again",
    mapping: rules(3, (n) => `json "$[*][0][0]" exact "x${n}"`),
    body: enclosed("[", (size) => numbered(size, () => `${"[".repeat(DEEP)}${"]".repeat(DEEP)},`), "0]"),
  },
  {
    name: "one name a million times",
    mapping: rules(3, (n) => `json "$.a" exact "x${n}"`),
    body: enclosed("{", whole('"a":1,'), '"b":1}'),
  },
  {
    name: "a million names",
    mapping: rules(3, (n) => `json "$.a" exact "x${n}"`),
    body: enclosed("{", (size) => numbered(size, (n) => `"n${n}":${n},`), '"b":1}'),
  },
  {
    name: "names repeated at every level",
    mapping: rules(3, (n) => `json "$.a.a.a" exact "x${n}"`),
    body: enclosed("{", whole('"a":{"a":{"a":1},"a":2},'), '"b":1}'),
  },
  {
    name: "a million names written with escapes",
    mapping: rules(3, (n) => `json "$.a" exact "x${n}"`),
    body: enclosed("{", whole('"\\u0061":1,'), '"b":1}'),
  },
  {
    name: "backslashes that never end",
    mapping: rules(1, () => 'json "$.a" exact "x"'),
    body: enclosed('{"a":"', repeated("\\\\"), ""),
  },
  {
    name: "a text of escapes",
    mapping: rules(3, (n) => `json "$.a" keyword "x${n}"`),
    body: enclosed('{"a":"', whole("\\u0061"), '"}'),
  },
  {
    name: "a text of surrogates that do not pair",
    mapping: rules(3, (n) => `json "$.a" keyword "x${n}"`),
    body: enclosed('{"a":"', whole("\\ud800\\ud800"), '"}'),
  },
  {
    name: "100 rules on a million values",
    mapping: JSON_CODES,
    body: enclosed(
      '{"errors":[',
      (size) => numbered(size, (n) => `{"code":"code ${100 + (n % 900)}"},`),
      "{}]}",
    ),
  },
  {
    name: "100 keywords in a million values",
    mapping: rules(100, (n) => `json "$[*]" keyword "error code ${n + 100}"`),
    body: enclosed("[", whole('"error code x",'), "0]"),
  },
  {
    name: "keyword in one long value",
    mapping: rules(100, (n) => `json "$.a" keyword "error code ${n + 100}"`),
    body: enclosed('{"a":"', repeated("error code x"), '"}'),
  },
  {
    name: "a number of a million digits",
    mapping: rules(3, (n) => `json "$.a" above 1e${n + 9}`),
    body: enclosed('{"a":0.', repeated("9"), "}"),
  },
  {
    name: "a million numbers",
    mapping: rules(3, (n) => `json "$[*]" above 1e${n + 99}`),
    body: enclosed("[", whole("12345678901234567890.5e3,"), "0]"),
  },
  {
    name: "the hundredth from the end",
    mapping: rules(3, (n) => `json "$[-${n + 100}]" exact "x"`),
    body: enclosed("[", whole("1,"), "0]"),
  },
  {
    name: "three wildcards",
    mapping: rules(3, (n) => `json "$[*][*][*]" exact "x${n}"`),
    body: enclosed("[", whole('[["a"],["b"]],'), "0]"),
  },
  {
    name: "white space between tokens",
    mapping: rules(3, (n) => `json "$.a" exact "x${n}"`),
    body: enclosed('{"a"', repeated(" \n\t"), ":1}"),
  },
];

/** @type {readonly HostileFamily[]} */
export const XMLS = [
  {
    name: "a million attributes",
    mapping: rules(3, (n) => `xml "/a/@b" exact "x${n}"`),
    body: enclosed("<a", (size) => numbered(size, (n) => ` n${n}=""`), "/>"),
  },
  {
    name: "a million elements",
    mapping: rules(3, (n) => `xml "//b" exact "x${n}"`),
    body: enclosed("<a>", whole("<b></b>"), "</a>"),
  },
  {
    name: "elements that never close",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: repeated("<a>"),
  },
  {
    name: "990 levels of elements, again and again",
    mapping: rules(3, (n) => `xml "//a//a//a//b" exact "x${n}"`),
    body: enclosed(
      "<r>",
      (size) => numbered(size, () => `${"<a>".repeat(DEEP)}${"</a>".repeat(DEEP)}`),
      "</r>",
    ),
  },
  {
    name: "start tags that never end",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: repeated("<a "),
  },
  {
    name: "a comment that never ends",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: enclosed("<a><!--", repeated("- "), ""),
  },
  {
    name: "CDATA that nearly ends",
    mapping: rules(3, (n) => `xml "//a" keyword "x${n}"`),
    body: enclosed("<a><![CDATA[", repeated("]"), "]]></a>"),
  },
  {
    name: "a text of references",
    mapping: rules(3, (n) => `xml "//a" keyword "x${n}"`),
    body: enclosed("<a>", whole("&amp;"), "</a>"),
  },
  {
    name: "a reference that never ends",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: enclosed("<a>&", repeated("a"), ""),
  },
  {
    name: "an attribute that never ends",
    mapping: rules(1, () => 'xml "//@b" exact "x"'),
    body: enclosed('<a b="', repeated("&lt;"), ""),
  },
  {
    name: "a document type that never ends",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: enclosed('<!DOCTYPE a SYSTEM "', repeated("a"), ""),
  },
  {
    name: "an instruction that never ends",
    mapping: rules(1, () => 'xml "//a" exact "x"'),
    body: enclosed("<?a ", repeated("? "), ""),
  },
];
