import { replaceWith } from "../../../findings/finding.js";
import { isMatchWord, isOutcome, isSpecialWord, isTestWord, TEST_WORDS } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { deleting, insertingWord, replacing, withBlanks, writing } from "../fixes.js";
import { explainLabelBeforeTest } from "../labels/label-order.js";
import { isAllOthers, NEEDLESS_BEFORE_TEST } from "../lexicon.js";
import { explainMisspelling, misspelling } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { isStatus, isText, isWord, spanFromTo, spanOf, textOf } from "../token-places.js";
import { explainBareField } from "./bare-fields.js";
import { pathKind } from "./bare-paths.js";
import { explainBareMatch, type MissingMatch } from "./bare-texts.js";
import { explainExpressionWord } from "./regular-expressions.js";
import { explainNot } from "./spoken-not.js";
import { explainStatusName } from "./spoken-status.js";
import { explainSpokenTest } from "./spoken-tests.js";
import { beginsTest } from "./test-start.js";
import { explainHeaderTest } from "./unread-parts.js";

/** `not not keyword "x"`. */
const explainNotTwice: Explainer = (fault, found) => {
  const { before } = fault;
  if (found.image !== "not" || before?.image !== "not") return null;
  const both = deleting(fault.text, spanFromTo(before, found), "suggested");
  return problemAt(found, { problem: "not-twice" }, [both]);
};

/** `not otherwise`, `status 200 and otherwise`. */
const explainOtherwise: Explainer = (fault, found) => {
  if (found.image !== "otherwise") return null;
  const { before } = fault;
  if (before?.image === "not") return problemAt(found, { problem: "not-otherwise" });
  if (before?.image !== "and") return problemAt(found, { problem: "otherwise-and" });
  const both = deleting(fault.text, spanFromTo(before, found), "suggested");
  return problemAt(found, { problem: "otherwise-and" }, [both]);
};

/** `reject as Duplicate keyword "dup"`. */
const explainLabelFirst: Explainer = (fault, found) =>
  found.image === "as" ? explainLabelBeforeTest(fault, found) : null;

/** `success above 5`. */
const explainMatchWithoutField: Explainer = (_fault, found) =>
  isMatchWord(found.image) && !isTestWord(found.image)
    ? problemAt(found, { problem: "needs-field", word: found.image })
    : null;

/** `status 200 and and keyword "x"`. */
const explainNeedlessAnd: Explainer = (fault, found) =>
  found.image === "and" ? explainNeedless(fault, found) : null;

/** `success "valid"`; a path is hardly a text to look for. */
const explainBareText: Explainer = (fault, found) => {
  if (!isText(found)) return null;
  const text = textOf(found);
  const kind = pathKind(text);
  if (kind !== null && isMatchWord(fault.imageAt(1))) {
    const fix = insertingWord(fault.text, kind, found, "automatic");
    return problemAt(found, { problem: "missing-word", word: kind, before: found.image }, [fix]);
  }
  return explainBareMatch(fault, found, "a test", MISSING_TESTS);
};

const MISSING_TESTS: readonly MissingMatch[] = [
  { word: "keyword", title: "Look for it as a keyword" },
  { word: "exact", title: "Compare the whole body" },
];

/** `success 200`, and `status 200 and 404`, which no response can be at once. */
const explainBareStatus: Explainer = (fault, found) => {
  if (!isStatus(found)) return null;
  const { before } = fault;
  const first = fault.at(-2);
  if (before?.image === "and" && isStatus(first)) {
    const gap = { from: first.endOffset + 1, to: spanOf(before).to };
    const list = replaceWith(gap, ",", "Make it a list", "suggested");
    return problemAt(before, { problem: "instead", found: "and", write: "," }, [list]);
  }
  const kind = found.image.length === 3 ? "automatic" : "suggested";
  const fix = insertingWord(fault.text, "status", found, kind);
  return problemAt(found, { problem: "missing-word", word: "status", before: found.image }, [fix]);
};

/** `success http status 200`. */
const explainHttpBeforeStatus: Explainer = (fault, found) =>
  /^http$/i.test(found.image) && fault.next?.image === "status" ? explainNeedless(fault, found) : null;

/** `success if the status 200`. */
const explainNeedlessWords: Explainer = (fault, found) => {
  if (fault.next === null || !NEEDLESS_BEFORE_TEST.has(found.image)) return null;
  let last = found;
  for (let distance = 1; NEEDLESS_BEFORE_TEST.has(fault.imageAt(distance)); distance++)
    last = fault.at(distance) ?? last;
  return explainNeedlessRun(fault, found, last);
};

/** `! keyword "x"`. */
const explainNotSign: Explainer = (fault, found) => {
  if (found.image !== "!" || !beginsTest(fault.next)) return null;
  return problemAt(found, { problem: "instead", found: "!", write: "not" }, [
    writing(fault.text, withBlanks(fault.text, spanOf(found)), "not", "automatic"),
  ]);
};

const TESTS_AND_OTHERS = [...TEST_WORDS, "not", "otherwise"];

/** `reject No Demand keyword "x"`, `reject Duplicate keyword "x"`: words that are near to none of the language. */
const explainLabelWithoutAs: Explainer = (fault, found) => {
  if (!isWord(found) || !isOutcome(fault.imageAt(-1)) || !testBehindWords(fault)) return null;
  const { fixes } = misspelling(found, "a test", TESTS_AND_OTHERS);
  const isTypo = fixes[0]?.kind === "automatic";
  const severalWords = !isTypo && isWord(fault.next) && !isSpecialWord(fault.next.image);
  return severalWords || fixes.length === 0 ? explainLabelBeforeTest(fault, found) : null;
};

/** Whether a test begins on the line behind nothing but words: `reject No Demand keyword "x"`. */
function testBehindWords({ tokens, index, found }: Fault): boolean {
  let next = index;
  while (isWord(tokens[next] ?? null) && !isSpecialWord(tokens[next]?.image ?? "")) next++;
  const token = tokens[next] ?? null;
  return next > index && beginsTest(token) && token.startLine === found?.startLine;
}

/** `reject everything`. */
const explainAllOthers: Explainer = (fault, found) => {
  const outcome = fault.imageAt(-1);
  if (!isWord(found) || !isOutcome(outcome) || !isAllOthers(found.image)) return null;
  if (misspelling(found, "a test", TESTS_AND_OTHERS).fixes.length > 0) return null;
  return problemAt(found, { problem: "all-other-responses", outcome }, [
    replacing(found, "otherwise", "suggested"),
  ]);
};

const explainMisspelledTest: Explainer = (_fault, found) =>
  isWord(found) ? explainMisspelling(found, "a test", TESTS_AND_OTHERS) : null;

/** A test is wanted: at a rule's beginning, behind `and` or behind `not`. */
export const explainTest: Explainer = inOrder([
  {
    explain: each(
      explainNotTwice,
      explainOtherwise,
      explainLabelFirst,
      explainMatchWithoutField,
      explainNeedlessAnd,
      explainBareText,
      explainBareStatus,
      explainNotSign,
    ),
    because: "the language's own words, texts and statuses are certain; everything below is a guess",
  },
  { explain: explainHeaderTest, because: "below, a header would be a misspelled word or a field's name" },
  { explain: explainStatusName, because: "a status follows; below, http would be a misspelled word" },
  { explain: explainNot, because: "below, unless would be needless, a field's name or a label" },
  {
    explain: explainBareField,
    because: "a comparison follows, so that the word before it is a field, neither needless nor misspelled",
  },
  { explain: explainExpressionWord, because: "below, matches and the like would be misspelled words" },
  {
    explain: explainSpokenTest,
    because: "below, the body would be needless before what it is compared with, which is explained with it",
  },
  {
    explain: each(explainHttpBeforeStatus, explainNeedlessWords),
    because: "below, these would begin a label or be misspelled words of the language",
  },
  {
    explain: explainLabelWithoutAs,
    because: "a test follows, so that words before it that are near to none of the language are its label",
  },
  {
    explain: explainAllOthers,
    because: "below, everything would be a misspelled word that is near to none",
  },
  { explain: explainMisspelledTest, because: "takes any word" },
]);
