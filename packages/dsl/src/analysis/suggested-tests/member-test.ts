import { stretchesOf, type TestedText } from "../../model/tested-texts.js";
import { foldText } from "../../text/case-folding.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { jsonTestFor } from "./field-test.js";
import { formTestForPieces } from "./form-test.js";
import { jsonTestForMembers, readJsonStringText, readMember } from "./json-test.js";

/**
 * The test on a field that says what a test on the body's text says by a piece of JSON or of a form: for `"code":1` that is
 * `json "$.code" exact "1"`, for `code=1` `form "code" exact "1"`. Null where the texts are no members of one name, or the
 * examples speak against it.
 */
export function memberTestFor(facts: RuleFacts, searched: SearchedText): string | null {
  const { textTest } = searched;
  if (textTest.field !== null) return null;
  const stretches = textTest.texts.map((text) => withoutAsterisks({ textTest, text }));
  const members = stretches.flatMap((stretch) => readMember(stretch) ?? []);
  if (members.length === stretches.length) return jsonTestForMembers(facts, searched, members);
  const value = readJsonStringText(stretches[0] ?? "");
  if (value !== null) return jsonTestFor(facts, searched, { text: value, folded: foldText(value) });
  return formTestForPieces(facts, searched, stretches);
}

/** A pattern without its asterisks: `*"code"*:*1*` says `"code":1` wherever white space stands. */
function withoutAsterisks(tested: Pick<TestedText, "textTest" | "text">): string {
  return stretchesOf(tested)
    .map(({ text }) => text)
    .join("");
}
