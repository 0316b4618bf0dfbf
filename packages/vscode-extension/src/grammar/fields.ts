import { FIELD_WORDS, PATH_FIELD_WORDS, VOCABULARY } from "@responses/dsl/editor";
import { BEFORE_STRING, BLANKS, oneOf } from "./fragments.js";
import type { Rule } from "./rule.js";
import { escapes } from "./texts.js";
import { CLOSER_WORDS } from "./words.js";

const FIELD_WORD = "storage.modifier.field.responses";

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

const PATHS = { JSON: jsonPath, XML: xmlPath } as const;

const WORDS_WITHOUT_PATH = FIELD_WORDS.filter((word) => VOCABULARY[word].takes !== "a path");

/** `json "PATH"`, `split "TEXT" part N` and their like, each where its text stands on the same line. */
export const fields: readonly Rule[] = [
  ...PATH_FIELD_WORDS.flatMap((word) => pathOf(word, PATHS[VOCABULARY[word].format])),
  { match: oneOf(...WORDS_WITHOUT_PATH) + BEFORE_STRING, captures: { 1: { name: FIELD_WORD } } },
  {
    match: String.raw`${oneOf("part")}${BLANKS}(-?\d+)?`,
    captures: { 1: { name: FIELD_WORD }, 2: { name: "constant.numeric.part.responses" } },
  },
  { name: FIELD_WORD, match: oneOf(...FIELD_WORDS, ...CLOSER_WORDS) },
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
