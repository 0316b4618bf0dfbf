import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { fieldBodies } from "../bench/match/made/field-bodies.mjs";
import { keywords } from "../bench/match/made/keywords.mjs";
import { bodiesOf } from "../bench/match/made/text-bodies.mjs";

/* What the benchmark of matching measures is what its tables say. Run `npm run build` first (`npm test` does). */

const run = fileURLToPath(new URL("../bench/run.mjs", import.meta.url));
const bench = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [run, "match", ...words]);

const folder = mkdtempSync(join(tmpdir(), "responses-bench-match-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no text that rules look for holds another, whatever its case", () => {
  const folded = keywords(10_000).map((text) => text.toLowerCase());
  const all = new Set(folded);
  expect(all.size).toBe(10_000);
  for (const text of folded) {
    expect(text.length).toBeGreaterThanOrEqual(5);
    expect(text.length).toBeLessThanOrEqual(25);
    const isInside = (start: number) =>
      Array.from({ length: text.length - start }, (_, n) => text.slice(start, start + n + 1)).some(
        (part) => part !== text && all.has(part),
      );
    expect(Array.from(text).some((_, start) => isInside(start))).toBe(false);
  }
});

describe.each([100, 1000, 10_000])("bodies of %d bytes", (size) => {
  const texts = keywords(1000);
  const decidingIn = (body: string) => {
    const folded = body.toLowerCase();
    return texts.findIndex((text) => folded.includes(text.toLowerCase()));
  };

  test.each([
    ["early", 0],
    ["late", 999],
    ["none", -1],
  ] as const)("hit %s", (hit, rule) => {
    const bodies = bodiesOf(size, hit, texts);
    expect(bodies.map((body) => body.length)).toEqual(bodies.map(() => size));
    expect(bodies.map(decidingIn)).toEqual(bodies.map(() => rule));
  });

  test("with fields can be read, and are not much longer", () => {
    const { inputs, expected } = fieldBodies("json", size, texts.slice(0, 10), 5);
    const deciding = inputs.map((body) => {
      const values = Object.values<string>(JSON.parse(body).result).map((value) => value.toLowerCase());
      return texts.findIndex((text) => values.includes(text.toLowerCase()));
    });
    expect(deciding).toEqual(expected);
    for (const body of inputs) expect(body.length).toBeLessThanOrEqual(Math.max(size, 250));
  });
});

describe("the page of figures", () => {
  const words = ["--quick", "--table", "texts", "--rules", "3", "--sizes", "100", "--hits", "none"];

  test("gets the table in its place, and keeps the rest", async () => {
    const page = join(folder, "page.md");
    const place = (inside: string) =>
      `# Ours\n\n<!-- bench texts -->\n${inside}<!-- /bench -->\n\nBecause.\n`;
    writeFileSync(page, place("old\n"));
    await bench(...words, "--write", page);
    const written = readFileSync(page, "utf8");
    const [before = "", table = "", after = ""] = written.split(/<!-- .*bench.* -->\n/);
    expect([before, after]).toEqual(["# Ours\n\n", "\nBecause.\n"]);
    expect(table).toContain(`\`npm run bench match -- ${words.join(" ")}\``);
    expect(table).toMatch(/^\| 3 \| none \| 100 B \| \d/m);
    expect(table).not.toContain("old");
  }, 60_000);

  test("without a place for the table is refused before anything is measured", async () => {
    const page = join(folder, "without.md");
    writeFileSync(page, "# Ours\n");
    await expect(bench(...words, "--write", page)).rejects.toThrow("has no place for texts");
    expect(readFileSync(page, "utf8")).toBe("# Ours\n");
  });
});
