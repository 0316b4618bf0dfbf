import { compile } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { compileDocument } from "../../src/features/compile.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

const TEXT = 'success keyword "sold"\nexample "sold" is success\n';

describe("compiling a document", () => {
  test("gives the files that the command writes, under its names", async () => {
    const document = await openDocument(workspaceOf({}), "buyers/acme.responses", TEXT);
    const esm = compileDocument(document, "esm");
    expect(namesIn(esm)).toEqual(["acme.responses.mjs", "acme.responses.d.mts"]);
    expect(namesIn(compileDocument(document, "cjs"))).toEqual(["acme.responses.cjs", "acme.responses.d.cts"]);
    expect(namesIn(compileDocument(document, "json"))).toEqual(["acme.responses.json"]);
    if (document.linked.kind !== "mapping") throw new Error("the mapping is refused");
    const compiled = compile(document.linked.mapping, { format: "esm", source: "acme.responses" });
    if (compiled.kind !== "compiled") throw new Error("the format cannot express it");
    expect(esm.kind === "compiled" && esm.files[0]?.content).toBe(compiled.code);
  });

  test("follows includes, unsaved ones too", async () => {
    const workspace = workspaceOf({ "shared.responses": 'reject keyword "old"\n' });
    workspace.open("file:///project/shared.responses", 1, 'reject keyword "unsaved"\n');
    const document = await openDocument(workspace, "acme.responses", `include "shared.responses"\n${TEXT}`);
    const result = compileDocument(document, "json");
    expect(result.kind === "compiled" && result.files[0]?.content).toContain('"unsaved"');
  });

  test("is refused with the reasons where the mapping is", async () => {
    const document = await openDocument(workspaceOf({}), "acme.responses", `${TEXT}reject keyword\n`);
    expect(compileDocument(document, "esm")).toEqual({
      kind: "refused",
      reasons: [expect.stringContaining("keyword")],
    });
  });
});

function namesIn(result: ReturnType<typeof compileDocument>): readonly string[] {
  return result.kind === "compiled" ? result.files.map(({ name }) => name) : [];
}
