import { InnerText } from "../model/fields/inner-text.js";
import { memberAround } from "./json-fragments.js";
import { type JsonTree, withMember } from "./json-tree.js";
import { type ExtraMembers, NO_EXTRAS, writeJsonString, writeJsonTree } from "./json-writing.js";
import { MESSAGE_NAMES } from "./message-names.js";
import { textsMissing } from "./picked-wishes.js";
import { NATURAL_STYLE, type WritingStyle } from "./writing-style.js";

/** Bodies of the tree that hold the texts besides: in a message, or as the members of which they are pieces. */
export function* jsonBodies(
  tree: JsonTree,
  texts: readonly string[],
  style: WritingStyle,
): Generator<string> {
  const document: JsonTree = tree.kind === "open" ? { kind: "object", members: [] } : tree;
  const plain = writeJsonTree(document, style, NO_EXTRAS);
  const missing = textsMissing(texts, new InnerText(plain));
  if (missing.length === 0) {
    yield plain;
    return;
  }
  yield* withReplacedMessage(document, missing, style);
  if (document.kind === "array")
    yield writeJsonTree(withElementSaying(document.elements, missing), style, NO_EXTRAS);
  const pieces = missing.filter((text) => !isPlain(text)).map(memberAround);
  const members = pieces.flatMap((piece) => piece ?? []);
  if (members.length < pieces.length) return;
  const said = missing.filter(isPlain);
  for (const stand of ["last", "first"] as const)
    for (const name of MESSAGE_NAMES)
      for (const written of membersSaying(said, name, members, style))
        yield writeJsonTree(document, style, { written, stand } satisfies ExtraMembers);
}

function withElementSaying(elements: readonly JsonTree[], texts: readonly string[]): JsonTree {
  const said: JsonTree = { kind: "value", pick: { kind: "text", text: texts.join(" ") }, isFree: false };
  return { kind: "array", grows: false, elements: [...elements, said] };
}

/** With the texts in the place of what an example tells people. */
function* withReplacedMessage(
  tree: JsonTree,
  texts: readonly string[],
  style: WritingStyle,
): Generator<string> {
  if (tree.kind !== "object" || !texts.every(isPlain)) return;
  const told = tree.members.find(({ name, value }) => value.kind === "found" && TOLD.test(name));
  if (told === undefined) return;
  const value: JsonTree = { kind: "value", pick: { kind: "text", text: texts.join(" ") }, isFree: false };
  yield writeJsonTree(withMember(tree, told.name, value), style, NO_EXTRAS);
}

const TOLD = /^(?:message|msg|reason|description|detail|details|error|errors?_?message|text|note)$/i;

/** The members as they are written: a message, as a text or a list of texts, and those that hold pieces of JSON. */
function* membersSaying(
  said: readonly string[],
  name: string,
  pieces: readonly string[],
  style: WritingStyle,
): Generator<readonly string[]> {
  const message = `${writeJsonString(name, NATURAL_STYLE)}${style.isSpaced ? ": " : ":"}`;
  yield said.length === 0 ? pieces : [`${message}"${said.join(" ")}"`, ...pieces];
  if (said.length > 1) yield [`${message}[${said.map((text) => `"${text}"`).join(",")}]`, ...pieces];
}

/** Whether a string of JSON holds it as it is. */
function isPlain(text: string): boolean {
  return JSON.stringify(text) === `"${text}"`;
}
