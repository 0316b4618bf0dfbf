import type { FoundName } from "../../bodies/read-example.js";
import { testsOf } from "../../model/rule-parts.js";
import { stretchesOf, type TestedText } from "../../model/tested-texts.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { partsNamed, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { type MemberText, readJsonStringText, readMembers } from "../words/body-fragment.js";
import { fieldTestForText } from "./field-test.js";
import { isMatchable } from "./matchable-text.js";
import { firstMeeting, isShown, requirementsFor } from "./replaced-test.js";

/**
 * The test on fields that says what a test on the body's text says by a piece of JSON or of a form: for `"code":1` that
 * is `json "$.code" exact "1"`, for two members two tests with `and`. Where they stand is learnt from the examples. Null where
 * the texts are no members, no example has such a member, or the examples speak against it.
 */
export function memberTestFor(facts: RuleFacts, searched: SearchedText): string | null {
  const { test, textTest } = searched;
  if (textTest.field !== null) return null;
  const texts = textTest.texts.map((text) => withoutAsterisks({ textTest, text }));
  const members = texts.map(readMembers);
  const [first = []] = members;
  if (first.length === 1 && members.every((list) => list.length === 1))
    return testOfOneMember(facts, searched, members.flat());
  if (members.length === 1 && first.length > 1)
    return test.negated ? null : testOfMembers(facts, searched, first);
  const value = readJsonStringText(texts[0] ?? "");
  return value === null ? null : fieldTestForText(facts, searched, { text: value, folded: foldText(value) });
}

/** A pattern without its asterisks: `*"code"*:*1*` says `"code":1` wherever white space stands. */
function withoutAsterisks(tested: Pick<TestedText, "textTest" | "text">): string {
  return stretchesOf(tested)
    .map(({ text }) => text)
    .join("");
}

/** Several values of one name are a list of texts. */
function testOfOneMember(
  facts: RuleFacts,
  searched: SearchedText,
  members: readonly MemberText[],
): string | null {
  const [first] = members;
  if (first === undefined || members.some(({ kind, name }) => kind !== first.kind || name !== first.name))
    return null;
  const { rule, test } = searched;
  const requirements = requirementsFor(facts, rule, test);
  if (requirements === null) return null;
  const fields = fieldsOf(facts, first);
  // Without a response that the rule is right about only the likeliest place is worth a try.
  const tried = isShown(requirements) ? fields : fields.slice(0, 1);
  const not = test.negated ? "not " : "";
  const isAlone = testsOf(rule.model.condition).length === 1;
  return firstMeeting(
    requirements,
    tried.flatMap((field) => written(field, members, not, isAlone && rule.model.outcome === "success") ?? []),
  );
}

function written(
  field: string,
  members: readonly MemberText[],
  not: string,
  mustBeReadable: boolean,
): string | null {
  const values = members.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === members.length) {
    if (!values.every((value) => value !== "" && isMatchable(value))) return null;
    return `${not}${field} exact ${values.map((value) => writeString([value])).join(", ")}`;
  }
  // `empty` holds for a body that cannot be read, too, which no piece of JSON is found in.
  if (members.length > 1) return null;
  return `${not}${field} empty${not === "" && mustBeReadable ? ' and not json "$" empty' : ""}`;
}

function testOfMembers(
  facts: RuleFacts,
  searched: SearchedText,
  members: readonly MemberText[],
): string | null {
  const { rule, test } = searched;
  const requirements = requirementsFor(facts, rule, test);
  if (requirements === null || !isShown(requirements)) return null;
  const parts = members.map((member) => {
    const [field] = fieldsOf(facts, member);
    return field === undefined ? null : written(field, [member], "", false);
  });
  return parts.some((part) => part === null) ? null : firstMeeting(requirements, [parts.join(" and ")]);
}

/** The fields of that name in the examples: those with that value first, then those nearest to the outside. */
function fieldsOf(facts: RuleFacts, { kind, name, value }: MemberText): readonly string[] {
  const found = facts.ask(partsNamed, name).filter((part) => part.in.kind === kind);
  const withValue = new Set(
    value === null ? [] : facts.ask(valuesEqualTo, foldText(value)).map(({ field }) => field.written),
  );
  const fields = found.flatMap(({ write }: FoundName) => (write === null ? [] : [write()]));
  const rank = (field: string) => (withValue.has(field) ? 0 : 1000) + field.split(/[.[]/).length;
  return [...new Set(fields)].sort((a, b) => rank(a) - rank(b));
}
