import { subjectOf } from "../../bodies/example-subject.js";
import { type InnerBody, innerBodiesOf } from "../../bodies/inner-bodies.js";
import type { ExampleResult } from "../../examples/example-result.js";
import { counted } from "../../findings/counted.js";
import type { Fix } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { addToGroup } from "../../incremental/groups.js";
import { type Field, partsOf } from "../../model/field.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import { spanInFile } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { type AskedField, sourceOf } from "../facts/asked-fields.js";
import { pastedBodyOf } from "../facts/broken-body.js";
import { type FieldBeginning, replacedBy, writtenAnew } from "./field-through.js";
import { type KnownWays, type LostField, lostFieldOf } from "./lost-field.js";
import { differencesAfter, type TriedEdit } from "./tried-change.js";

/*
 * Fields that find nothing in an example, though a body inside its body has what they ask for.
 */

/** The examples whose inner bodies one and the same field picks. */
export interface LostFields {
  readonly examples: readonly [ExampleWithLost, ...ExampleWithLost[]];
}

interface ExampleWithLost {
  readonly result: ExampleResult;
  /** In the order in which the file asks for them. */
  readonly lost: readonly [LostAsked, ...LostAsked[]];
}

interface LostAsked extends LostField {
  readonly asked: AskedField;
}

/** Examples that are asked for a field at most before it is said that no body has it. */
const MOST_ASKED = 200;

/** Fields times examples with inner bodies that are tried at most: beyond these the first examples speak for the others. */
const MOST_PAIRS = 50_000;

/** Where it matters that fields find nothing, by what would reach the inner body. */
export function findLostFields(
  analysed: AnalysedMapping,
  asked: readonly AskedField[],
): readonly LostFields[] {
  const groups = new Map<string, ExampleWithLost[]>();
  const ways: KnownWays = new Map();
  let left = MOST_PAIRS;
  for (const result of analysed.run.results) {
    if (innerBodiesOf(subjectOf(result.example.model)).length === 0) continue;
    left -= asked.length;
    if (left < 0) break;
    const [first, ...others] = lostIn(result, asked, analysed, ways);
    if (first === undefined) continue;
    addToGroup(groups, first.inner.written, { result, lost: [first, ...others] });
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ examples: [first, ...others] }],
  );
}

function lostIn(
  result: ExampleResult,
  asked: readonly AskedField[],
  analysed: AnalysedMapping,
  ways: KnownWays,
): readonly LostAsked[] {
  const { model, statement } = result.example;
  if (pastedBodyOf(statement.syntax) !== null) return [];
  const matters = fieldsThatMatter(result, analysed);
  return asked.flatMap((one) => {
    if (matters !== null && !matters.has(one.field)) return [];
    const lost = lostFieldOf(model, one.field, sourceOf(one.by), ways);
    return lost === null || isAtHomeElsewhere(one, lost, result, analysed) ? [] : [{ ...lost, asked: one }];
  });
}

/** The fields on which an example that passes depends: those of rules that hold, and captures. Null for all. */
function fieldsThatMatter(
  { difference, verdict, decidedBy, example }: ExampleResult,
  { run, mapping }: AnalysedMapping,
): ReadonlySet<Field> | null {
  if (difference !== null) return null;
  const ofRules = run
    .rulesFor(example)
    .flatMap(({ model }) => testsOf(model.condition).flatMap(({ test }) => fieldOfTest(test) ?? []));
  const ofLabel = decidedBy?.model.label.kind === "field" ? [decidedBy.model.label.field] : [];
  const ofCaptures = mapping.captures.flatMap(({ model: { outcomes, field } }) =>
    outcomes === null || outcomes.some((outcome) => outcome === verdict.outcome) ? [field] : [],
  );
  return new Set([...ofRules, ...ofLabel, ...ofCaptures]);
}

/** Whether a field reads the bodies of other examples as they are: what it misses in this one may be another's of that name. */
function isAtHomeElsewhere(
  { field }: AskedField,
  { inner, beginning }: LostField,
  { example }: ExampleResult,
  { mapping }: AnalysedMapping,
): boolean {
  if (beginning.parts > 0 || subjectOf(example.model).faultFor(inner.kind) !== null) return false;
  return mapping.examples.slice(0, MOST_ASKED).some(({ model }) => subjectOf(model).pick(field).length > 0);
}

/** How lost fields are best written. */
export interface Recovery {
  /** For the field that is asked for first. */
  readonly beginning: FieldBeginning;
  /** The change of all that ask; none where examples speak against it. */
  readonly fixes: readonly Fix[];
}

/** Fields that reach inner bodies of other examples are tried, too, so many: one of them may reach all. */
const MOST_ALTERNATIVES = 3;

/**
 * All fields written anew that are lost in the group's examples, if the first example then gets its verdict and every one that
 * has it keeps it: by the group's own way to the inner body, or by another group's, whichever gives more examples theirs.
 */
export function recoverLostFields(
  analysed: AnalysedMapping,
  asked: readonly AskedField[],
  group: LostFields,
  groups: readonly LostFields[],
): Recovery {
  const [{ inner, beginning, asked: first }] = group.examples[0].lost;
  const others = groups.flatMap(({ examples: [{ lost }] }) =>
    isLikewise(lost[0], inner.kind) ? lost[0].inner.written : [],
  );
  const ways = new Set([inner.written, ...(beginning.parts === 0 ? others : [])]);
  let best: { readonly right: number; readonly recovery: Recovery } | null = null;
  for (const way of [...ways].slice(0, 1 + MOST_ALTERNATIVES)) {
    const edits = editsFor(analysed, asked, group, way);
    const right = edits.length === 0 ? null : countRight(analysed, group, edits);
    if (right === null || (best !== null && best.right >= right)) continue;
    const written = beginning.parts === 0 ? { parts: 0, newText: `${way} ` } : beginning;
    best = { right, recovery: { beginning: written, fixes: [fixOf(first, written, edits)] } };
  }
  return best?.recovery ?? { beginning, fixes: [] };
}

function isLikewise({ inner, beginning }: LostField, kind: InnerBody["kind"]): boolean {
  return inner.kind === kind && beginning.parts === 0;
}

/** Where the body as a whole is of another kind, all fields of the inner body's kind are lost: none can find anything. */
function editsFor(
  { mapping }: AnalysedMapping,
  asked: readonly AskedField[],
  { examples }: LostFields,
  way: string,
): readonly TriedEdit[] {
  const [{ result, lost }] = examples;
  const [{ inner }] = lost;
  const through: FieldBeginning = { parts: 0, newText: `${way} ` };
  const beginnings = new Map<string, FieldBeginning>();
  for (const { lost: fields } of examples) {
    for (const { asked: of, beginning } of fields)
      beginnings.set(of.field.key, beginning.parts === 0 ? through : beginning);
  }
  const isOther = subjectOf(result.example.model).faultFor(inner.kind) !== null;
  return asked.flatMap(({ field, by: { statement, file } }) => {
    const isOfKind = isOther && partsOf(field)[0].kind === inner.kind;
    const beginning = beginnings.get(field.key) ?? (isOfKind ? through : null);
    if (file !== mapping.file || beginning === null) return [];
    return [{ statement, span: replacedBy(field, beginning), newText: beginning.newText }];
  });
}

/** How many examples then get their verdict; null where the first does not, or one loses its own. */
function countRight(
  analysed: AnalysedMapping,
  { examples }: LostFields,
  edits: readonly TriedEdit[],
): number | null {
  const differences = differencesAfter(analysed, edits);
  const isRight = ({ example }: ExampleResult) => differences?.get(example.model) === null;
  const { results } = analysed.run;
  if (!isRight(examples[0].result)) return null;
  return results.every((other) => other.difference !== null || isRight(other))
    ? results.filter(isRight).length
    : null;
}

function fixOf({ field, by }: AskedField, beginning: FieldBeginning, edits: readonly TriedEdit[]): Fix {
  const written = writtenAnew(field, sourceOf(by), beginning);
  const others =
    edits.length === 1 ? "" : `, and likewise in ${counted(edits.length - 1, "other place")} of the file`;
  return {
    title: `Write ${shownSource(written)}${others}`,
    kind: "suggested",
    edits: edits.map(({ statement, span, newText }) => ({
      span: spanInFile(span, statement.start),
      newText,
    })),
  };
}
