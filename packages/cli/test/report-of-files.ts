import { link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import type { ComparedFile } from "../src/runs/compared-file.js";
import type { DiffReport } from "../src/runs/diff-run.js";

/* What `responses diff` reports of files that are texts in a test. */

export function mappingOf(path: string, text: string): Mapping {
  const linked = link(parse(path, text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

export function reportOf(
  files: readonly ComparedFile[],
  problems: DiffReport["problems"] = [],
  name = "main",
): DiffReport {
  const treeOf = () => parse("", "").tree;
  const side = { name, commit: "0123456789".repeat(4), errors: [], sourceOf: () => treeOf().source, treeOf };
  return {
    before: side,
    after: { ...side, name: "the working tree", commit: null },
    files,
    notes: [],
    problems,
    tellsAll: false,
    leftOut: [],
    acceptance: null,
  };
}
