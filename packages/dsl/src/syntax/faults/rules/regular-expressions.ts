import { replaceWith } from "../../../findings/finding.js";
import { visible } from "../../../findings/quoted.js";
import type { LocalSpan } from "../../../text/span.js";
import { plainText, writeString } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { MATCHING, REGULAR_EXPRESSION } from "../lexicon.js";
import { isText, lastTouching, spanFromTo, spanOf } from "../token-places.js";

/*
 * There are no regular expressions in the language. One of nothing but letters, anchors and `.*` says what `keyword` or
 * `exact` can say; that is offered.
 */

/** Longer ones are not written anew: no person wrote them. */
const LONGEST = 200;

/** What only a regular expression holds; a single point, star or bracket may be of an ordinary text. */
const SIGNS = /^\^|[^\\]\$$|\.[*+]|\\[dDwWsSb]|\[[^\]]*\][*+?]|\([^)]*\||[^\s|]\|[^\s|]/;

/** Whether the text reads like a regular expression, not like a text to look for. */
export function isRegularExpression(text: string): boolean {
  return text.length <= LONGEST && (SIGNS.test(text) || /^\/.+\/[a-z]*$/.test(text));
}

/** `success regex "valid.*"`, `json "$.a" matches "^ok$"`, `success regex /valid/`: a way to match is wanted. */
export const explainExpressionWord: Explainer = (fault, found) => {
  const word = found.image.toLowerCase();
  if (!REGULAR_EXPRESSION.has(word) && !MATCHING.has(word)) return null;
  const { next } = fault;
  const last = next !== null && isText(next) ? next : lastTouching(fault.tokens, fault.index + 1);
  const expression = last === null ? null : expressionOf(fault, last);
  if (word === "like" && expression?.includes("%")) {
    return explainRegularExpression(
      spanOf(found),
      spanFromTo(found, last ?? found),
      null,
      testLike(expression),
    );
  }
  if (!REGULAR_EXPRESSION.has(word) && !isRegularExpression(expression ?? "")) return null;
  return explainRegularExpression(spanOf(found), spanFromTo(found, last ?? found), expression);
};

/** The expression from behind the unexpected token to `last`. */
function expressionOf({ next, text }: Fault, last: Token): string | null {
  if (next === null) return null;
  return next.pieces === undefined
    ? text.slice(next.startOffset, last.endOffset + 1)
    : plainText(next.pieces);
}

/**
 * Says so at `span`. What stands from the test's word on, `replaced`, becomes a test that says the same as the
 * expression, where there is one.
 */
export function explainRegularExpression(
  span: LocalSpan,
  replaced: LocalSpan,
  expression: string | null,
  test = expression === null ? null : sameTest(expression),
): Explanation {
  const fixes = test === null ? [] : [replaceWith(replaced, test, `Write ${visible(test)}`, "suggested")];
  return problemAt(span, { problem: "regular-expression" }, fixes);
}

/** The test that holds where the expression matches: `.*ok.*` is `keyword "ok"`, `^a.*` is `exact "a*"`. */
function sameTest(expression: string): string | null {
  if (expression.length > LONGEST) return null;
  const bare = /^\/(.+)\/[a-z]*$/s.exec(expression)?.[1] ?? expression;
  const alternatives = literalsOf(bare.split("|"));
  if (alternatives !== null && alternatives.length > 1 && !alternatives.includes("")) {
    return `keyword ${alternatives.map((text) => writeString([text])).join(", ")}`;
  }
  const isAnchored = { atStart: bare.startsWith("^"), atEnd: /[^\\]\$$/.test(bare) };
  const inner = bare.slice(isAnchored.atStart ? 1 : 0, isAnchored.atEnd ? -1 : undefined);
  const parts = literalsOf(inner.split(/\.[*+]\??/));
  if (parts === null) return null;
  const texts = parts.filter((part) => part !== "");
  const [first, ...others] = texts;
  if (first === undefined) return null;
  const before = isAnchored.atStart && parts[0] !== "" ? [] : [""];
  const behind = isAnchored.atEnd && parts.at(-1) !== "" ? [] : [""];
  if (others.length === 0 && before.length + behind.length === 2) return `keyword ${writeString([first])}`;
  return before.length === 0
    ? `exact ${writeString([first, ...others, ...behind])}`
    : `exact ${writeString(["", ...texts, ...behind])}`;
}

/** The same of a pattern of SQL, in which % stands for anything: `%ok%` is `keyword "ok"`. */
function testLike(pattern: string): string | null {
  const [first = "", ...others] = pattern.split("%");
  const [middle = "", last] = others;
  if (pattern.length > LONGEST || pattern.includes("_") || pattern.replaceAll("%", "") === "") return null;
  return others.length === 2 && first === "" && last === ""
    ? `keyword ${writeString([middle])}`
    : `exact ${writeString([first, ...others])}`;
}

/** The texts that parts of an expression stand for; null where one has signs that mean something. */
function literalsOf(parts: readonly string[]): readonly string[] | null {
  const isPlain = (part: string) => !/[.[\](){}*+?^$|\\]/.test(part.replaceAll(/\\[^0-9A-Za-z]/g, ""));
  return parts.every(isPlain) ? parts.map((part) => part.replaceAll(/\\([^0-9A-Za-z])/g, "$1")) : null;
}
