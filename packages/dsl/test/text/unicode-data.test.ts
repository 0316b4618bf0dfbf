import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const packageFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the committed data are what the generator makes of the Unicode files", () => {
  const script = packageFile("scripts/generate-unicode-data.mjs");
  const generated = execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" });
  expect(readFileSync(packageFile("src/text/unicode-data.ts"), "utf8")).toBe(generated);
});
