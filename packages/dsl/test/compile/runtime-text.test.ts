import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const packageFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the committed text of the runtime is what the generator makes of its sources", () => {
  const script = packageFile("scripts/generate-runtime-text.mjs");
  const generated = execFileSync(process.execPath, [script, "--print"], { encoding: "utf8", maxBuffer: 1e8 });
  expect(readFileSync(packageFile("src/compile/javascript/runtime-text.generated.ts"), "utf8")).toBe(
    generated,
  );
});
