import type { ReadExample } from "../../bodies/read-example.js";
import type { Witness } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import { textSearchedAnywhere } from "../../model/tested-texts.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { isMeantFor, othersHold } from "../facts/checked-rule.js";
import { keywordIsName, type NameEvidence } from "../facts/keyword-names.js";
import { partsNamed, structure } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { RELATED_LINE, type UnplacedFinding } from "../placing/unplaced-finding.js";
import { writeFieldTest } from "../suggested-tests/field-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { statusFor } from "../witnesses/status-for.js";
import { bareName, type Flag, flagNamed } from "../words/flag-names.js";
import { roleOfName } from "../words/verdict-names.js";
import { senseOfValue } from "../words/verdict-words.js";

/** A text that may be nothing but a field's name in the body. */
export function keywordMatchesKey(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const evidence = keywordIsName(facts, searched);
  if (evidence === null) return null;
  const { test, textTest, text } = searched;
  const { span } = text;
  const keyword = textSearchedAnywhere(searched)?.text ?? text.text;
  const better = textTest.texts.length === 1 ? valueTest(facts, searched, evidence, keyword) : null;
  const fixes = better === null ? [] : [suggestTest(test.span, better)];
  const common = { keyword, better: better === null ? null : shownSource(better) };
  if (evidence.kind === "flag") {
    const { flag, body } = evidence;
    const guess = better === null ? guessedTest(facts, searched, flag, keyword) : null;
    const parameters = { ...common, example: null, body, guess };
    const witness = witnessOf(searched, body);
    return { name: "keyword-matches-key", parameters, span, witness, fixes };
  }
  const { example, subject } = evidence.example;
  const parameters = { ...common, example: RELATED_LINE, body: "", guess: null } as const;
  const witness = { status: example.status, body: subject.body };
  const of = { model: example, nth: 0 };
  const related = { of, span: example.bodySpan, message: "here it is only a field's name" };
  return { name: "keyword-matches-key", parameters, span, witness, related, fixes };
}

/** A response with the body, if it is the name that decides there: another test can ask for more. */
function witnessOf({ rule, test }: SearchedText, body: string): Witness | null {
  const status = statusFor(rule.model.condition);
  if (status === undefined) return null;
  const subject = new Subject({ status, body });
  const isFound = testHolds(test, subject) !== test.negated;
  return isFound && othersHold(rule, test, subject) ? { status, body } : null;
}

/** The test of a flag that stands where it mostly does. */
function guessedTest(facts: RuleFacts, { test }: SearchedText, flag: Flag, keyword: string): string | null {
  const field = guessedField(facts, nameAsWritten(keyword, flag));
  if (flag.yes === null)
    return roleOfName(flag.name) === "id" ? null : `${test.negated ? "" : "not "}${field} empty`;
  return `${test.negated ? "not " : ""}${writeFieldTest(field, [flag.yes])}`;
}

/** The flag's name as the keyword has it; one that is written like the start of a sentence is not the field's spelling. */
function nameAsWritten(keyword: string, flag: Flag): string {
  const name = bareName(keyword);
  return /^(?:[A-Z][a-z]*|[A-Z]+)$/.test(name) ? flag.name : name;
}

/** Where a flag would stand in an answer of the usual shape. */
function guessedField(facts: RuleFacts, name: string): string {
  return facts.ask(structure) === "xml"
    ? `xml ${writeString([`//${name}`])}`
    : `json ${writeString([`$.${name}`])}`;
}

/** A test of the field's value, or for a success of any field that says so, which fits the examples. */
function valueTest(
  facts: RuleFacts,
  searched: SearchedText,
  evidence: NameEvidence,
  keyword: string,
): string | null {
  const { rule, test } = searched;
  const wanted = bareName(foldText(keyword));
  const written = evidence.kind === "flag" ? evidence.flag.name : wanted;
  const names = [...new Set([...namesIn(evidence, wanted), bareName(keyword), written])];
  return (
    firstFitting(facts, rule, test, valueTests(facts, searched, names)) ??
    successTestFor(facts, rule, test, { isSure: true }) ??
    firstFitting(facts, rule, test, presenceTests(facts, searched, names))
  );
}

/** The name as the example writes it. */
function namesIn(evidence: NameEvidence, wanted: string): readonly string[] {
  if (evidence.kind === "flag") return [];
  return evidence.example.names.flatMap(({ name }) => (foldText(name) === wanted ? [name] : []));
}

/** The value that the field has where the rule is right, if it is one that says yes or no; or the one that says yes. */
function* valueTests(
  facts: RuleFacts,
  { rule, test }: SearchedText,
  names: readonly string[],
): Iterable<string> {
  const not = test.negated ? "not " : "";
  for (const name of names) {
    // An id is another one for every lead, also where it looks like a yes.
    if (roleOfName(name) === "id") continue;
    for (const { in: read, write } of facts.ask(partsNamed, name)) {
      if (write === null) continue;
      const field = write();
      const value = textOf(read, field);
      if (
        !test.negated &&
        isMeantFor(rule, read.example) &&
        value !== undefined &&
        senseOfValue(value) !== null
      )
        yield writeFieldTest(field, [value]);
      const yes = flagNamed(foldText(name))?.yes ?? null;
      if (yes !== null) yield not + writeFieldTest(field, [yes]);
    }
  }
}

/** Whether the field says anything at all; that a flag is there says nothing. */
function* presenceTests(
  facts: RuleFacts,
  { test }: SearchedText,
  names: readonly string[],
): Iterable<string> {
  for (const name of names) {
    if ((flagNamed(foldText(name))?.yes ?? null) !== null) continue;
    for (const { in: read, write } of facts.ask(partsNamed, name)) {
      if (write === null || saysYesOrNo(read, write())) continue;
      yield `${test.negated ? "" : "not "}${write()} empty`;
    }
  }
}

/** The text of a field of the example, as it is written there first. */
function textOf({ fields }: ReadExample, written: string): string | undefined {
  return fields.find(({ field }) => field.written === written)?.field.text;
}

function saysYesOrNo(read: ReadExample, written: string): boolean {
  return senseOfValue(textOf(read, written) ?? "") !== null;
}
