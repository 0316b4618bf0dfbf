import { LARGEST_OUTLINED_BODY } from "../../bodies/body-outline.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { writeField } from "../../bodies/written-field.js";
import { outlineXml } from "../../bodies/xml-outline.js";
import type { Fix } from "../../findings/finding.js";
import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { Example, ExampleModel } from "../../model/mapping.js";
import { writeXmlPath } from "../../model/xml-path.js";
import { spanInFile } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type AskedField, askedFields, sourceOf } from "../facts/asked-fields.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { statesCapture } from "../suggested-statements/stated-captures.js";
import { differencesAfter } from "../suggested-tests/tried-change.js";

/** Fields times examples that are looked at at most, and fields that are told. */
const MOST = { lookedAt: 20_000, found: 20 };

/** Where a field is asked for as one text. A keyword is found in the texts of several elements as well as in that of one. */
export const checkJoinedTexts = checkOfMapping(function* (analysed) {
  const { file, examples } = analysed.mapping;
  let { lookedAt, found } = MOST;
  for (const asked of askedFields(analysed.mapping)) {
    if (asked.by.file.path !== file.path || asked.field.kind !== "xml" || !asksForOneText(asked)) continue;
    lookedAt -= examples.length;
    if (lookedAt < 0) return;
    const example = examples.find(
      ({ model }) => joinedIn(model)(asked.field) !== null && !statesText(model, asked),
    );
    const joined = example === undefined ? null : joinedIn(example.model)(asked.field);
    if (example === undefined || joined === null) continue;
    const { from, to } = asked.field.span;
    const parameters = {
      ...joined,
      field: sourceOf(asked.by).slice(from, to),
      place: linePlace(example, file),
    };
    const related = [
      relatedPlace(
        example,
        example.model.bodySpan,
        "the field picks several elements of this body as one text",
      ),
    ];
    const fixesInFile = fixesFor(asked, joined.instead, analysed);
    yield findingAt({ name: "joined-texts", parameters }, asked.by, asked.field.span, {
      related,
      fixesInFile,
    });
    if (--found === 0) return;
  }
});

function asksForOneText({ use }: AskedField): boolean {
  if (use.kind !== "test") return true;
  const { test } = use.test;
  return (
    test.kind === "text" && test.how !== "keyword" && !test.texts.every(({ text }) => /^\**$/.test(text))
  );
}

/** Whether an example states what the capture or the label must be, so that it is known how that reads. */
function statesText(example: ExampleModel, { use, by: { model } }: AskedField): boolean {
  if (model.kind === "capture") return statesCapture(example, model.name);
  const { verdict } = example;
  return use.kind === "label" && verdict.outcome !== "unmapped" && verdict.label !== null;
}

interface Joined {
  readonly text: string;
  readonly element: string;
  readonly instead: string;
}

/** What a field picks of an example that is the text of several elements of one name: worked out once, also through edits of others. */
const joinedIn = memoized((example: ExampleModel) => memoized((field: Field) => findJoined(example, field)));

function findJoined(example: ExampleModel, field: Field): Joined | null {
  if (field.kind !== "xml" || field.path.attribute !== null) return null;
  const subject = subjectOf(example);
  if (subject.body.length > LARGEST_OUTLINED_BODY) return null;
  const picked = subject.pick(field);
  const outline = picked.length === 0 ? [] : (outlineXml(subject.body) ?? []);
  // In the order in which they stand, so that those inside an element stand together.
  const leaves = outline.filter((leaf) => leaf.attribute === null).sort((a, b) => a.start - b.start);
  const around = field.path.steps.at(-1)?.name;
  for (const { text, start, end } of picked) {
    const inside = leavesInside(leaves, start, end);
    const [first, second] = inside;
    if (first === undefined || second === undefined || text === null) continue;
    const { name } = first.element;
    const isOneList = inside.every(({ element }) => element.name === name && element.parent?.name === around);
    if (!isOneList || inside.filter((leaf) => leaf.text !== "").length < 2) continue;
    const steps = [...field.path.steps, { deep: false, name }];
    return { text, element: name, instead: writeField("xml", writeXmlPath({ steps, attribute: null })) };
  }
  return null;
}

/** The leaves, which are ascending, from one offset to another. */
function leavesInside<Leaf extends { readonly start: number; readonly end: number }>(
  leaves: readonly Leaf[],
  start: number,
  end: number,
): readonly Leaf[] {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Leaf[] = [];
  for (let at = low; at < leaves.length; at++) {
    const leaf = leaves[at];
    if (leaf === undefined || leaf.end > end) break;
    inside.push(leaf);
  }
  return inside;
}

/** The other field, if every example that passes then still does. */
function fixesFor({ field, by }: AskedField, written: string, analysed: AnalysedMapping): readonly Fix[] {
  const { span } = field;
  const differences = differencesAfter(analysed, [{ statement: by.statement, span, newText: written }]);
  const isSpoilt = ({ model }: Example): boolean =>
    analysed.outcomeOf(model)?.difference === null && differences?.get(model) !== null;
  if (differences === null || analysed.mapping.examples.some(isSpoilt)) return [];
  const edits = [{ span: spanInFile(span, by.statement.start), newText: written }];
  return [{ title: `Write ${written}`, kind: "suggested", edits }];
}
