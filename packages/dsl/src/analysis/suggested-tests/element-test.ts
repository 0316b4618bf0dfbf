import type { BodyField } from "../../bodies/body-fields.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { fieldsOfBody } from "../../bodies/inner-fields.js";
import { memoized } from "../../incremental/memoized.js";
import type { ExampleModel } from "../../model/mapping.js";
import { stretchesOf } from "../../model/tested-texts.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { decidedBy } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { type MarkedValue, readMarkup } from "../words/markup.js";
import { firstFitting } from "./replaced-test.js";

/** Examples in which the elements of a text are looked up, at most: one shows where they stand. */
const MOST_LOOKED_AT = 4;

/** Tests of one element that are tried at most: what stands in more places is told by none of them. */
const MOST_PLACES = 4;

/**
 * The test of elements that says what a test on the body's text says by tags: for `<status>sold</status>` that is
 * `xml "//status" exact "sold"`, for two elements two tests with `and`. Where they stand is learnt from the examples that the
 * rule decides; null where these have no such elements, or the examples speak against it.
 */
export function elementTestFor(facts: RuleFacts, searched: SearchedText): string | null {
  const { rule, test, textTest } = searched;
  const examples = facts.ask(decidedBy, rule).slice(0, MOST_LOOKED_AT);
  const lists = textTest.texts.map((text) => readMarkup(stretchesOf({ textTest, text }))?.values ?? []);
  if (textTest.field !== null || lists.some((values) => values.length === 0)) return null;
  for (const { example } of examples) {
    const written = lists.length === 1 ? testsOf(lists[0] ?? [], example) : listsOf(lists, example);
    const allowed = written.filter((candidate) => !test.negated || candidate.length === 1);
    const not = test.negated ? "not " : "";
    const fitting = firstFitting(
      facts,
      rule,
      test,
      allowed.map((tests) => `${not}${tests.join(" and ")}`),
    );
    if (fitting !== null) return fitting;
  }
  return null;
}

/** One test for each value of one text: the first place of each, and for a single value the others, too. */
function testsOf(values: readonly MarkedValue[], example: ExampleModel): readonly (readonly string[])[] {
  const tests = values.map((value) =>
    placesOf(value, example).map(({ written, text }) => `${written} exact ${writePattern(value, text)}`),
  );
  const [only = []] = tests;
  if (tests.length === 1) return only.slice(0, MOST_PLACES).map((test) => [test]);
  const first = tests.flatMap(([test]) => test ?? []);
  return first.length === tests.length ? [[...new Set(first)]] : [];
}

/** One test of a list for several texts, each with one value of the same element. */
function listsOf(
  lists: readonly (readonly MarkedValue[])[],
  example: ExampleModel,
): readonly (readonly string[])[] {
  const values = lists.flatMap((list) => (list.length === 1 ? list : []));
  const [first] = values;
  if (first === undefined || values.length < lists.length) return [];
  if (values.some(({ name, begins, ends }) => name !== first.name || !begins || !ends)) return [];
  const places = values.flatMap((value) => placesOf(value, example)).slice(0, MOST_PLACES);
  const texts = values.map(({ text }) => writeString([text])).join(", ");
  return places.map(({ written }) => [`${written} exact ${texts}`]);
}

/** The elements of an example that have the value. */
function placesOf({ name, text, begins, ends }: MarkedValue, example: ExampleModel): readonly BodyField[] {
  const wanted = foldText(text);
  return elementsOf(example).filter((element) => {
    if (name !== null && element.name !== name) return false;
    const folded = foldText(element.text);
    if (begins && ends) return folded === wanted;
    return begins ? folded.startsWith(wanted) : folded.endsWith(wanted);
  });
}

/** What is open in the text is so in the test, unless the element has no more than that. */
function writePattern({ text, begins, ends }: MarkedValue, whole: string): string {
  if ((begins && ends) || foldText(whole) === foldText(text)) return writeString([text]);
  return begins ? writeString([text, ""]) : writeString(["", text]);
}

/** The elements of an example's body, and of XML inside it. */
export const elementsOf = memoized((example: ExampleModel): readonly BodyField[] =>
  fieldsOfBody(subjectOf(example)).filter(({ written }) => /(?:^| )xml "[^"]*"$/.test(written)),
);
