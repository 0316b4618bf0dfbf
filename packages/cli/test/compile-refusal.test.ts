import { link, noOtherFiles, parse } from "@responses/dsl";
import { expect, test } from "vitest";
import { compileAsText } from "../src/report/compile-text.js";
import { concludeCompile } from "../src/report/conclusion.js";
import type { CompileReport } from "../src/runs/compile-run.js";
import { styleFor } from "../src/terminal/style.js";

/* No format refuses anything yet, so the report is made up. */

const TEXT = 'success status 201\nreject word "dup" as Duplicate\n';

function refusedReport(): CompileReport {
  const linked = link(parse("acme.responses", TEXT), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  const { source } = linked.mapping.file.tree;
  const start = TEXT.indexOf("reject");
  const refusal = {
    file: "acme.responses",
    span: { start, end: TEXT.length - 1 },
    line: 2,
    message: "this rule cannot be compiled to the format: it has no words",
  };
  return {
    files: [],
    refused: 1,
    errors: [],
    refusals: [refusal],
    problems: [],
    sourceOf: () => source,
  };
}

test("a rule that the format cannot express is shown with its place and the reason", () => {
  const page = { style: styleFor({ isTTY: false }, {}), width: 80 };
  expect(compileAsText(refusedReport(), page)).toEqual([
    "acme.responses:2:1 error",
    "  this rule cannot be compiled to the format: it has no words",
    '  2 | reject word "dup" as Duplicate',
    "    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    "",
  ]);
});

test("a run with such a rule ends as one with an error", () => {
  const { exitCode, line } = concludeCompile(refusedReport(), false);
  expect(exitCode).toBe(1);
  expect(line).toContain("refused 1 with 1 error");
});
