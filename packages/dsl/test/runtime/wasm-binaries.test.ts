import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { roomOfScanner, scannerSource } from "../../scripts/scanner-source.mjs";

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

/** The numbers that a scanner and who calls it must have in common, and where each stands there. */
test.each([
  ["SCAN_INPUT", "INPUT"],
  ["SCAN_INPUT_SIZE", "INPUT_SIZE"],
  ["SCAN_HITS", "HITS"],
  ["SCAN_HIT_COUNT", "HIT_COUNT"],
  ["SCAN_WORD_RANGES", "WORD_RANGES"],
  ["SCAN_DECIDES", "DECIDES"],
  ["SCAN_WORD", "WORD"],
])("%s is the scanner's %s", (ours, theirs) => {
  const numberOf = (path: string, name: string): string | undefined =>
    new RegExp(`const ${name}(?:: \\w+)? = (\\d+);`).exec(readFileSync(path, "utf8"))?.[1];
  const own = numberOf(`${folder("src/runtime")}text-scan-exports.ts`, ours);
  expect(own).toBeDefined();
  expect(numberOf(`${folder("wasm")}parts/text-tables.ts`, theirs)).toBe(own);
});

describe.each(scanners)("the scanner %s", (file) => {
  const name = file.replace(/\.ts$/, "");
  const generated = readFileSync(
    `${folder(`src/${roomOfScanner(name)}`)}${name}-binary.generated.ts`,
    "utf8",
  );

  test("is compiled from the source as it is: `npm run wasm` compiles it again", () => {
    const source = createHash("sha256")
      .update(scannerSource(folder("wasm"), name))
      .digest("hex");
    expect(generated).toContain(`// source ${source}\n`);
  });

  test("is shared by the modules of a realm under a key that tells its bytes", () => {
    const [, key = "", base64 = ""] = /key: "([^"]*)",\n {2}base64: "([^"]*)"/.exec(generated) ?? [];
    const hash = createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");
    expect(key).toBe(`responses ${file.replace(/\.ts$/, "")} ${hash.slice(0, 16)}`);
  });

  test(`imports nothing, and is smaller than ${MOST_BYTES} bytes`, () => {
    const [, base64 = ""] = /base64: "([^"]*)"/.exec(generated) ?? [];
    const binary = Buffer.from(base64, "base64");
    expect(binary.length).toBeLessThan(MOST_BYTES);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(binary))).toEqual([]);
  });
});
