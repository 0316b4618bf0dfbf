import type { Token } from "../../tokens.js";
import { isMatchWord } from "../../vocabulary.js";
import { AND_SIGNS, OR_SIGNS } from "../operators.js";
import { isText } from "../token-places.js";
import { behindField } from "./fields.js";
import { beginsTest } from "./test-start.js";

/*
 * Whether more than one test stands there. Where `not` or `or` has been written in other words, or brackets are left out, nobody can
 * tell then how far it goes.
 */

/** Where the tests of a condition begin, their `not` left aside; a field and what it is compared with are one. */
export function startsOfTests(condition: readonly Token[]): readonly number[] {
  const starts: number[] = [];
  for (let index = 0; index < condition.length; index++) {
    const token = condition[index] ?? null;
    if (!beginsTest(token) || token.image === "not") continue;
    starts.push(index);
    const end = behindField(condition, index);
    if (end > index) index = isMatchWord(condition[end]?.image ?? "") ? end : end - 1;
  }
  return starts;
}

/** Whether the token at `index` is `and`, or stands for it; the one between two markers joins no tests. */
export function isAnd(condition: readonly Token[], index: number): boolean {
  const image = condition[index]?.image ?? "";
  if (image !== "and") return image.toLowerCase() === "and" || AND_SIGNS.has(image);
  return condition[index - 2]?.image !== "between" || !isText(condition[index - 1] ?? null);
}

/** Whether the token is `or`, or stands for it. */
export function isOr({ image }: Token): boolean {
  return image === "or" || OR_SIGNS.has(image);
}

/** Whether a test is not to hold. */
export function hasNot(condition: readonly Token[]): boolean {
  return condition.some(({ image }) => image === "not");
}

/** The tokens of a rule from one on, its label left aside. */
export function conditionFrom(tokens: readonly Token[], from: number): readonly Token[] {
  const label = tokens.findIndex(({ image }, at) => at >= from && image === "as");
  return tokens.slice(from, label === -1 ? tokens.length : label);
}
