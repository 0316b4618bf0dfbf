import type { ExampleResult, Rule } from "@responses/dsl";
import {
  type BodyField,
  bodyKindOf,
  fieldsOfBody,
  foldText,
  formPieceIn,
  type Subject,
  subjectOf,
  type TextTest,
  writeString,
} from "@responses/dsl/editor";

/** Fields of the body that are tried at most. */
const MOST_FIELDS = 4;

/**
 * Tests in the place of a keyword's that hold for the first of the examples which its rule decides: lists of them, each from the
 * strictest on, so that of a list only the first that does what is wanted is worth offering. None where there is no example.
 */
export function keywordCandidates(
  decided: readonly ExampleResult[],
  rule: Rule,
  test: TextTest,
): readonly (readonly string[])[] {
  const [first] = decided;
  const texts = test.texts.map(({ text }) => text);
  if (first === undefined) return [];
  const written = (how: string, wanted = texts) =>
    `${how} ${wanted.map((text) => writeString([text])).join(", ")}`;
  const exact = texts.every(isTrimmed) ? [written("exact")] : [];
  if (test.field !== null) {
    const { from, to } = test.field.span;
    const field = rule.statement.syntax.text.slice(from, to);
    return [[...exact, written("word")].map((match) => `${field} ${match}`)];
  }
  const fields = fieldsHolding(texts, subjectOf(first.example.model)).map(({ written: field, text }) => [
    ...exact.map((match) => `${field} ${match}`),
    ...(isTrimmed(text) ? [`${field} ${written("exact", [text])}`] : []),
    `${field} ${written("word")}`,
    `${field} ${written("keyword")}`,
  ]);
  return [
    formTests(texts),
    ...fields,
    isPlainText(decided) ? [...exact, ...openEnded(texts)] : [],
    [written("word")],
  ];
}

/** Pieces of a form as a test on its field: `form "status" exact "success"` for `status=success`. */
function formTests(texts: readonly string[]): readonly string[] {
  const pieces = texts.flatMap((text) => formPieceIn(text) ?? []);
  const [first] = pieces;
  if (first === undefined || pieces.length !== texts.length) return [];
  if (pieces.some(({ name, text }) => name !== first.name || !isTrimmed(text))) return [];
  const values = pieces.map(({ text }) => writeString([text])).join(", ");
  return [`form ${writeString([first.name])} exact ${values}`];
}

/** The fields whose text holds one of the texts. */
function fieldsHolding(texts: readonly string[], subject: Subject): readonly BodyField[] {
  const folded = texts.map(foldText);
  const found = new Map<string, BodyField>();
  for (const field of fieldsOfBody(subject)) {
    const text = foldText(field.text);
    if (folded.some((wanted) => text.includes(wanted)) && !found.has(field.written))
      found.set(field.written, field);
  }
  return [...found.values()].slice(0, MOST_FIELDS);
}

/** How a body begins or ends, in place of what stands anywhere in it. */
function openEnded(texts: readonly string[]): readonly string[] {
  const list = (pieces: (text: string) => readonly [string, ...string[]]) =>
    `exact ${texts.map((text) => writeString(pieces(text))).join(", ")}`;
  const begins = texts.every((text) => text.trimStart() === text) ? [list((text) => [text, ""])] : [];
  const ends = texts.every((text) => text.trimEnd() === text) ? [list((text) => ["", text])] : [];
  return [...begins, ...ends];
}

function isPlainText(results: readonly ExampleResult[]): boolean {
  return results.every(({ example }) => bodyKindOf(example.model.body) === "text");
}

/** An exact text with blanks at its ends matches nothing: those of what it is compared with are taken off. */
function isTrimmed(text: string): boolean {
  return text.trim() === text && text !== "" && !text.includes("\ufffd");
}
