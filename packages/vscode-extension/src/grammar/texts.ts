import { jsonInBlock, jsonInSingleQuotes } from "./json-bodies.js";
import type { BlockRule, Rule } from "./rule.js";

/** The escapes that a string knows; any other is an error. */
export const escapes: readonly Rule[] = [
  {
    name: "constant.character.escape.responses",
    match: String.raw`\\(?:[\\"'nrt*]|u\{[0-9A-Fa-f]{1,6}\})`,
  },
  { name: "invalid.illegal.escape.responses", match: String.raw`\\.` },
];

const wildcard: Rule = { name: "constant.other.wildcard.responses", match: String.raw`\*` };

/** The text of a rule or of anything else. Text blocks know no escapes. */
export const plainTexts: readonly Rule[] = texts([]);

/** The texts of `exact`, in which an asterisk stands for any text. */
export const textsWithWildcards: readonly Rule[] = texts([wildcard]);

function texts(inside: readonly Rule[]): readonly Rule[] {
  return [
    block(inside),
    { ...quoted('"', "double"), patterns: [...escapes, ...inside] },
    { ...quoted("'", "single"), patterns: [...escapes, ...inside] },
  ];
}

/** The bodies of examples: JSON in them has its own colours. */
export const bodies: readonly Rule[] = [
  block([jsonInBlock]),
  {
    ...quoted("'", "single"),
    begin: String.raw`'(?=(?:[ \t]|\\[nrt])*[\[{])`,
    patterns: [...jsonInSingleQuotes, ...escapes],
  },
  ...plainTexts,
];

function block(patterns: readonly Rule[]): BlockRule {
  return { name: "string.quoted.triple.responses", begin: '"""', end: '"""', patterns };
}

/** A string that is never closed ends with its line. */
function quoted(mark: string, kind: "double" | "single"): BlockRule {
  return { name: `string.quoted.${kind}.responses`, begin: mark, end: `${mark}|$`, patterns: [] };
}
