import type { JsonLocation } from "../../bodies/json-outline.js";
import { foldText } from "../../text/case-folding.js";
import { checkOfRules } from "../check-definition.js";
import { hasAnotherOutcome } from "../facts/checked-rule.js";
import { keywordIsName, type NameEvidence } from "../facts/keyword-names.js";
import { membersNamed } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { type SearchedText, searchedTexts } from "../facts/searched-texts.js";
import { RELATED_LINE } from "../placing/unplaced-finding.js";
import { writeJsonField, writeJsonTest } from "../suggested-tests/json-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { shownTest, suggestTest } from "../suggested-tests/shown-test.js";
import { bareName, type Flag, flagNamed } from "../words/flag-names.js";

export const checkKeywordMatchesKey = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const evidence = keywordIsName(facts, searched);
    if (evidence === null) continue;
    const { test, textTest, text } = searched;
    const { span } = text;
    const better = textTest.texts.length === 1 ? valueTest(facts, searched, evidence) : null;
    const fixes = better === null ? [] : [suggestTest(test.span, better)];
    const common = { keyword: text.text, better: better === null ? null : shownTest(better) };
    if (evidence.kind === "flag") {
      const parameters = { ...common, example: null, body: evidence.body };
      const witness = { status: null, body: evidence.body };
      yield { name: "keyword-matches-key", parameters, span, witness, fixes };
    } else {
      const { example, subject } = evidence.example;
      const parameters = { ...common, example: RELATED_LINE, body: "" } as const;
      const witness = { status: example.status, body: subject.body };
      const of = { model: example, nth: 0 };
      const related = { of, span: example.bodySpan, message: "here it is only a field's name" };
      yield { name: "keyword-matches-key", parameters, span, witness, related, fixes };
    }
  }
});

/** A test of the field's value that fits the examples. */
function valueTest(facts: RuleFacts, searched: SearchedText, evidence: NameEvidence): string | null {
  return firstFitting(
    facts,
    searched,
    evidence.kind === "flag" ? flagTests(facts, searched, evidence) : memberTests(facts, searched, evidence),
  );
}

type FlagEvidence = Extract<NameEvidence, { readonly kind: "flag" }>;
type ExampleEvidence = Extract<NameEvidence, { readonly kind: "example" }>;

/** Only where an example has the field: that the system has it is a guess else, and so would the test be. */
function* flagTests(
  facts: RuleFacts,
  { test, text }: SearchedText,
  { flag }: FlagEvidence,
): Iterable<string> {
  const name = nameAsWritten(text.text, flag);
  if (flag.yes === null || facts.ask(membersNamed, name).length === 0) return;
  const location: JsonLocation = { parent: null, segment: { kind: "name", name } };
  yield (test.negated ? "not " : "") + writeJsonTest(location, [flag.yes]);
}

/** The value that the field has where the rule's outcome is right, then whether it says anything at all. */
function* memberTests(
  facts: RuleFacts,
  searched: SearchedText,
  { example }: ExampleEvidence,
): Iterable<string> {
  const { rule, test, text } = searched;
  const wanted = bareName(text.folded);
  const named = example.outline.members.filter(({ name }) => foldText(name) === wanted);
  const not = test.negated ? "not " : "";
  for (const { name, location } of named) {
    for (const { in: other, part } of facts.ask(membersNamed, name)) {
      if (test.negated || hasAnotherOutcome(other.example, rule)) continue;
      const value = other.outline.values.find(({ location: place }) => place === part.location);
      if (value !== undefined && isFlagValue(value.text)) yield writeJsonTest(part.location, [value.text]);
    }
    const yes = flagNamed(wanted)?.yes ?? null;
    if (yes !== null) yield not + writeJsonTest(location, [yes]);
    yield `${test.negated ? "" : "not "}${writeJsonField(location)} empty`;
  }
}

/** What systems write into a flag; any other value can be another one every time. */
const FLAG_VALUES: ReadonlySet<string> = new Set(["true", "false", "yes", "no", "y", "n", "1", "0", "ok"]);

function isFlagValue(value: string): boolean {
  return FLAG_VALUES.has(foldText(value));
}

/** The flag's name as the keyword has it; one that is written like the start of a sentence is not the field's spelling. */
function nameAsWritten(keyword: string, flag: Flag): string {
  const name = bareName(keyword);
  return /^(?:[A-Z][a-z]*|[A-Z]+)$/.test(name) ? flag.name : name;
}
