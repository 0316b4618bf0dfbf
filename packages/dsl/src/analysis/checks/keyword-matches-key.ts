import { replaceWith } from "../../findings/finding.js";
import { foldText } from "../../text/case-folding.js";
import { type AnalysedMapping, findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { bareName, flagNamed } from "../flag-names.js";
import type { JsonNode } from "../json-outline.js";
import { writeJsonField, writeJsonTest } from "../json-test.js";
import { keywordIsName, type NameEvidence } from "../keyword-names.js";
import { firstFitting, hasAnotherOutcome } from "../replaced-test.js";
import { linePlace } from "../rule-place.js";
import { ownSoughtTexts, type SoughtText } from "../sought-texts.js";

export const checkKeywordMatchesKey: Check = function* (analysed) {
  for (const sought of ownSoughtTexts(analysed.mapping)) {
    const evidence = keywordIsName(analysed, sought);
    if (evidence === null) continue;
    const { rule, test, textTest, text } = sought;
    const better = textTest.texts.length === 1 ? valueTest(analysed, sought, evidence) : null;
    const fixes = better === null ? [] : [replaceWith(test.span, better, `Write ${better}`, "suggested")];
    const common = { keyword: text.text, better };
    if (evidence.kind === "flag") {
      const parameters = { ...common, example: null, body: evidence.body };
      const witness = { status: null, body: evidence.body };
      yield findingAt({ name: "keyword-matches-key", parameters }, rule, text.span, { witness, fixes });
    } else {
      const { example, subject } = evidence.example;
      const parameters = { ...common, example: linePlace(example, rule.file), body: "" };
      const witness = { status: example.model.status, body: subject.body };
      const related = [relatedPlace(example, example.model.bodySpan, "here it is only a field's name")];
      yield findingAt({ name: "keyword-matches-key", parameters }, rule, text.span, {
        witness,
        related,
        fixes,
      });
    }
  }
};

/** A test of the field's value that fits the examples. */
function valueTest(analysed: AnalysedMapping, sought: SoughtText, evidence: NameEvidence): string | null {
  const { rule, test } = sought;
  return firstFitting(
    analysed,
    rule,
    test,
    evidence.kind === "flag" ? flagTests(sought, evidence) : memberTests(analysed, sought, evidence),
  );
}

type FlagEvidence = Extract<NameEvidence, { readonly kind: "flag" }>;
type ExampleEvidence = Extract<NameEvidence, { readonly kind: "example" }>;

function* flagTests({ test, text }: SoughtText, { flag }: FlagEvidence): Iterable<string> {
  if (flag.yes === null) return;
  const name = bareName(text.text);
  const node: JsonNode = { parent: null, segment: { kind: "name", name } };
  yield (test.negated ? "not " : "") + writeJsonTest(node, [flag.yes]);
}

/** The value that the field has where the rule's outcome is right, then whether it says anything at all. */
function* memberTests(
  analysed: AnalysedMapping,
  sought: SoughtText,
  { example }: ExampleEvidence,
): Iterable<string> {
  const { rule, test, text } = sought;
  const wanted = bareName(text.folded);
  const named = example.outline.members.filter(({ name }) => foldText(name) === wanted);
  const not = test.negated ? "not " : "";
  for (const { name, node } of named) {
    for (const { in: other, part } of analysed.bodies.membersNamed(name)) {
      if (test.negated || hasAnotherOutcome(other.example, rule)) continue;
      const value = other.outline.values.find(({ node: place }) => place === part.node);
      if (value !== undefined && isFlagValue(value.text)) yield writeJsonTest(part.node, [value.text]);
    }
    const yes = flagNamed(wanted)?.yes ?? null;
    if (yes !== null) yield not + writeJsonTest(node, [yes]);
    yield `${test.negated ? "" : "not "}${writeJsonField(node)} empty`;
  }
}

/** A value that a system chooses from few; not a number or a sentence that is another every time. */
function isFlagValue(value: string): boolean {
  return (
    value !== "" &&
    value !== "null" &&
    value.length <= 30 &&
    value.trim() === value &&
    !/[0-9]{3}/.test(value)
  );
}
