import { link, noOtherFiles, parse } from "@responses/dsl";
import { expect, test } from "vitest";
import { concludeOutputs } from "../src/report/conclusion.js";
import { outputsAsText } from "../src/report/outputs-text.js";
import type { OutputReport } from "../src/runs/output-run.js";
import { styleFor } from "../src/terminal/style.js";

/* No format refuses anything yet, so the report is made up. */

const TEXT = 'success status 201\nreject word "dup" as Duplicate\n';

function refusedReport(): OutputReport {
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
    ofAll: [],
    leftovers: [],
    areLeftoversRemoved: false,
    check: false,
    refused: 1,
    errors: [],
    refusals: [refusal],
    problems: [],
    sourceOf: () => source,
  };
}

test("a rule that the format cannot express is shown with its place and the reason", () => {
  const page = { style: styleFor({ isTTY: false }, {}), width: 80 };
  expect(outputsAsText(refusedReport(), page)).toEqual([
    "acme.responses:2:1 error",
    "  this rule cannot be compiled to the format: it has no words",
    '  2 | reject word "dup" as Duplicate',
    "    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    "",
  ]);
});

test("a run with such a rule ends as one with an error", () => {
  const { exitCode, line } = concludeOutputs(refusedReport(), "compiled", false);
  expect(exitCode).toBe(1);
  expect(line).toContain("refused 1 with 1 error");
});
