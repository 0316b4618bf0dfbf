import { parse } from "@responses/dsl";
import { lex, type Token } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { oneIn } from "@responses/testing/random-runs";
import { readingFindings, withAutomaticFixes } from "@responses/testing/typical-mistakes";
import { expect, test } from "vitest";

/*
 * Every single slip in statements of the repository's mapping files: wherever it is mended by itself, the statement
 * means what it meant. What a slip leaves readable, and what is only suggested, is no matter here.
 */

const LONGEST = 100;

/** In how many parts the statements are cut, of which a run tries one. */
const PARTS = 3;

test("a statement that is mended by itself after one slip means what it meant", () => {
  const wrong: string[] = [];
  let count = 0;
  for (const statement of oneIn(PARTS, [...statements()])) {
    const right = meaningOf(statement);
    for (const slip of slipsIn(statement)) {
      const text = mendedWhole(slip);
      if (text === slip) continue;
      count++;
      if (meaningOf(text) !== right) wrong.push(`${slip} => ${text}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(20_000 / PARTS);
});

function statements(): ReadonlySet<string> {
  const texts = mappingFiles().flatMap(({ text }) =>
    parse("a.responses", text).tree.statements.map(({ syntax }) =>
      syntax.text.slice(syntax.span.from, syntax.span.to),
    ),
  );
  const isShort = (text: string) => text.length <= LONGEST && !/[\n\r]/.test(text);
  return new Set(texts.filter((text) => isShort(text) && readingFindings(text).length === 0));
}

/** What the statements say, wherever they stand. */
function meaningOf(text: string): string {
  return JSON.stringify(parse("a.responses", text).models, (key, value) =>
    /spans?$/i.test(key) ? undefined : value,
  );
}

function mendedWhole(slip: string): string {
  let text = slip;
  for (let round = 0; round < 10; round++) {
    const next = withAutomaticFixes(text, readingFindings(text));
    if (next === text) break;
    text = next;
  }
  return text;
}

function* slipsIn(text: string): Generator<string> {
  const { tokens } = lex(text);
  for (const [index, token] of tokens.entries()) {
    const { startOffset: from, endOffset } = token;
    const to = endOffset + 1;
    const next = tokens[index + 1];
    // A value that goes from a list leaves a list.
    const isListed = [tokens[index - 1], token, next].some((near) => near?.image === ",");
    if (token.pieces === undefined) yield* slipsInWord(text, from, to, index > 0 && !isListed);
    else yield* slipsInQuotes(text, from, to);
    for (const word of [",", ";", ":", "=", "is", "the", "and", "or"]) {
      // A word beside the name of an example makes a longer name, and nobody can tell that it was not meant.
      if (word === "the" && index <= 1 && hasBareName(tokens)) continue;
      yield `${text.slice(0, to)} ${word} ${text.slice(to)}`;
    }
    if (next !== undefined && next.startOffset > to && !isListed) yield swapped(text, token, next);
  }
}

/** Whether it is an example with a name that is a bare word. */
function hasBareName([first, second]: readonly Token[]): boolean {
  return first?.image === "example" && second?.pieces === undefined && /^\D+$/.test(second?.image ?? "");
}

function* slipsInWord(text: string, from: number, to: number, canGo: boolean): Generator<string> {
  if (canGo) yield text.slice(0, from) + text.slice(to);
  for (let at = from; at < to; at++) yield text.slice(0, at) + text.slice(at + 1);
  yield text.slice(0, from) + text.slice(from, to).toUpperCase() + text.slice(to);
}

function* slipsInQuotes(text: string, from: number, to: number): Generator<string> {
  yield text.slice(0, from) + text.slice(from + 1);
  yield text.slice(0, to - 1) + text.slice(to);
  // Without quotes nobody sees blanks at the ends, escapes are ordinary signs, and a sign alone is one of the language.
  const inner = text.slice(from + 1, to - 1);
  const canBeBare = inner.trim() === inner && !inner.includes("\\") && /[0-9A-Za-z]/.test(inner);
  if (canBeBare) yield text.slice(0, from) + inner + text.slice(to);
}

function swapped(text: string, token: Token, next: Token): string {
  const between = text.slice(token.endOffset + 1, next.startOffset);
  return (
    text.slice(0, token.startOffset) + next.image + between + token.image + text.slice(next.endOffset + 1)
  );
}
