import { mappingOf } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: the ways to run a mapping that a matcher chooses between.
import { MANY_BETWEEN } from "../../src/execution/field-paths.js";
import { ExecutedMapping } from "../../src/matching/executed-mapping.js";
import { compiled, loadCompiled, loadSharing } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Many fields `between` are read together: a verdict does not tell, whoever asks for them. */

/** Two letters more than are needed for many. */
const NAMES = Array.from({ length: MANY_BETWEEN + 2 }, (_, index) => `k\u00e9${index.toString(36)}`);
const CLOSERS = ['";"', '";", end', '"K\u00c9", "\\n"', 'last ";"', "end"];
const fieldOf = (index: number) => `between "${NAMES[index]}:" and ${CLOSERS[index % CLOSERS.length]}`;
const captures = NAMES.map((name, index) => `capture ${name} from ${fieldOf(index)}\n`).join("");
const rules = (from: number, to: number) =>
  NAMES.slice(from, to)
    .map((name, index) => `reject ${fieldOf(from + index)} exact "no" as ${name}\n`)
    .join("");

const MAPPINGS = {
  "captures alone": `success keyword "ok"\n${captures}`,
  "rules alone": rules(0, NAMES.length),
  "rules and captures": `${rules(0, NAMES.length)}${captures}`,
  "a few rules, and captures": `${rules(0, 3)}success otherwise\n${captures}capture x from between "x" and end\n`,
  "rules, and a capture more": `${rules(0, MANY_BETWEEN)}${captures}`,
  "what chains begin with": `success otherwise\n${NAMES.map(
    (name, index) => `capture ${name} from ${fieldOf(index)} split "," part 1\n`,
  ).join("")}`,
};

const piece = fc.oneof(
  fc.constantFrom(...NAMES.map((name) => `${name}:`), ...NAMES.map((name) => `${name.toUpperCase()}:`)),
  fc.constantFrom(";", "\n", "no", " ", "ok", ",", "\u00e9", "K\u00c9", "x"),
);
const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test.each(Object.entries(MAPPINGS))("%s", (_, text) => {
  const mapping = mappingOf(text);
  const interpreter = interpreterOf(mapping);
  const executed = new ExecutedMapping(mapping);
  const modules = [loadCompiled(mapping), loadSharing(mapping)];
  fc.assert(
    fc.property(body, (body) => {
      const expected = JSON.stringify(interpreter.match({ status: 200, body }));
      for (const given of [body, new TextEncoder().encode(body)]) {
        expect(JSON.stringify(executed.decide({ status: 200, body: given }).verdict)).toBe(expected);
        for (const { match } of modules)
          expect(JSON.stringify(match({ status: 200, body: given }))).toBe(expected);
      }
    }),
    randomRuns(150),
  );
});

test.each([
  [MANY_BETWEEN - 1, false],
  [MANY_BETWEEN, true],
])("a module of %i fields brings along what reads many together: %s", (count, brings) => {
  const text = `success otherwise\n${captures.split("\n").slice(0, count).join("\n")}\n`;
  const { code } = compiled(mappingOf(text), { format: "esm", source: "mapping.responses" });
  expect(code.includes("betweenTexts")).toBe(brings);
});
