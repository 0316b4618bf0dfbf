import { Session } from "node:inspector";
import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { mappingOf } from "@responses/testing/random-mappings";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CompiledModule,
  LOADED_MODULE,
  loadCompiled,
  loadWithoutWasm,
} from "../support/compiled-module.js";

/*
 * What a compiled module does for a body grows with its length, whatever the body. The engine counts how often functions and blocks of
 * the module run, so that nothing depends on the machine.
 */

const SIZES = [8_192, 16_384] as const;

/** Growth for twice the length; some work comes in steps. */
const MOST_GROWTH = 2.3;

/** So many more may come on top: some things are made when they are first needed, and some bodies are read in large pieces. */
const LITTLE = 100_000;

const session = new Session();

beforeAll(() => {
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
});

afterAll(() => {
  session.disconnect();
});

/** How often functions and blocks of modules have run since it was asked last. */
function takeCount(): number {
  let count = 0;
  session.post("Profiler.takePreciseCoverage", (error, coverage) => {
    if (error !== null) throw error;
    for (const { url, functions } of coverage.result) {
      if (url !== LOADED_MODULE) continue;
      for (const { ranges } of functions) for (const range of ranges) count += range.count;
    }
  });
  return count;
}

function workOf({ match }: CompiledModule, body: string | Uint8Array): number {
  takeCount();
  match({ status: 200, body });
  return takeCount();
}

describe.each([
  ["with WebAssembly", loadCompiled],
  ["without WebAssembly", loadWithoutWasm],
])("%s", (_, load) => {
  test.each(HOSTILE_FAMILIES)("$name", ({ mapping, body: bodyOf }) => {
    const module = load(mappingOf(mapping));
    // The scanner is made for the third search.
    for (let run = 0; run < 3; run++) module.match({ status: 200, body: bodyOf(1000) });
    const [short, long] = SIZES.map((size) => workOf(module, bodyOf(size))) as [number, number];
    expect(long).toBeGreaterThan(0);
    expect(long).toBeLessThanOrEqual(MOST_GROWTH * short + LITTLE);
  });
});
