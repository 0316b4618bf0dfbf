import { BEFORE_STRING, BLANKS, oneOf } from "./fragments.js";
import type { Rule } from "./rule.js";
import { escapes } from "./texts.js";

const FIELD_WORD = "storage.type.field.responses";

const jsonPath: readonly Rule[] = [
  { name: "variable.language.root.responses", match: String.raw`\$` },
  { name: "constant.numeric.index.responses", match: String.raw`(?<=\[)-?\d+(?=\])` },
  { name: "constant.other.wildcard.responses", match: String.raw`(?<=\[)\*(?=\])` },
  ...escapes,
  {
    name: "variable.other.property.responses",
    match: String.raw`(?<=\.)[^\s.\[\]"'\\]+|(?<=\[['"])[^'"\\\]]+`,
  },
];

const xmlPath: readonly Rule[] = [
  { name: "entity.other.attribute-name.responses", match: String.raw`@[^\s/@"'\\]*` },
  { name: "variable.other.property.responses", match: String.raw`[^\s/@"'\\]+` },
  ...escapes,
];

/** `json "PATH"`, `xml "PATH"` and `split "TEXT" part N`, each where its text stands on the same line. */
export const fields: readonly Rule[] = [
  ...pathOf("json", jsonPath),
  ...pathOf("xml", xmlPath),
  { match: oneOf("split") + BEFORE_STRING, captures: { 1: { name: FIELD_WORD } } },
  {
    match: String.raw`${oneOf("part")}${BLANKS}(-?\d+)?`,
    captures: { 1: { name: FIELD_WORD }, 2: { name: "constant.numeric.part.responses" } },
  },
  { name: FIELD_WORD, match: oneOf("json", "xml", "split") },
];

function pathOf(word: string, path: readonly Rule[]): readonly Rule[] {
  return [pathIn('"', "double", word, path), pathIn("'", "single", word, path)];
}

function pathIn(mark: string, kind: string, word: string, path: readonly Rule[]): Rule {
  const string = `string.quoted.${kind}.responses`;
  return {
    begin: `${oneOf(word)}${BLANKS}(?!""")(${mark})`,
    beginCaptures: { 1: { name: FIELD_WORD }, 2: { name: string } },
    contentName: string,
    end: `(${mark})|$`,
    endCaptures: { 1: { name: string } },
    patterns: path,
  };
}
