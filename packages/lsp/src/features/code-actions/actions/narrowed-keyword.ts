import type { ExampleResult, Rule } from "@responses/dsl";
import {
  type BodyField,
  bodyKindOf,
  fieldsOfBody,
  foldText,
  formPieceIn,
  mayStandAnywhere,
  type Subject,
  spanInFile,
  subjectOf,
  type TextTest,
  visible,
  writeString,
} from "@responses/dsl/editor";
import { statementAt } from "../../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import {
  currentMapping,
  heldBy,
  isQuicklyTried,
  readRule,
  undecidedAbove,
  withReplaced,
} from "../statements/tried-rules.js";

/** Tests offered at most: a person has to choose one. */
const MOST_OFFERED = 4;

/**
 * For the `keyword` at the selection, the stricter tests that could stand in its place as far as the file's examples tell:
 * every one of them keeps its verdict and the rule that decides it. None for a rule that decides no example.
 */
export function narrowedKeywords({ document, span, isAskedFor }: ActionRequest): readonly OfferedAction[] {
  const usable = currentMapping(document);
  const statement = statementAt(document.file, span.start);
  const rule = statement === null ? null : (usable?.ruleOf(statement) ?? null);
  if (usable === null || rule === null) return [];
  const test = keywordAt(rule, span.start);
  if (test === null || (!isAskedFor && !isQuicklyTried(usable))) return [];
  const keeps = keepsExamples(usable, rule, test);
  return candidatesFor(usable, rule, test)
    .flatMap((alternatives) => firstKept(alternatives, keeps))
    .slice(0, MOST_OFFERED)
    .map((written) => {
      const title = `Write ${visible(written)} instead: all examples stay as they are`;
      const span = spanInFile(test.span, rule.statement.start);
      return offer(title, ACTION_KINDS.rewriteKeyword, changeBy([{ span, newText: written }]));
    });
}

function keywordAt({ model: { condition }, statement }: Rule, offset: number): TextTest | null {
  if (condition.kind === "otherwise") return null;
  for (const { test } of condition.tests) {
    if (test.kind !== "text" || !mayStandAnywhere(test)) continue;
    const { start, end } = spanInFile(test.span, statement.start);
    if (start <= offset && offset <= end) return test;
  }
  return null;
}

function firstKept(alternatives: Iterable<string>, keeps: (written: string) => boolean): readonly string[] {
  for (const written of alternatives) if (keeps(written)) return [written];
  return [];
}

/** Tells whether the rule with another test in the place of the keyword decides the very examples that it decides now. */
function keepsExamples(usable: UsableMapping, rule: Rule, test: TextTest): (written: string) => boolean {
  const place = usable.mapping.rules.indexOf(rule);
  const reachable = undecidedAbove(usable, place);
  const decided = reachable.filter(({ decidedBy }) => decidedBy === rule).map(({ example }) => example);
  const others = reachable.filter(({ decidedBy }) => decidedBy !== rule).map(({ example }) => example);
  const withoutCaptures = { ...usable.mapping, captures: [] };
  const known = new Map<string, boolean>();
  const keeps = (written: string) => {
    const changed = readRule(withReplaced(rule, test.span.from, test.span.to, written));
    if (changed === null) return false;
    // The few that it decides go first: most candidates fail there.
    return (
      heldBy(changed, decided, withoutCaptures).size === decided.length &&
      heldBy(changed, others, withoutCaptures).size === 0
    );
  };
  return (written) => {
    const answer = known.get(written) ?? keeps(written);
    known.set(written, answer);
    return answer;
  };
}

/** Lists of tests, each from the strictest on: of a list only the first that keeps the examples is worth offering. */
function candidatesFor(usable: UsableMapping, rule: Rule, test: TextTest): readonly (readonly string[])[] {
  const decided = usable.run.decidedBy(rule);
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
  return [...found.values()].slice(0, MOST_OFFERED);
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
