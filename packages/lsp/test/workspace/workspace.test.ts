import { expect, test } from "vitest";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

function namesOf(document: AnalysedDocument | null): readonly string[] | undefined {
  return document?.findings.map(({ finding }) => finding.name);
}

test("an included file that is not open is read, and its rules count", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject word "dup" as Duplicate\n' });
  const document = await openDocument(
    workspace,
    "acme.responses",
    'success status 201\ninclude "common.responses"\nexample 200 "a dup" is reject Duplicate\nexample 201 "" is success\n',
  );
  expect(document.findings.map(({ finding }) => finding.name)).toEqual([]);
  expect(document.usable?.run.results.map(({ verdict }) => verdict.outcome)).toEqual(["reject", "success"]);
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
  expect(after?.usable?.brokenAt?.line).toBe(2);
  const names = (shown: typeof before.findings | undefined) => shown?.map(({ finding }) => finding.name);
  expect(names(before.findings)).toEqual(["success-before-reject", "keyword-inside-word", "untested-rule"]);
  expect(names(after?.findings)).toEqual(["success-before-reject", "keyword-inside-word", "syntax"]);
  const [rule] = after?.file.tree.statements ?? [];
  expect(rule === undefined ? null : after?.usable?.ruleOf(rule)).not.toBeNull();
});

test("a buffer that was never saved is checked like any file; it can include nothing", async () => {
  const workspace = workspaceOf({ "common.responses": "success status 201\n" });
  workspace.open("untitled:Untitled-1", 1, 'include "common.responses"\nsuccess keyword "valid"\n');
  const document = await workspace.analysed("untitled:Untitled-1");
  expect(document?.uri).toBe("untitled:Untitled-1");
  expect(namesOf(document)).toEqual(["include-missing"]);
  workspace.change("untitled:Untitled-1", 2, [{ text: 'success keyword "not sold"\n' }]);
  expect(namesOf(await workspace.analysed("untitled:Untitled-1"))).toEqual(["untested-rule"]);
});

test.each([
  ["half a character", "\ud800"],
  ["what begins like a machine", "//acme/x"],
  ["a file of the machine", "file:////x"],
])("an include of %s in a buffer without a folder leads nowhere", async (_, include) => {
  const workspace = workspaceOf({});
  workspace.open("untitled:Untitled-1", 1, `include "${include}"\nsuccess status 2xx\n`);
  expect(namesOf(await workspace.analysed("untitled:Untitled-1"))).toContain("include-missing");
});

test("an unsaved text wins over the file, and the file counts again when the editor closes it", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject word "dup" as Duplicate\n' });
  const text =
    'success status 201\ninclude "common.responses"\nexample 200 "a dup" is reject Duplicate\nexample 201 "" is success\n';
  await openDocument(workspace, "acme.responses", text);
  await openDocument(workspace, "common.responses", 'reject word "double" as Duplicate\n');
  expect(namesOf(await workspace.analysed(uriOf("acme.responses")))).toContain("example-fails");
  workspace.close(uriOf("common.responses"));
  expect(namesOf(await workspace.analysed(uriOf("acme.responses")))).toEqual([]);
});

test("files that come, change and go outside of the editor are noticed", async () => {
  const files = new Map<string, string>();
  const workspace = workspaceOf(files);
  const text = 'include "common.responses"\nsuccess status 201\nexample 201 "" is success\n';
  expect(namesOf(await openDocument(workspace, "acme.responses", text))).toEqual(["include-missing"]);
  files.set("common.responses", 'reject word "dup" as Duplicate\n');
  workspace.filesChanged([uriOf("common.responses")]);
  expect(namesOf(await workspace.analysed(uriOf("acme.responses")))).toEqual([]);
  files.delete("common.responses");
  workspace.filesChanged([uriOf("common.responses")]);
  expect(namesOf(await workspace.analysed(uriOf("acme.responses")))).toEqual(["include-missing"]);
});

test("the nearest project file says how grave findings are, whether stored or being edited", async () => {
  const files = new Map([["responses.config.json", '{"severity":{"keyword-inside-word":"off"}}']]);
  const workspace = workspaceOf(files);
  const text = 'success keyword "valid"\nexample 200 "valid" is success\n';
  expect(namesOf(await openDocument(workspace, "deep/in/acme.responses", text))).toEqual([]);
  workspace.open(uriOf("responses.config.json"), 1, '{"severity":{"keyword-inside-word":"hint"}}');
  const hinted = await workspace.analysed(uriOf("deep/in/acme.responses"));
  expect(hinted?.findings.map(({ severity }) => severity)).toEqual(["hint"]);
  workspace.change(uriOf("responses.config.json"), 2, [{ text: '{"ignore":["deep/"]}' }]);
  const ignored = await workspace.analysed(uriOf("deep/in/acme.responses"));
  expect(ignored?.settings.isIgnored).toBe(true);
  expect(namesOf(ignored)).toEqual([]);
  expect(ignored?.usable?.run.results).toHaveLength(1);
});

test("in several folders files are called by folder and path, and every file keeps its own name", async () => {
  const workspace = workspaceOf(new Map([["one/a.responses", "success status 201\n"]]));
  workspace.setFolders([uriOf("one"), uriOf("two")]);
  const [document] = await workspace.allDocuments();
  expect(document?.file.path).toBe("one/a.responses");
  expect(workspace.uriOf("one/a.responses")).toBe(uriOf("one/a.responses"));
});

test("documents connected by includes are found from either end, open or not", async () => {
  const workspace = workspaceOf(
    new Map([
      ["a.responses", 'include "shared/common.responses"\n'],
      ["b.responses", 'include "shared/common.responses"\n'],
      ["shared/common.responses", 'include "deep.responses"\n'],
      ["shared/deep.responses", "success status 201\n"],
      ["alone.responses", "success status 201\n"],
    ]),
  );
  const connected = await workspace.connectedDocuments(uriOf("shared/deep.responses"));
  expect(connected.map(({ file }) => file.path).sort()).toEqual([
    "a.responses",
    "b.responses",
    "shared/common.responses",
    "shared/deep.responses",
  ]);
});

test.each([
  ["utf-16", 2],
  ["utf-8", 4],
  ["utf-32", 1],
] as const)("edits count columns in %s, behind an emoji and a byte order mark", async (unit, width) => {
  const workspace = workspaceOf({}, { unit });
  workspace.open(uriOf("a.responses"), 1, '\ufeffsuccess word "😀x"\r\n');
  const mark = unit === "utf-8" ? 3 : 1;
  const before = { line: 0, character: mark + 14 + width };
  workspace.change(uriOf("a.responses"), 2, [
    { range: { start: before, end: { ...before, character: before.character + 1 } }, text: "y" },
  ]);
  expect(workspace.textOf(uriOf("a.responses"))).toBe('\ufeffsuccess word "😀y"\r\n');
  const document = await workspace.document(uriOf("a.responses"));
  const offset = '\ufeffsuccess word "😀'.length;
  expect(document?.positions.positionAt(offset)).toEqual(before);
  expect(document?.positions.offsetAt(before)).toBe(offset);
});

test("a broken statement in an included file leaves the mapping as it was last, and says where it is broken", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject word "dup" as Duplicate\n' });
  const text =
    'success status 201\ninclude "common.responses"\nexample 200 "a dup" is reject Duplicate\nexample 201 "" is success\n';
  await openDocument(workspace, "acme.responses", text);
  await openDocument(workspace, "common.responses", "reject wo");
  const document = await workspace.analysed(uriOf("acme.responses"));
  expect(namesOf(document)).toEqual(["include-broken"]);
  expect(document?.usable?.brokenAt?.uri).toBe(uriOf("common.responses"));
  expect(document?.usable?.run.results.every(({ difference }) => difference === null)).toBe(true);
});

test("a text that is closed and opened again while it is analysed is told of once, as it is then", async () => {
  const seen: (number | null)[] = [];
  const workspace = workspaceOf({}, { onAnalysed: ({ version }) => seen.push(version) });
  workspace.open(uriOf("a.responses"), 1, "success status 201\n");
  const asked = workspace.analysed(uriOf("a.responses"));
  workspace.close(uriOf("a.responses"));
  workspace.open(uriOf("a.responses"), 7, "success status 202\n");
  expect((await asked)?.version).toBe(7);
  await workspace.settled();
  expect(seen).toEqual([7]);
});

test("to store a text that is open changes nothing; one that is not open is read again", async () => {
  const seen: string[] = [];
  const files = new Map([["common.responses", 'reject word "dup" as Duplicate\n']]);
  const workspace = workspaceOf(files, { onAnalysed: ({ file }) => seen.push(file.path) });
  await openDocument(workspace, "acme.responses", 'include "common.responses"\nsuccess status 201\n');
  seen.length = 0;
  files.set("acme.responses", 'include "common.responses"\nsuccess status 201\n');
  workspace.filesChanged([uriOf("acme.responses")]);
  await workspace.settled();
  expect(seen).toEqual([]);
  workspace.filesChanged([uriOf("common.responses")]);
  await workspace.settled();
  expect(seen).toEqual(["acme.responses"]);
});
