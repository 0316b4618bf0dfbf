import { describe, expect, test } from "vitest";
import { workspaceEditOf } from "../../src/features/edits/workspace-edit.js";
import { joinInWords } from "../../src/features/rename/joined-label.js";
import { rename, renameableAt } from "../../src/features/rename/rename.js";
import type { ResolveInclude } from "../../src/workspace/documents/include-target.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { applied } from "../support/applied-edit.js";
import { type FeatureFixture, fixturesOf } from "../support/feature-fixture.js";
import {
  inVariant,
  textInVariant,
  VARIANTS,
  type Variant,
  workspaceWith,
} from "../support/fixture-variants.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/*
 * The cursor stands on what is renamed. `placeholder`: what an editor lets somebody change, where that is to be said.
 * `new name`: what is typed. `FILE, renamed`: the text afterwards of a file that changes. `joins`: what is said of
 * a label of that name that there is already. `refused`: the sentence.
 */

const cases = fixturesOf("rename").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { workspace, document } = await workspaceWith(fixture, variant);
  const resolve: ResolveInclude = (from, include) => workspace.resolveInclude(from, include);
  const { expected } = fixture;
  const renameable = renameableAt(document, fixture.main.cursor ?? 0, resolve);
  if (renameable?.kind !== "renameable") {
    expect(renameable?.reason ?? "nothing").toBe(expected.get("refused"));
    return;
  }
  if (expected.has("placeholder")) expect(renameable.name).toBe(expected.get("placeholder"));
  const documents = await workspace.connectedDocuments(document.uri);
  const renaming = rename(renameable, expected.get("new name") ?? "Fresh", documents, resolve);
  if (renaming.kind === "refused") {
    expect(renaming.reason).toBe(expected.get("refused"));
    return;
  }
  expect(expected.has("refused")).toBe(false);
  expect(renaming.joins === null ? undefined : joinInWords(renaming.joins)).toBe(expected.get("joins"));
  const edit = workspaceEditOf(renaming.changes, { versions: true, annotations: false }, { label: "" });
  const texts = new Map(fixture.files.map(({ name, text }) => [uriOf(name), text]));
  expect(applied(edit, texts, variant.unit)).toEqual(textsAfter(fixture, variant));
});

/** The files that change, as they are expected afterwards. */
function textsAfter({ expected }: FeatureFixture, variant: Variant): ReadonlyMap<string, string> {
  const suffix = ", renamed";
  return new Map(
    [...expected]
      .filter(([title]) => title.endsWith(suffix))
      .map(([title, text]) => [uriOf(title.slice(0, -suffix.length)), textInVariant(`${text}\n`, variant)]),
  );
}

describe("the edit", () => {
  const COMMON = 'reject keyword "dup" as Duplicate\n';
  const ACME = 'include "common.responses"\nexample 200 "dup" is reject Duplicate\n';

  async function renaming(workspace: Workspace, newName: string) {
    const resolve: ResolveInclude = (from, include) => workspace.resolveInclude(from, include);
    const document = await openDocument(workspace, "acme.responses", ACME);
    const renameable = renameableAt(document, ACME.lastIndexOf("Dup"), resolve);
    if (renameable?.kind !== "renameable") throw new Error("a label can be renamed");
    const documents = await workspace.connectedDocuments(document.uri);
    const result = rename(renameable, newName, documents, resolve);
    if (result.kind === "refused") throw new Error(result.reason);
    return result;
  }

  test("says for which version of an open text it is; a file that is not open has none", async () => {
    const { changes } = await renaming(workspaceOf({ "common.responses": COMMON }), "Repeated");
    const edit = workspaceEditOf(changes, { versions: true, annotations: false }, { label: "" });
    const versions = edit.documentChanges?.map(
      (change) => "textDocument" in change && change.textDocument.version,
    );
    expect(versions).toEqual([1, null]);
  });

  test("is a plain list for a client that knows no versions", async () => {
    const { changes } = await renaming(workspaceOf({ "common.responses": COMMON }), "Repeated");
    const edit = workspaceEditOf(changes, { versions: false, annotations: false }, { label: "" });
    expect(Object.keys(edit)).toEqual(["changes"]);
    expect(Object.keys(edit.changes ?? {})).toEqual([uriOf("acme.responses"), uriOf("common.responses")]);
  });

  test("names its purpose for a client that shows it", async () => {
    const { changes } = await renaming(workspaceOf({ "common.responses": COMMON }), "Repeated");
    const annotation = { label: "what for", needsConfirmation: true };
    const edit = workspaceEditOf(changes, { versions: true, annotations: true }, annotation);
    const [id] = Object.keys(edit.changeAnnotations ?? {});
    expect(id === undefined ? null : edit.changeAnnotations?.[id]).toEqual(annotation);
    for (const change of edit.documentChanges ?? []) {
      if (!("edits" in change)) throw new Error("only texts change");
      for (const own of change.edits) expect("annotationId" in own && own.annotationId).toBe(id);
    }
  });

  test("is empty for the name that is there already", async () => {
    expect((await renaming(workspaceOf({ "common.responses": COMMON }), " Duplicate ")).changes).toEqual([]);
  });
});
