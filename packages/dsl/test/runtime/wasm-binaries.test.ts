import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { roomOfScanner, scannerSource } from "../../scripts/scanner-source.mjs";
// Imports internals: what reads the bytes of a scanner is asked what they are.
import { bytesOfCharacters } from "../../src/runtime/wasm-instance.js";

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}/`, import.meta.url));
const scanners = readdirSync(folder("wasm")).filter((file) => file.endsWith(".ts"));

/** What Node has of WebAssembly; its declarations come with those of browsers. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: (new (bytes: Uint8Array) => object) & { imports(module: object): readonly unknown[] };
  };
};

/** Chromium refuses to compile larger ones at once on a page's main thread; other hosts have no such bound. */
const MOST_BYTES = 4096;
/** The command's alone, which no page runs: the compiler may copy functions into their callers. */
const MOST_BYTES_FOR_COMMAND = 8192;

/** The numbers that a scanner and who calls it must have in common, and where each stands there. */
const COMMON = [
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_INPUT", "INPUT"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_INPUT_SIZE", "INPUT_SIZE"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_HITS", "HITS"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_HIT_COUNT", "HIT_COUNT"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_WORD_RANGES", "WORD_RANGES"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_DECIDES", "DECIDES"]],
  ["text-scan-exports.ts", "parts/text-tables.ts", ["SCAN_WORD", "WORD"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_INPUT", "INPUT"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_INPUT_SIZE", "INPUT_SIZE"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_TABLES_SIZE", "TABLES_SIZE"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_STEPS_LEFT", "STEPS_LEFT"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_WINDOW_SIZE_BITS", "WINDOW_SIZE_BITS"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_TEXTS_AT", "TEXTS"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_TEXT_SIZE_BITS", "TEXT_SIZE_BITS"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_FIRST_WINDOWS_AT", "FIRST_WINDOWS"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_PAIRS_AT", "PAIRS"]],
  ["few-text-scan.ts", "few-text-scan.ts", ["FEW_PAIR_SIZE", "PAIR_SIZE"]],
] as const;

test.each(COMMON)("%s and %s agree on %j", (caller, scanner, [ours, theirs]) => {
  const numberOf = (path: string, name: string): string | undefined =>
    new RegExp(`const ${name}(?:: \\w+)? = (\\d+);`).exec(readFileSync(path, "utf8"))?.[1];
  const own = numberOf(`${folder("src/runtime")}${caller}`, ours);
  expect(own).toBeDefined();
  expect(numberOf(`${folder("wasm")}${scanner}`, theirs)).toBe(own);
});

describe.each(scanners)("the scanner %s", (file) => {
  const name = file.replace(/\.ts$/, "");
  const generated = readFileSync(
    `${folder(`src/${roomOfScanner(name)}`)}${name}-binary.generated.ts`,
    "utf8",
  );
  const [, literal = '""'] = /characters: ("[^\n]*"),/.exec(generated) ?? [];
  const binary = bytesOfCharacters(JSON.parse(literal) as string, new TextEncoder());

  test("is compiled from the source as it is: `npm run wasm` compiles it again", () => {
    const source = createHash("sha256")
      .update(scannerSource(folder("wasm"), name))
      .digest("hex");
    expect(generated).toContain(`// source ${source}\n`);
  });

  test("is shared by the modules of a realm under a key that tells its bytes", () => {
    const hash = createHash("sha256").update(binary).digest("hex");
    expect(/key: "([^"]*)"/.exec(generated)?.[1]).toBe(
      `responses ${file.replace(/\.ts$/, "")} ${hash.slice(0, 16)}`,
    );
  });

  const mostBytes = name === "ndjson-scan" ? MOST_BYTES_FOR_COMMAND : MOST_BYTES;
  test(`imports nothing, and is smaller than ${mostBytes} bytes`, () => {
    expect(binary.length).toBeLessThan(mostBytes);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(binary))).toEqual([]);
  });
});
