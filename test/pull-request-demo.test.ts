import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/* `npm run demo:pull-request`: run `npm run build` first (`npm test` does). */
test("the demonstration of a pull request says which sales come about, and which examples fail", async () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  await promisify(execFile)(process.execPath, [join(root, "scripts/pull-request-demo.mjs")]);
  const written = (name: string): string => readFileSync(join(root, "artefacts/pull-request", name), "utf8");

  const summary = written("summary.md");
  expect(summary).toContain(
    "- **Now counted as a sale, and not before**: 3 recorded responses and 2 made-up\n",
  );
  expect(summary).toContain("**3 of 5 examples now fail**");
  // What comes stands above what was made up, and what hardly ever comes below all.
  expect(summary).toMatch(
    /recorded as the example `again` in line 15[\s\S]*, made up\n[\s\S]*- Because of line 8[\s\S]*, made up\n[\s\S]*\\u0061ccepted/,
  );
  expect(written("summary.html")).toContain("<h2");

  const annotations = written("annotations.txt").trimEnd().split("\n");
  expect(annotations.filter((line) => line.startsWith("::error ")).length).toBe(3);
  for (const line of annotations.filter((line) => line.startsWith("::warning ")))
    expect(line).not.toContain("\\u0061");
  const sarif = JSON.parse(written("reports/check.sarif"));
  expect(sarif.runs[0].results.map(({ ruleId }: { readonly ruleId: string }) => ruleId).sort()).toEqual([
    "example-fails",
    "example-fails",
    "example-fails",
    "keyword-inside-word",
    "untested-rule",
  ]);
});
