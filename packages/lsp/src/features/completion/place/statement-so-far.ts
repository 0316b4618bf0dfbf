import { type Field, type FieldPart, type PositiveTest, parse, type StatementModel } from "@responses/dsl";
import { FIELD_WORDS, type PartRole, partsOf, VOCABULARY } from "@responses/dsl/editor";
import { LANGUAGE_WORDS } from "../../presentation/language-words.js";

/** What is to stand in a place. */
export type Wanted = PartRole | "match word" | "and word" | "part word" | "fallback word" | "outcomes";

/** More words than these are not read a second time: their author does not wait. */
const LONGEST = 200_000;

/**
 * What a statement means up to a place, once the shortest thing that makes it whole is put there; null where nothing does.
 * `before` are the words before the place, `role` is what is to stand there.
 */
export function statementSoFar(before: string, role: Wanted): StatementModel | null {
  if (before.length > LONGEST) return null;
  for (const end of ENDS[role] ?? []) {
    const [model] = parse("", `${before} ${end}`).models;
    if (model !== undefined && model.kind !== "broken") return model;
  }
  return null;
}

/** What can stand in a place and make the statement whole. */
const ENDS: Readonly<Partial<Record<Wanted, readonly string[]>>> = {
  ...Object.fromEntries(
    FIELD_WORDS.map((word) => {
      const { shortest } = LANGUAGE_WORDS[word];
      return [VOCABULARY[word].text, [shortest, `${shortest} empty`]];
    }),
  ),
  "match word": ["empty"],
  "and word": ['and "x"', 'and "x" empty'],
  "part word": ["part 1", "part 1 empty"],
  "fallback word": ["or x"],
  // Before `for`, behind it or a comma, and behind an outcome.
  outcomes: ["for success", "success", ""],
  "searched text": ['"x"'],
  limit: ["1"],
  part: ["1", "1 empty"],
  label: ["x"],
  "fallback label": ["x"],
  "end marker": ['"x"', '"x" empty'],
  "verdict label": ["x"],
  "expected name": ['x "x"'],
  "expected value": ['"x"'],
};

/** The last test of a rule so far, in which the place is; null for other statements. */
export function lastTestOf(model: StatementModel | null): PositiveTest | null {
  if (model?.kind !== "rule" || model.condition.kind === "otherwise") return null;
  return model.condition.tests.at(-1)?.test ?? null;
}

/** The field of that test; null for one of the status or the body. */
export function lastFieldOf(model: StatementModel | null): Field | null {
  const test = lastTestOf(model);
  return test === null || test.kind === "status" ? null : test.field;
}

/** The last part of the field that is written last: a capture's, a label's or a test's; null where there is none. */
export function lastPartOf(model: StatementModel | null): FieldPart | null {
  return partsWritten(model).at(-1) ?? null;
}

/** The parts of the field that is written last. */
export function partsWritten(model: StatementModel | null): readonly FieldPart[] {
  const field = fieldWrittenLast(model);
  return field === null ? [] : partsOf(field);
}

/** Those before its last one, which pick what that reads. */
export function partsBefore(model: StatementModel | null): readonly FieldPart[] {
  return partsWritten(model).slice(0, -1);
}

function fieldWrittenLast(model: StatementModel | null): Field | null {
  if (model?.kind === "capture") return model.field;
  return model?.kind === "rule" && model.label.kind === "field" ? model.label.field : lastFieldOf(model);
}
