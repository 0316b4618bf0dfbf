import { writeField } from "../../bodies/written-field.js";
import type { Parameters } from "../../findings/catalogue/spacing-dependent.js";
import { shownSource } from "../../findings/quoted.js";
import { writeJsonPath } from "../../model/json-path.js";
import { stretchesOf, type TextStretch } from "../../model/tested-texts.js";
import { examplesOf, innerJson, mayBeJson } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText } from "../facts/searched-texts.js";
import type { UnplacedFinding } from "../placing/unplaced-finding.js";
import { writeFieldTest } from "../suggested-tests/field-test.js";
import { memberTestFor } from "../suggested-tests/member-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { readMembers } from "../words/body-fragment.js";
import { fixesJsonSpacing } from "../words/json-punctuation.js";

/** A text that holds a piece of JSON with its white space. */
export function spacingDependent(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const { test, textTest, text } = searched;
  // A question is kept for every rule that asks it, so only texts ask that may be JSON.
  const mayDepend = ({ text: stretch }: TextStretch) => stretch.includes('"');
  const stretches = textTest.field === null ? stretchesOf(searched).filter(mayDepend) : [];
  if (stretches.length === 0) return null;
  const isJson = facts.ask(mayBeJson);
  if (!stretches.some((stretch) => fixesJsonSpacing(stretch.text, isJson))) return null;
  const better = canBeRewritten(textTest) ? testOfFields(facts, searched) : null;
  const fixes = better === null ? [] : [suggestTest(test.span, better)];
  const common = { text: text.text, better: better === null ? null : shownSource(better) };
  const parameters: Parameters = isJson
    ? { ...common, kind: "json", guess: better === null ? guessedTest(facts, searched) : null }
    : { ...common, kind: "like-json", inside: better === null ? facts.ask(innerJson) : null };
  return { name: "spacing-dependent", parameters, span: text.span, fixes };
}

/** The test of the members that the text is, or for a success of any field that says so. */
function testOfFields(facts: RuleFacts, searched: SearchedText): string | null {
  const { rule, test, textTest } = searched;
  return (
    memberTestFor(facts, searched) ?? (textTest.texts.length === 1 ? successTestFor(facts, rule, test) : null)
  );
}

/** The test of the one member that the text is, if it stands where members mostly do; null where an example is there to look. */
function guessedTest(facts: RuleFacts, { test, text }: SearchedText): string | null {
  const [member, other] = readMembers(text.text);
  if (member?.value == null || other !== undefined || facts.ask(examplesOf).length > 0) return null;
  const path = writeJsonPath([{ kind: "name", name: member.name }]);
  return `${test.negated ? "not " : ""}${writeFieldTest(writeField("json", path), [member.value])}`;
}
