import { expect, test } from "vitest";
import { openDocument, uriOf, workspaceOf } from "./support/memory-workspace.js";

test("an included file that is not open is read, and its rules count", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject word "dup" as Duplicate\n' });
  const document = await openDocument(
    workspace,
    "acme.responses",
    'success status 201\ninclude "common.responses"\nexample 200 "a dup" is reject Duplicate\nexample 201 "" is success\n',
  );
  expect(document.findings.map(({ finding }) => finding.name)).toEqual([]);
  expect(document.meaning?.run.results.map(({ verdict }) => verdict.outcome)).toEqual(["reject", "success"]);
});

test("a dependant is analysed again when an included buffer changes", async () => {
  const seen: string[] = [];
  const workspace = workspaceOf(
    { "common.responses": 'reject word "dup" as Duplicate\n' },
    { onAnalysed: ({ file, findings }) => seen.push(`${file.path}: ${findings.length}`) },
  );
  const text =
    'success status 201\ninclude "common.responses"\nexample 200 "a dup" is reject Duplicate\nexample 201 "" is success\n';
  await openDocument(workspace, "acme.responses", text);
  await openDocument(workspace, "common.responses", 'reject word "double" as Duplicate\n');
  await workspace.settled();
  expect(seen).toContain("acme.responses: 0");
  expect(seen.at(-1)).not.toBe("acme.responses: 0");
  expect(
    (await workspace.analysed(uriOf("acme.responses")))?.findings.map(({ finding }) => finding.name),
  ).toContain("example-fails");
});

test("while a statement is broken the mapping means what it meant last", async () => {
  const workspace = workspaceOf({});
  const good = 'success keyword "valid"\nreject word "no" as No\nexample 200 "it is valid" is success\n';
  const before = await openDocument(workspace, "a.responses", good);
  const broken = good.replace("reject word", "\nreject wo");
  workspace.change(uriOf("a.responses"), 2, [{ text: broken }]);
  const after = await workspace.analysed(uriOf("a.responses"));
  expect(after?.meaning?.brokenAt?.line).toBe(2);
  const names = (shown: typeof before.findings | undefined) => shown?.map(({ finding }) => finding.name);
  expect(names(before.findings)).toEqual(["keyword-inside-word", "untested-rule"]);
  expect(names(after?.findings)).toEqual(["keyword-inside-word", "syntax"]);
  const [rule] = after?.file.tree.statements ?? [];
  expect(rule === undefined ? null : after?.meaning?.ruleOf(rule)).not.toBeNull();
});
