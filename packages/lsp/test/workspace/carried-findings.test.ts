import type { Finding } from "@responses/dsl";
import { fixWithLazyKind } from "@responses/dsl/editor";
import { expect, test } from "vitest";
import { carriedFindings } from "../../src/workspace/repair/carried-findings.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

test("what a finding's fixes are is not worked out while it is carried over", async () => {
  const workspace = workspaceOf({});
  const text = 'success keyword "valid"\nreject word "no" as No\n';
  await openDocument(workspace, "a.responses", text);
  workspace.change(uriOf("a.responses"), 2, [{ text: text.replace("reject word", "reject wo") }]);
  const document = await workspace.analysed(uriOf("a.responses"));
  if (document === null || document.usable === null) throw new Error("there is no mapping");
  const span = { start: 8, end: 15 };
  let asked = 0;
  const fix = fixWithLazyKind({ title: "Write word" }, [{ span, newText: "word" }], () => {
    asked++;
    return "automatic";
  });
  const { path: file } = document.usable.mapping.file;
  const parameters = { problem: "needless", found: "keyword" } as const;
  const finding: Finding = {
    name: "syntax",
    parameters,
    file,
    span,
    related: [],
    witness: null,
    fixes: [fix],
  };
  const [carried] = carriedFindings([finding], document.usable, []);
  expect(asked).toBe(0);
  expect(carried?.fixes).toEqual([{ title: "Write word", kind: "automatic", edits: fix.edits }]);
});
