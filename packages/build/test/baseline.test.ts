import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";
import { compileFile } from "../src/core/compile-file.js";
import { inputFiles } from "../src/core/mapping-inputs.js";

const TEXT = `success keyword "valid"
success keyword "valid"
reject exact "no" as Reason
example "it is valid" is success
example "no" is reject Reason
`;

function problemsOf(path: string): readonly string[] {
  return compileFile(path).problems.map(({ severity, name, message }) => `${severity} ${name ?? message}`);
}

test("a build leaves out what the baseline lists, also errors, and fails where it cannot be used", async () => {
  const cwd = folderWith({ "a.responses": TEXT });
  const path = join(cwd, "a.responses");
  const baseline = join(cwd, "responses.baseline.json");
  const found = problemsOf(path);
  expect(found).toEqual(["warning keyword-inside-word", "error unreachable-rule"]);
  expect((await run(["check", "--write-baseline"], { cwd })).exitCode).toBe(0);
  expect(problemsOf(path)).toEqual(found);
  expect(inputFiles(path)).not.toContain(baseline);

  writeFileSync(join(cwd, "responses.config.json"), '{ "baseline": "responses.baseline.json" }');
  expect(compileFile(path)).toMatchObject({ kind: "compiled", problems: [] });
  expect(inputFiles(path)).toContain(baseline);
  expect(compileFile(path).watched).toContain(baseline);

  writeFileSync(baseline, "{");
  expect(compileFile(path)).toMatchObject({
    kind: "refused",
    problems: [
      {
        path: baseline,
        message: 'the baseline cannot be used: a name in double quotes is missing, as in "severity": …',
        place: { line: 1, column: 1 },
      },
    ],
  });
  rmSync(baseline);
  expect(compileFile(path).kind).toBe("refused");
});
