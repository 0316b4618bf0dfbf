import { type LocalFix, replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isOutcome } from "../../vocabulary.js";
import type { Fault } from "../fault.js";
import { spanFromTo } from "../token-places.js";
import { beginsTest } from "./test-start.js";

/*
 * Tests that are joined with `or`, with brackets or without: each alternative is a rule of its own. Nearly certain, but a
 * suggestion: where `and` stands beside `or`, people mean one thing or the other.
 */

/** Longer conditions are not taken apart: no person wrote them. */
const MOST_TOKENS = 200;

/** Makes a rule of each alternative, all with the statement's label; none where that cannot be done word for word. */
export function ruleForEach({ tokens, text }: Fault): readonly LocalFix[] {
  const [word] = tokens;
  const last = tokens.at(-1);
  if (word === undefined || last === undefined || !isOutcome(word.image)) return [];
  if (tokens.length > MOST_TOKENS) return [];
  const statement = spanFromTo(word, last);
  if (/[\n\r]/.test(text.slice(statement.from, statement.to))) return [];
  const label = tokens.findIndex(({ image }) => image === "as");
  const condition = tokens.slice(1, label === -1 ? tokens.length : label);
  const parts = alternativesOf(condition, text);
  if (parts === null || parts.length < 2) return [];
  const [as] = label === -1 ? [] : tokens.slice(label);
  const end = as === undefined ? "" : ` ${text.slice(as.startOffset, statement.to)}`;
  const indentation = /[ \t]*$/.exec(text.slice(0, statement.from))?.[0] ?? "";
  const rules = parts.map((part) => `${word.image} ${part}${end}`);
  return [replaceWith(statement, rules.join(`\n${indentation}`), "Write a rule for each", "suggested")];
}

/** Whether `or` joins tests, not values, somewhere from the token at `from` on. */
export function joinsTestsWithOr({ tokens }: Fault, from: number): boolean {
  return tokens.some((_, index) => index >= from && isJointOfTests(tokens, index));
}

/** The texts of the alternatives without the brackets around them; null where brackets group something else. */
function alternativesOf(tokens: readonly Token[], text: string): readonly string[] | null {
  const inner = withoutOuterBrackets(tokens);
  const parts = splitAtOr(inner);
  if (parts.length > 1) {
    const alternatives = parts.map((part) => alternativesOf(part, text));
    return alternatives.includes(null) ? null : alternatives.flatMap((each) => each ?? []);
  }
  const [first] = inner;
  const last = inner.at(-1);
  const isPlain = !inner.some(({ image }) => isOr(image) || image === "(" || image === ")");
  if (first === undefined || last === undefined || !beginsTest(first) || !isPlain) return null;
  return [text.slice(first.startOffset, last.endOffset + 1)];
}

function withoutOuterBrackets(tokens: readonly Token[]): readonly Token[] {
  let inner = tokens;
  while (inner[0]?.image === "(" && closingBracket(inner, 0) === inner.length - 1) inner = inner.slice(1, -1);
  return inner;
}

/** The parts between the words `or`, or the signs for it, that stand in no brackets. */
function splitAtOr(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token.image === "(") depth++;
    if (token.image === ")") depth--;
    if (depth === 0 && isJointOfTests(tokens, index)) parts.push([]);
    else if (depth > 0 || token.image !== "|") parts.at(-1)?.push(token);
  });
  return parts;
}

function isJointOfTests(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return isOr(tokens[index]?.image ?? "") && next !== undefined && (next.image === "(" || beginsTest(next));
}

/** `or`, `|`, or the second half of `||`. */
function isOr(image: string): boolean {
  return image === "or" || image === "|";
}

/** The index of the bracket that closes the one at `open`; -1 where there is none. */
export function closingBracket(tokens: readonly Token[], open: number, pair = "()"): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const image = tokens[index]?.image;
    if (image === pair.charAt(0)) depth++;
    if (image === pair.charAt(1)) depth--;
    if (depth === 0) return index;
  }
  return -1;
}
