import { Random } from "@responses/testing/random";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { randomText } from "@responses/testing/random-texts";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: wishes are made of what the interpreter picks, and bodies for wishes are for the analysis alone.
import { Subject } from "../../src/matching/subject.js";
import { describeField, type Field, pickField } from "../../src/model/field.js";
import type { Mapping } from "../../src/model/mapping.js";
import { fieldOfTest, testsOf } from "../../src/model/rule-parts.js";
import { isXmlCharacter } from "../../src/runtime/xml-characters.js";
import { bodiesFor } from "../../src/synthesis/bodies-for.js";
import { wishOf } from "../../src/synthesis/picked-wishes.js";
import { areSamePicks, MOST_BODIES, type WantedPick } from "../../src/synthesis/wanted-body.js";
import { trimmed } from "../../src/text/trimmed.js";
import { fieldOf, type Picks, wantedPick } from "../support/wishes.js";

/*
 * Wishes that can come true: what fields pick of a random body, and paths of which none leads into another. Whether a body is
 * as wished is asked of the fields themselves, as the interpreter has them.
 */

interface Wish {
  readonly field: Field;
  readonly picks: readonly WantedPick[];
}

/** The bodies, after every one has been found to be as wished. */
function soundBodies(
  wishes: readonly Wish[],
  texts: readonly string[],
  shapes: readonly string[],
): readonly string[] {
  const fields = wishes.map(({ field, picks }) => ({ field: describeField(field), picks }));
  const bodies = [...bodiesFor({ fields, texts }, shapes)];
  expect(bodies.length).toBeLessThanOrEqual(MOST_BODIES);
  for (const body of bodies) {
    const subject = new Subject({ body });
    for (const { field, picks } of wishes) {
      const picked = pickField(field, subject).map(wishOf);
      if (!areSamePicks(picked, picks))
        throw new Error(`${field.key} picks ${JSON.stringify(picked)} of ${body}`);
    }
    for (const text of texts) expect(subject.body).toContain(text);
  }
  return bodies;
}

function fieldsOf({ rules, captures }: Mapping): readonly Field[] {
  const tested = rules.flatMap(({ model }) =>
    testsOf(model.condition).flatMap(({ test: asked }) => fieldOfTest(asked) ?? []),
  );
  return [...tested, ...captures.map(({ model }) => model.field)];
}

/** One to three fields, and what they pick of a random body, something at least. */
function drawnWish(
  mapping: Mapping,
  random: Random,
): { readonly wishes: readonly Wish[]; readonly body: string } | null {
  const fields = fieldsOf(mapping);
  if (fields.length === 0) return null;
  const subject = new Subject(responsesFor(mapping)(random));
  const chosen = new Map(random.several(1, 3, () => random.pick(fields)).map((field) => [field.key, field]));
  const wishes = [...chosen.values()].map((field) => ({
    field,
    picks: pickField(field, subject).map(wishOf),
  }));
  return wishes.every(({ picks }) => picks.length === 0) ? null : { wishes, body: subject.body };
}

/** The share of such wishes for which a body is found; what is missing cuts documents in the middle of their punctuation. */
const LEAST_SHARE = { oneKind: 0.98, any: 0.95 };

test("most of what random fields pick of random bodies can be had of a body made for that", () => {
  const seed = firstSeed(11);
  let drawn = { oneKind: 0, any: 0 };
  let found = { oneKind: 0, any: 0 };
  const texts = fc.sample(mappingText, { seed, numRuns: runs(200) });
  for (const [index, text] of texts.entries()) {
    const mapping = mappingOf(text);
    const random = new Random(seed + index);
    for (let count = 0; count < 6; count++) {
      const wish = drawnWish(mapping, random);
      if (wish === null) continue;
      const hasOneKind = new Set(wish.wishes.map(({ field }) => field.kind)).size === 1;
      const isFound = soundBodies(wish.wishes, [], []).length > 0;
      drawn = { oneKind: drawn.oneKind + Number(hasOneKind), any: drawn.any + 1 };
      found = { oneKind: found.oneKind + Number(hasOneKind && isFound), any: found.any + Number(isFound) };
      // The body that it was picked of is the best one.
      const shapes = [`x${wish.body}`, wish.body];
      if (!wish.body.startsWith("\ufeff")) expect(soundBodies(wish.wishes, [], shapes)).toContain(wish.body);
    }
  }
  expect(drawn.any).toBeGreaterThan(0);
  expect(found.oneKind / Math.max(1, drawn.oneKind), `seed ${seed}`).toBeGreaterThanOrEqual(
    LEAST_SHARE.oneKind,
  );
  expect(found.any / drawn.any, `seed ${seed}`).toBeGreaterThanOrEqual(LEAST_SHARE.any);
});

/** A random text that JSON, a form and, if asked, XML can hold in a value. */
function valueFor(kind: "json" | "xml" | "form", random: Random): string {
  const text = random.chance(0.1)
    ? ""
    : random.chance(0.2)
      ? String(random.integer(-5, 900))
      : randomText(random);
  if (kind === "json") return text;
  const held = Array.from(text).filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0));
  return trimmed(held.join(""));
}

const NAMES = ["status", "lead", "code", "é", "a-b", "K", "_x", "error", "price", "Status"] as const;

/** Paths into a random document, none of which leads into another's value, with what they should pick. */
function jsonWishes(path: string, depth: number, random: Random): readonly (readonly [string, Picks])[] {
  if (depth === 0 || random.chance(0.2)) {
    const rest = random.pick(["", "", "", "[*]", "[*].id", "[*].x[0]"]);
    const count = rest === "" ? 1 : random.integer(0, 3);
    return [[`json "${path}${rest}"`, random.several(count, count, () => jsonPick(rest, random))]];
  }
  const steps = random.chance(0.7)
    ? random.several(1, 3, () => `['${random.pick(NAMES)}']`)
    : random.several(1, 2, () => `[${random.pick([0, 1, 2, -1])}]`);
  return [...new Set(steps)].flatMap((step) => jsonWishes(path + step, depth - 1, random));
}

function jsonPick(rest: string, random: Random): Picks[number] {
  return rest === ""
    ? random.pick([null, [], [1], ...random.several(5, 5, () => valueFor("json", random))])
    : valueFor("json", random);
}

/** Elements and attributes of different names, so that none is inside another or is reached by two paths. */
function xmlWishes(random: Random): readonly (readonly [string, Picks])[] {
  const root = random.pick(["", "/r"]);
  return random.several(1, 4, (index) => {
    const name = `${random.pick(["status", "lead", "é", "Code"])}${index}`;
    const attribute = random.pick(["", "", "/@id", "//@id"]);
    const around = root + random.pick(["", root === "" ? "//list" : "/list", "//list"]);
    const step = around === "" || random.chance(0.5) ? "//" : "/";
    const written = `xml "${around}${step}${name}${attribute}"`;
    return [written, random.several(0, 3, () => valueFor("xml", random))] as const;
  });
}

function formWishes(random: Random): readonly (readonly [string, Picks])[] {
  return random.several(1, 4, (index) => {
    const name = `${random.pick(["code", "lead id", "a&b", "100%", "+", "é=", "Code"])}${index}`;
    return [`form "${name}"`, random.several(0, 3, () => valueFor("form", random))] as const;
  });
}

test.each([
  ["json", (random: Random) => jsonWishes("$", 3, random)],
  ["xml", xmlWishes],
  ["form", formWishes],
] as const)("paths of %s that do not meet get whatever is wished, each time", (_, draw) => {
  const seed = firstSeed(3);
  for (let run = 0; run < runs(500); run++) {
    const random = new Random(seed + run);
    const rows = draw(random);
    // A document that is a list or one value may have no place for another text.
    const isList = rows.some(([written]) => /^json "\$(?:\[[^']|")/.test(written));
    const texts = !isList && random.chance(0.3) ? [random.pick(["no budget", "dup 17", "x"])] : [];
    const wishes = rows.map(([written, picks]) => ({
      field: fieldOf(written),
      picks: picks.map(wantedPick),
    }));
    const isFound = soundBodies(wishes, texts, []).length > 0;
    expect([seed + run, rows, texts, isFound]).toEqual([seed + run, rows, texts, true]);
  }
});
