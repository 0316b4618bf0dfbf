import { subjectOf } from "../../bodies/example-subject.js";
import { readExample } from "../../bodies/read-example.js";
import type { Witness } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import { type Field, lastNameOf, showField } from "../../model/field.js";
import type { ExampleModel, Test } from "../../model/mapping.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import { firstNonBlank } from "../../runtime/picked.js";
import { foldText } from "../../text/case-folding.js";
import { checkOfRules } from "../check-definition.js";
import { type CheckedRule, isMeantFor, othersHold } from "../facts/checked-rule.js";
import { examplesOf, takenAbove } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { bodyDenying, deniedSampleOf } from "../samples/denied-sample.js";
import { writeFieldTest } from "../suggested-tests/field-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { bodyWithField } from "../witnesses/body-with-field.js";
import { type FieldRole, roleOfName } from "../words/verdict-names.js";
import { senseOfValue } from "../words/verdict-words.js";

export const checkFlagByPresence = checkOfRules(function* (rule, facts) {
  if (rule.model.outcome !== "success") return;
  for (const test of testsOf(rule.model.condition)) {
    const field = fieldOfTest(test.test);
    if (field === null || !asksForPresence(test)) continue;
    const isId = roleOfName(lastNameOf(field) ?? "") === "id";
    const refusal = isId ? refusalWithId(facts, rule, test, field) : refusalFor(facts, rule, test, field);
    if (refusal === null) continue;
    const better = betterTest(facts, rule, test, field);
    const fixes = better === null ? [] : [suggestTest(test.span, better)];
    const parameters = {
      field: showField(field),
      isId,
      body: refusal.body,
      better: better === null ? null : shownSource(better),
    };
    yield { name: "flag-by-presence", parameters, span: test.span, witness: refusal, fixes };
  }
});

/** Whether the test holds for any text that the field can have. */
function asksForPresence({ negated, test }: Test): boolean {
  switch (test.kind) {
    case "status":
    case "number":
      return false;
    case "empty":
      return negated;
    case "text":
      return !negated && test.how === "exact" && test.texts.some(({ pieces }) => isWildcardAlone(pieces));
  }
}

function isWildcardAlone(pieces: readonly string[]): boolean {
  return pieces.length > 1 && pieces.every((piece) => piece === "");
}

/** A response in which the field says no, and that the rule takes; null where the field does not say yes or no. */
function refusalFor(facts: RuleFacts, rule: CheckedRule, test: Test, field: Field): Witness | null {
  const shown = facts
    .ask(examplesOf)
    .slice(0, MOST_ASKED)
    .filter((example) => isMeantFor(rule, example));
  for (const sample of shown.slice(0, MOST_LOOKED_AT)) {
    const body = deniedIn(sample, field);
    const witness = body === null ? null : { status: sample.status, body };
    if (witness !== null && isTaken(facts, rule, test, witness)) return witness;
  }
  // Where an example has a text there, it shows what the field says.
  const isShown = shown.some((sample) => firstNonBlank(subjectOf(sample).pick(field)) !== null);
  if (isShown) return null;
  const denial = DENIALS_BY_ROLE[roleOfName(lastNameOf(field) ?? "")];
  const body = denial === null ? null : bodyWithField(field, denial, null);
  const witness = body === null ? null : { status: null, body };
  return witness !== null && isTaken(facts, rule, test, witness) ? witness : null;
}

/**
 * A refusal with an id, as many systems give one to every lead, for a rule that asks for nothing but that; null where an example
 * shows an answer without it that is no success, or where nothing else in a success says that it is one.
 */
function refusalWithId(facts: RuleFacts, rule: CheckedRule, test: Test, field: Field): Witness | null {
  const ofBody = testsOf(rule.model.condition).filter((other) => other.test.kind !== "status");
  if (!ofBody.every(asksForPresence)) return null;
  const examples = facts.ask(examplesOf).slice(0, MOST_ASKED);
  const isProven = examples.some(
    (example) =>
      !isMeantFor(rule, example) && readExample(example) !== null && !testHolds(test, subjectOf(example)),
  );
  if (isProven) return null;
  const [sample] = examples.filter((example) => isMeantFor(rule, example));
  if (sample === undefined) {
    const body = bodyWithField(field, "17", "rejected");
    return body !== null && isTaken(facts, rule, test, { status: null, body })
      ? { status: null, body }
      : null;
  }
  const denied = deniedSampleOf(sample);
  if (denied === null) return null;
  const witness = { status: sample.status, body: denied.body };
  return isTaken(facts, rule, test, witness) ? witness : null;
}

/** What a refusal has in a field of that role, as far as names tell. */
const DENIALS_BY_ROLE: Readonly<Record<FieldRole, string | null>> = {
  flag: "false",
  verdict: "rejected",
  code: "-1",
  message: null,
  // Nobody means that a lead was taken when a field of errors is filled.
  error: "failed",
  price: null,
  id: null,
  kind: null,
  other: null,
};

/** Examples asked at most whether they have the field at all: it is read anew in each of them. */
const MOST_ASKED = 200;

/** Examples looked at for what a field says, at most: the first ones show it. */
const MOST_LOOKED_AT = 8;

function isTaken(facts: RuleFacts, rule: CheckedRule, test: Test, witness: Witness): boolean {
  const subject = new Subject(witness);
  return (
    testHolds(test, subject) && othersHold(rule, test, subject) && !facts.ask(takenAbove, { rule, subject })
  );
}

/** The sample with the field saying no, if it says yes there. */
function deniedIn(sample: ExampleModel, field: Field): string | null {
  const read = readExample(sample);
  if (read === null) return null;
  const [picked] = read.subject.pick(field);
  if (picked?.folded == null || !saysYes(picked.folded, field)) return null;
  const place = read.fields.find(
    ({ key, field: found }) =>
      found.place !== null &&
      key === picked.folded &&
      foldText(found.name ?? "") === foldText(lastNameOf(field) ?? ""),
  )?.field.place;
  return place == null ? null : bodyDenying(read.subject.body, place, picked.text ?? "");
}

/** A number says yes or no only in a field that is named for that. */
function saysYes(folded: string, field: Field): boolean {
  const sense = senseOfValue(folded);
  if (sense === null || sense === "refused") return false;
  const role = roleOfName(lastNameOf(field) ?? "");
  return (
    !/^[0-9]+$/.test(folded) || role === "flag" || role === "verdict" || role === "code" || role === "error"
  );
}

/** The value that the field has where the rule is right, or another field that says yes there. */
function betterTest(facts: RuleFacts, rule: CheckedRule, test: Test, field: Field): string | null {
  const right = facts
    .ask(examplesOf)
    .slice(0, MOST_ASKED)
    .filter((example) => isMeantFor(rule, example));
  const values = new Map<string, string>();
  for (const example of right) {
    for (const { text, folded } of subjectOf(example).pick(field))
      if (text !== null && folded !== null && senseOfValue(text) !== null) values.set(folded, text);
  }
  if (right.length === 0) return null;
  const written = rule.syntax.text.slice(field.span.from, field.span.to);
  if (values.size === 0 || values.size > MOST_VALUES) return successTestFor(facts, rule, test);
  const own = writeFieldTest(written, ...[...values.values()].map((value): [string] => [value]));
  return firstFitting(facts, rule, test, [own]) ?? successTestFor(facts, rule, test);
}

/** Values that one test lists at most: more of them are no verdicts. */
const MOST_VALUES = 4;
