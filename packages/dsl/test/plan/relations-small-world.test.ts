import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test } from "vitest";
// Imports internals: what is known of two predicates is for checks and compilers; no door shows it.
import { planMapping } from "../../src/plan/plan-mapping.js";
import type { Predicate } from "../../src/plan/predicate.js";
import { excludes, implies, overlaps } from "../../src/plan/relations/predicate-relations.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * Small worlds in which every pair of predicates is compared on every body. The interpreter says for which bodies each
 * holds; in the bodies stand, beside the characters of the rules, a letter and a symbol that no rule has.
 */

/** All texts of up to that many characters over the alphabet, the empty one among them. */
function textsUpTo(length: number, alphabet: readonly string[]): readonly string[] {
  if (length === 0) return [""];
  const shorter = textsUpTo(length - 1, alphabet);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => alphabet.map((letter) => text + letter))];
}

interface World {
  readonly written: readonly string[];
  readonly predicates: readonly Predicate[];
  /** For each predicate whether it holds, body by body. */
  readonly held: readonly (readonly boolean[])[];
}

function worldOf(characters: readonly string[], bodies: readonly string[]): World {
  const plain = textsUpTo(2, characters).filter((text) => text !== "");
  const patterns = textsUpTo(3, [...characters, "*"]).filter((text) => text === "" || !/^\*+$/.test(text));
  const written = [
    ...plain.flatMap((text) => [`keyword "${text}"`, `word "${text}"`]),
    ...patterns.map((text) => `exact "${text}"`),
  ];
  return {
    written,
    predicates: written.flatMap((test) => planMapping(mappingOf(`success ${test}\n`)).predicates),
    held: written.map((test) => {
      const matcher = interpreterOf(mappingOf(`success ${test}\n`));
      return bodies.map((body) => matcher.match({ body }).outcome === "success");
    }),
  };
}

interface Said {
  readonly implies: boolean;
  readonly excludes: boolean;
  readonly overlaps: "yes" | "no" | "unknown";
}

interface Truth {
  /** On all bodies of the world. */
  readonly implies: boolean;
  readonly excludes: boolean;
}

/** The pairs of which something is said that `isRight` does not accept. */
function wrongPairs(world: World, isRight: (said: Said, truth: Truth) => boolean): readonly string[] {
  const wrong: string[] = [];
  world.predicates.forEach((one, a) => {
    world.predicates.forEach((other, b) => {
      const [own = [], others = []] = [world.held[a], world.held[b]];
      const truth = {
        implies: own.every((holds, body) => !holds || others[body] === true),
        excludes: own.every((holds, body) => !holds || others[body] === false),
      };
      const said = {
        implies: implies(one, other),
        excludes: excludes(one, other),
        overlaps: overlaps(one, other),
      };
      if (!isRight(said, truth))
        wrong.push(`${world.written[a]}, ${world.written[b]}: ${JSON.stringify(said)}`);
    });
  });
  return wrong;
}

test("with a letter and a symbol everything is decided, and rightly", () => {
  const bodies = textsUpTo(6, ["a", "-", "z", "+"]);
  const world = worldOf(["a", "-"], bodies);
  expect([bodies.length, world.written.length]).toEqual([5461, 49]);
  const wrong = wrongPairs(
    world,
    (said, truth) =>
      said.implies === truth.implies &&
      said.excludes === truth.excludes &&
      said.overlaps === (truth.excludes ? "no" : "yes"),
  );
  expect(wrong).toEqual([]);
});

test("with white space at the ends nothing wrong is said", () => {
  const world = worldOf(["a", " "], textsUpTo(6, ["a", " ", "z", "+"]));
  const wrong = wrongPairs(
    world,
    (said, truth) =>
      (!said.implies || truth.implies) &&
      (!said.excludes || truth.excludes) &&
      (said.overlaps !== "yes" || !truth.excludes) &&
      (said.overlaps === "no") === said.excludes,
  );
  expect(wrong).toEqual([]);
});
