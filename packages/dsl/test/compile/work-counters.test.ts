import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
// Imports internals: work is counted where it is done, since time depends on the machine.
import { planExecution } from "../../src/execution/plan-execution.js";
import { planScan } from "../../src/execution/scan-places.js";
import { addToGroup } from "../../src/incremental/groups.js";
import { planMapping } from "../../src/plan/plan-mapping.js";
import { searchedVariants } from "../../src/plan/searched-letters.js";
import type { ScanPlan } from "../../src/runtime/scan-plan.js";
import {
  type LetterVariants,
  NO_ANSWER,
  NO_RULE,
  type SearchedText,
} from "../../src/runtime/searched-text.js";
import { TextAutomaton } from "../../src/runtime/text-automaton.js";
import { searchedTexts } from "../../src/runtime/text-meaning.js";
import { createTextScan } from "../../src/runtime/text-scan.js";
import { TEXT_SCAN_BINARY } from "../../src/runtime/text-scan-binary.generated.js";
import type { TextScanExports } from "../../src/runtime/text-scan-exports.js";
import { decodeUtf8, normaliseText } from "../../src/runtime/utf8.js";
import { wasmExports } from "../../src/runtime/wasm-instance.js";
import { wordCharacterSearch } from "../../src/runtime/word-characters.js";
import { isWordCharacter, wordCharacterRanges } from "../../src/text/character-classes.js";

/*
 * How much work a search does with bodies that are made to be slow. docs/performance.md promises these numbers.
 */

const SIZES = [65_536, 262_144];

/** The scanner compares at most so much for each byte of the body, and so much more, before it gives up. */
const STEPS_A_BYTE = 4;
const MORE_STEPS = 1000;
/** The text that it compares then is compared to its end: a text that is searched has at most 128 units, of three bytes each. */
const STEPS_OF_A_TEXT = 400;

/** The automaton looks at so many characters for each one of the body: at itself, and at those beside words. */
const LOOKS_A_CHARACTER = 4;
/** Likewise of its numbers: transitions, the texts that end there, and where those do that are shorter. */
const STATES_A_CHARACTER = 8;

interface Searched {
  readonly texts: readonly SearchedText[];
  readonly variants: LetterVariants;
  readonly plan: ScanPlan | null;
}

/** What is searched for the family's mapping: in the body, and in the fields. */
function searchedIn(text: string): readonly Searched[] {
  const plan = planMapping(mappingOf(text));
  const variants = new Map(searchedVariants(plan));
  const grouped = new Map<string, string[]>();
  for (const [variant, folded] of variants) addToGroup(grouped, folded, variant);
  const { bodyTexts, steps } = planExecution(plan);
  const rows = [bodyTexts, ...steps.map((step) => (step.kind === "field" ? step.texts : null))].flatMap(
    (subject) => (subject === null ? [] : [subject.rows]),
  );
  return rows
    .map(({ keywords = [], words = [] }) => searchedTexts(keywords, words))
    .filter((texts) => texts.length > 0)
    .map((texts) => ({ texts, variants, plan: planScan(texts, grouped) }));
}

const WORDS = wordCharacterSearch(wordCharacterRanges, isWordCharacter);
const scanner = wasmExports(TEXT_SCAN_BINARY) as TextScanExports;

const families = HOSTILE_FAMILIES.filter(({ mapping }) => searchedIn(mapping).length > 0);

test("many families search texts", () => {
  expect(families.length).toBeGreaterThan(25);
});

describe.each(families)("$name", ({ mapping, body: bodyOf }) => {
  test.each(SIZES)("%i: the comparisons of the scanner", (size) => {
    const body = bodyOf(size);
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    for (const { texts, plan } of searchedIn(mapping)) {
      if (plan === null) continue;
      const scan = createTextScan(texts, plan, WORDS);
      for (const form of [body, bytes]) {
        const after = scan?.search(form, NO_RULE);
        const most = STEPS_A_BYTE * bytes.length + MORE_STEPS;
        expect(scanner.stepCount()).toBeLessThanOrEqual(most + STEPS_OF_A_TEXT);
        if (after !== NO_ANSWER) expect(scanner.stepCount()).toBeLessThanOrEqual(most);
      }
    }
  });

  test.each(SIZES)("%i: what the automaton looks at", (size) => {
    const body = bodyOf(size);
    const text = typeof body === "string" ? normaliseText(body) : decodeUtf8(body);
    for (const { texts, variants } of searchedIn(mapping)) {
      // Each text is noted, so that none ends the search.
      const noted = texts.map((searched) => ({ ...searched, decides: false }));
      // Without a number for each state and character it looks at more of them.
      for (const isDense of size === SIZES[0] ? [true, false] : [false]) {
        const { looks, states } = workOf(new TextAutomaton(noted, variants, WORDS), text, isDense);
        expect(looks).toBeGreaterThanOrEqual(text.length / 2);
        expect(looks / text.length, "characters").toBeLessThanOrEqual(LOOKS_A_CHARACTER);
        expect(states / text.length, "states").toBeLessThanOrEqual(STATES_A_CHARACTER);
      }
    }
  });
});

test("words inside one another that never stand alone are looked at where they end, each once", () => {
  const count = 60;
  const words = Array.from({ length: count }, (_, number) => `reject word "${"-a".repeat(number + 1)}"`);
  const [searched] = searchedIn(`${words.join("\n")}\n`);
  const text = "a-".repeat(SIZES[0] ?? 0);
  const noted = (searched?.texts ?? []).map((own) => ({ ...own, decides: false }));
  const { looks, states } = workOf(new TextAutomaton(noted, new Map(), WORDS), text, true);
  // Every second character ends all of them.
  expect(looks / text.length).toBeGreaterThan(count / 2);
  expect(looks / text.length).toBeLessThanOrEqual(LOOKS_A_CHARACTER + count / 2);
  expect(states / text.length).toBeLessThanOrEqual(STATES_A_CHARACTER + (4 * count) / 2);
});

/** How often the automaton looks at a character of the text, and at a number of its tables. */
function workOf(
  automaton: TextAutomaton,
  text: string,
  isDense: boolean,
): { readonly looks: number; readonly states: number } {
  let looks = 0;
  let states = 0;
  const counted = {
    length: text.length,
    charCodeAt(at: number): number {
      looks += 1;
      return text.charCodeAt(at);
    },
    codePointAt(at: number): number | undefined {
      looks += 1;
      return text.codePointAt(at);
    },
  };
  const counting = <Numbers extends object>(numbers: Numbers): Numbers =>
    new Proxy(numbers, {
      get(own, key) {
        states += 1;
        return Reflect.get(own, key);
      },
    });
  const { edges } = automaton;
  const lookUp = edges.get.bind(edges);
  const dense = isDense && automaton.dense !== null ? counting(automaton.dense) : null;
  Object.assign(automaton, {
    dense,
    ends: counting(automaton.ends),
    nextEnds: counting(automaton.nextEnds),
    shortcuts: counting(automaton.shortcuts),
    failures: counting(automaton.failures),
    edges: Object.assign(edges, {
      get(edge: number): number | undefined {
        states += 1;
        return lookUp(edge);
      },
    }),
  });
  automaton.search(counted as unknown as string, NO_RULE, []);
  return { looks, states };
}
