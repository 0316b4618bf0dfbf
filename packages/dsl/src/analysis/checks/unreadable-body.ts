import { subjectOf } from "../../bodies/example-subject.js";
import { type InnerBody, innerBodiesOf } from "../../bodies/inner-bodies.js";
import type { ExampleResult } from "../../examples/example-result.js";
import type { LostIn, UnreadableBody } from "../../findings/catalogue/unreadable-body.js";
import { asSuggestions, type Finding } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { partsOf } from "../../model/field.js";
import type { Example, Mapping } from "../../model/mapping.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import type { PastedJson } from "../../syntax/pasted-json.js";
import { writtenPlace } from "../../syntax/text-literal.js";
import { type PathFieldWord, VOCABULARY } from "../../syntax/vocabulary.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type AskedField, askedFields, sourceOf } from "../facts/asked-fields.js";
import { brokenBodyOf, pastedBodyOf } from "../facts/broken-body.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { writtenAnew } from "../suggested-tests/field-through.js";
import { findLostFields, type LostFields, recoverLostFields } from "../suggested-tests/lost-fields.js";

export const checkUnreadableBody = checkOfMapping(function* (analysed) {
  const { mapping, run } = analysed;
  const hasInnerBodies = run.results.some(
    ({ example: { model } }) => innerBodiesOf(subjectOf(model)).length > 0,
  );
  // All that is asked is a long list, which few files need.
  const groups = hasInnerBodies ? findLostFields(analysed, askedFields(mapping)) : [];
  for (const group of groups) yield lostFieldsFinding(analysed, askedFields(mapping), group, groups);
  const told = new Set(groups.flatMap(({ examples }) => examples.map(({ result }) => result)));
  for (const result of run.results) {
    const { example } = result;
    const pasted = pastedBodyOf(example.statement.syntax);
    if (pasted !== null) {
      yield pastedFinding(example, pasted);
      continue;
    }
    const broken = told.has(result) ? null : brokenBodyOf(example.statement.syntax);
    if (broken === null || !asksFor(broken.format, mapping) || !matters(result, broken.format, analysed))
      continue;
    const parameters = {
      kind: "broken",
      format: VOCABULARY[broken.format].format,
      reason: broken.reason,
    } as const;
    yield findingAt({ name: "unreadable-body", parameters }, example, broken.span);
  }
});

/** Told whoever asks: the example does not show what the system sent. */
function pastedFinding(example: Example, { fixes }: PastedJson): Finding {
  const parameters = { kind: "pasted", format: "JSON" } as const;
  return findingAt({ name: "unreadable-body", parameters }, example, example.model.bodySpan, {
    fixes: asSuggestions(fixes),
  });
}

/** Whether the mapping asks for a field of a format. */
function asksFor(format: PathFieldWord, mapping: Mapping): boolean {
  return askedFields(mapping).some(({ field }) => partsOf(field)[0].kind === format);
}

/**
 * Whether it makes a difference that fields of a format find nothing in the example: it fails, no rule holds for it, or one holds because
 * of that, or its label is missing. An example that passes by other means shows a response as it is.
 */
function matters(result: ExampleResult, format: PathFieldWord, { run }: AnalysedMapping): boolean {
  if (result.difference !== null || result.decidedBy === null) return true;
  const label = result.decidedBy?.model.label;
  if (label?.kind === "field" && partsOf(label.field)[0].kind === format) return true;
  return run.rulesFor(result.example).some(({ model }) =>
    testsOf(model.condition).some(({ test }) => {
      const field = fieldOfTest(test);
      return field !== null && partsOf(field)[0].kind === format;
    }),
  );
}

/** The finding, at the inner body of the first example. */
function lostFieldsFinding(
  analysed: AnalysedMapping,
  asked: readonly AskedField[],
  group: LostFields,
  groups: readonly LostFields[],
): Finding {
  const [{ result, lost }, ...others] = group.examples;
  const [{ inner, asked: first }] = lost;
  const { example } = result;
  const source = sourceOf(first.by);
  const { from, to } = first.field.span;
  const { body } = subjectOf(example.model);
  const { beginning, fixes } = recoverLostFields(analysed, asked, group, groups);
  const parameters: UnreadableBody = {
    kind: "inside",
    format: VOCABULARY[inner.kind].format,
    where: whereItStands(body, inner),
    asked: shownSource(source.slice(from, to)),
    better: shownSource(writtenAnew(first.field, source, beginning)),
    isForAll: fixes.length > 0,
    more: others.length,
  };
  const dropped = example.model.body.length - body.length;
  const span = writtenPlace(example.statement.syntax.text, example.model.bodySpan, inner.start + dropped);
  const related = [relatedPlace(first.by, first.field.span, "this finds nothing there")];
  const finding = findingAt({ name: "unreadable-body", parameters }, example, span, { related });
  return { ...finding, fixes };
}

/** Characters of the text around a body that a sentence shows at most: enough to find the place again. */
const LONGEST_SHOWN = 30;

function whereItStands(body: string, { parts, written, start, end }: InnerBody): LostIn {
  const isCut = parts.length === 1 && /^(?:split|between) /.test(written);
  const before = body.slice(0, start).trim();
  if (!isCut) return { kind: "in-field", field: shownSource(written) };
  return before === ""
    ? { kind: "before", text: body.slice(end).trim().slice(0, LONGEST_SHOWN) }
    : { kind: "behind", text: endOf(before) };
}

/** The end of a text, from a blank on where that leaves some of it: half a word reads like another. */
function endOf(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const end = text.slice(-LONGEST_SHOWN);
  const blank = end.search(/\s\S/);
  return `… ${blank < 0 ? end : end.slice(blank + 1)}`;
}
