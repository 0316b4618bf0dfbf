import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/** All texts of up to that many characters over the alphabet, the empty one among them. */
function textsUpTo(length: number, alphabet: readonly string[]): readonly string[] {
  if (length === 0) return [""];
  const shorter = textsUpTo(length - 1, alphabet);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => alphabet.map((letter) => text + letter))];
}

/** The meaning of a pattern by trying: an asterisk eats nothing, or one character and goes on. */
function matches(pattern: string, body: string): boolean {
  if (pattern === "") return body === "";
  if (pattern.startsWith("*"))
    return matches(pattern.slice(1), body) || (body !== "" && matches(pattern, body.slice(1)));
  return body !== "" && pattern.charAt(0) === body.charAt(0) && matches(pattern.slice(1), body.slice(1));
}

const bodies = textsUpTo(5, ["a", "b"]);
const patterns = textsUpTo(4, ["a", "b", "*"]);
/** A pattern of asterisks alone is refused on the body, but not on a field. */
const onBody = patterns.filter((pattern) => !/^\*+$/.test(pattern));

test("the world is as large as it should be", () => {
  expect([bodies.length, patterns.length, onBody.length]).toEqual([63, 121, 117]);
});

test.each([
  ["the body", onBody, (pattern: string) => `success exact "${pattern}"`, (body: string) => body],
  [
    "a JSON field",
    patterns,
    (pattern: string) => `success json "$.f" exact "${pattern}"`,
    (body: string) => JSON.stringify({ f: body }),
  ],
] as const)(
  "every exact pattern against every text as %s: reference, interpreter and compiled module agree",
  (_name, all, write, embed) => {
    const disagreements: string[] = [];
    for (const pattern of all) {
      const mapping = mappingOf(write(pattern));
      const matcher = interpreterOf(mapping);
      const compiled = loadCompiled(mapping);
      for (const text of bodies) {
        const body = embed(text);
        const verdicts = [
          matches(pattern, text),
          matcher.match({ body }).outcome === "success",
          compiled.match({ body }).outcome === "success",
          compiled.classify(undefined, new TextEncoder().encode(body)) === 0,
        ];
        if (new Set(verdicts).size > 1) disagreements.push(`${pattern} on ${text}: ${verdicts.join()}`);
      }
    }
    expect(disagreements).toEqual([]);
  },
);
