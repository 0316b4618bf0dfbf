import { expect, test } from "vitest";
import type { CommittedFiles } from "../../src/workspace/files/committed-files.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/* What is kept of the files that documents are compared with, and what is not asked any more. */

const TEXT = 'success keyword "sold"\n';
const NAME = "acme.responses";

/** A workspace whose HEAD has what is saved, and which files were read there. */
function committedWorkspace(): { readonly workspace: Workspace; readonly read: string[] } {
  const read: string[] = [];
  const committed: CommittedFiles = {
    head: async () => ({
      kind: "commit",
      name: "c".repeat(40),
      read: async (uri) => {
        read.push(uri);
        return { kind: "bytes", bytes: new TextEncoder().encode(TEXT) };
      },
      formerUri: async () => null,
    }),
  };
  return { workspace: workspaceOf({ [NAME]: TEXT }, { committed }), read };
}

async function compareWithHead(workspace: Workspace, nextTurn = async () => {}): Promise<void> {
  const document = await workspace.document(uriOf(NAME));
  if (document === null) throw new Error("there is no document");
  expect((await workspace.baseOf(document, "head", nextTurn)).kind).toBe("mapping");
}

test("what HEAD has is kept while a document is open, and of a closed one nothing is", async () => {
  const { workspace, read } = committedWorkspace();
  await openDocument(workspace, NAME, TEXT);
  await compareWithHead(workspace);
  await compareWithHead(workspace);
  expect(read).toEqual([uriOf(NAME)]);
  workspace.close(uriOf(NAME));
  await compareWithHead(workspace);
  await compareWithHead(workspace);
  expect(read).toHaveLength(3);
});

test("a comparison that nobody waits for any more asks git nothing more", async () => {
  const { workspace, read } = committedWorkspace();
  await openDocument(workspace, NAME, TEXT);
  const takenBack = new Error("taken back");
  await expect(
    compareWithHead(workspace, async () => {
      throw takenBack;
    }),
  ).rejects.toBe(takenBack);
  expect(read).toEqual([]);
});
