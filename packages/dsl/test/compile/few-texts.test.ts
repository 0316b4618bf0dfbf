import { writeString } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf, seed } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiled, loadCompiled, loadWithoutWasm } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Modules of few keywords carry little code: it gives the interpreter's verdicts, with and without WebAssembly. */

const PART = 65_536;

function expectSame(text: string, bodies: readonly string[], status = 200): void {
  const mapping = mappingOf(text);
  expect(compiled(mapping, { format: "cjs", source: "mapping.responses" }).code).toContain("fewTextSearch(");
  const interpreter = interpreterOf(mapping);
  for (const load of [loadCompiled, loadWithoutWasm]) {
    const { classify } = load(mapping);
    // The scanner is made for the third search.
    for (const body of ["", "-", ...bodies]) {
      const { rule } = interpreter.decide({ status, body });
      const expected = rule === null ? -1 : mapping.rules.indexOf(rule);
      const given = [classify(status, body), classify(status, new TextEncoder().encode(body))];
      if (given.some((own) => own !== expected)) {
        expect({ text, body: body.slice(-100), given }).toEqual({ expected });
      }
    }
  }
}

const rulesOf = (texts: readonly string[]): string =>
  texts.map((text) => `reject keyword ${writeString([text])}\n`).join("");

/** Few letters, so that texts nearly stand in bodies; what folds to them in no other case; and what is no letter. */
const LETTERS = [..."aaabbkKsSAB _-.0@`[{\u212a\u017f\u0130\u00e9\u{1f600}\ud800\ufeff"];
const ASCII = LETTERS.filter((letter) => letter >= " " && letter <= "\x7f");

function drawn(random: Random, letters: readonly string[], most: number): string {
  return random.several(1, most, () => random.pick(letters)).join("");
}

describe("few keywords", () => {
  test("of random texts, among statuses", () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 30 }),
        (start, count, most) => {
          const random = new Random(start);
          const texts = Array.from({ length: count }, () => `${drawn(random, ASCII, most)}x`.trimStart());
          const rules = texts.map((text) => `reject keyword ${writeString([text])}\n`);
          if (random.chance(0.5)) rules.splice(random.integer(0, count), 0, "success status 200..299\n");
          const bodies = Array.from({ length: 20 }, () => {
            const parts = random.several(1, 4, () =>
              random.chance(0.5) ? random.pick(texts) : drawn(random, LETTERS, 40),
            );
            const body = parts.join("");
            return random.chance(0.5) ? body : body.toUpperCase();
          });
          for (const status of [200, 404]) expectSame(rules.join(""), bodies, status);
        },
      ),
      randomRuns(150),
    );
  });

  test("with each character of ASCII", () => {
    for (let code = 1; code < 0x80; code++) {
      const character = String.fromCharCode(code);
      const text = character.trim() === "" ? `a${character}b` : character;
      // One that only WebAssembly could confuse with it.
      const other = text.replace(character, String.fromCharCode(code ^ 0x20));
      expectSame(rulesOf([text.toLowerCase()]), [`--${text}--`, `${other}`, `--${other}-`]);
    }
  });

  test.each([
    ["of which pairs of bytes are looked for", ["zq", "needle", "the last one"]],
    ["of which windows are looked for", ["invalid phone", "duplicate lead", "campaign is closed"]],
  ])("%s, where the parts meet in which a long body is read", (_, texts) => {
    const bodies = texts.flatMap((text) => [
      ...Array.from(
        { length: 25 },
        (_, index) => `${"-".repeat(PART - 50 + 3 * index)}${text.toUpperCase()}`,
      ),
      ...Array.from(
        { length: 25 },
        (_, index) => `${"-".repeat(PART - 50 + 3 * index)}${text}${"=".repeat(99)}`,
      ),
      `${"\u00e9".repeat(PART)}${text}`,
      `${"\u{1f600}".repeat(PART)}${text.slice(1)}`,
      `${"-".repeat(3 * PART)} ${text} `,
    ]);
    expectSame(rulesOf(texts), bodies);
  });

  test("what the filters let through does not change the verdict", () => {
    const texts = ["error code 17z", "error code 1z", "error code 9z", "error code 0z"];
    const storm = "error code 1 error code 9 ".repeat(20_000);
    expectSame(rulesOf(texts), [storm, `${storm}error code 9z`, `error code 0z${storm}`]);
  });
});
