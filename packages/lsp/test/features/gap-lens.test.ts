import type { Gap } from "@responses/dsl";
import { run } from "@responses/testing/command";
import { finish } from "@responses/testing/finish";
import { EXAMPLES, exampleFiles } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";
import { recordGaps } from "../../src/features/code-actions/actions/recorded-gaps.js";
import { gapLensOf, gapsOf } from "../../src/features/gap-lens.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/* What the lens says of the examples of the repository is what `responses check --gaps` says, and it can be recorded. */

interface Report {
  readonly gaps: readonly { readonly file: string; readonly field: string; readonly example: string }[];
}

function recorded(document: AnalysedDocument, gaps: readonly Gap[]): string {
  const { text } = document.file.tree.source;
  const [edit, ...others] = recordGaps(document, gaps)?.edits ?? [];
  expect(others).toEqual([]);
  if (edit === undefined) return text;
  return text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

test("the lens has the number of the command, and what is recorded passes and is a gap no more", async () => {
  const files = Object.fromEntries(exampleFiles().map(({ name, text }) => [name, text]));
  const { stdout } = await run(["check", "--gaps", "--format", "json", "."], { cwd: EXAMPLES });
  const report: Report = JSON.parse(stdout);
  const workspace = workspaceOf(files);
  let count = 0;
  for (const [name, text] of Object.entries(files)) {
    const document = await openDocument(workspace, name, text);
    const found = finish(gapsOf(document));
    const { gaps } = found;
    const said = report.gaps.filter(({ file }) => file === name);
    expect(gaps.map(({ field, example }) => [field, example])).toEqual(
      said.map(({ field, example }) => [field, example]),
    );
    const titles = gapLensOf(document, found).map(({ command }) => command?.title);
    const words =
      gaps.length > 2 ? `, and ${gaps.length - 2} more ` : gaps.length === 1 ? "(add it as" : "of these";
    expect(titles).toEqual(gaps.length === 0 ? [] : [expect.stringContaining(words)]);
    if (gaps.length === 0) continue;
    count += gaps.length;
    const after = await openDocument(workspace, name, recorded(document, gaps));
    const results = (after.usable?.run.results ?? []).filter(
      ({ example }) => example.model.verdict.outcome === "unmapped",
    );
    expect(results.length).toBeGreaterThanOrEqual(gaps.length);
    expect(results.filter(({ difference }) => difference !== null)).toEqual([]);
    expect(finish(gapsOf(after))).toEqual({ gaps: [], left: 0 });
  }
  expect(count).toBeGreaterThan(10);
});

test("what is recorded keeps the file's line ends and stands behind its last example", async () => {
  const text = `success json "$.s" exact "NEW"\r\nexample '{"s":"NEW"}' is success\r\n# The end.\r\n`;
  const document = await openDocument(workspaceOf({}), "acme.responses", text);
  expect(recorded(document, finish(gapsOf(document)).gaps)).toBe(
    text.replace("# The end", `example made-up '{"s":"OTHER"}' is unmapped\r\n# The end`),
  );
});

test("the lens tells how many fields were not gone through", async () => {
  const rules = Array.from({ length: 203 }, (_, number) => `success json "$.f${number}" exact "yes"\n`);
  const document = await openDocument(workspaceOf({}), "acme.responses", rules.join(""));
  const [lens] = gapLensOf(document, finish(gapsOf(document)));
  expect(lens?.command?.title).toMatch(
    /^No rule would take: .*, and 198 more \(add made-up examples of these\); 3 fields not gone through$/,
  );
});
