import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import type { FeatureFixture } from "./feature-fixture.js";
import { uriOf, workspaceOf } from "./memory-workspace.js";

/** A fixture's main file as it is known in a workspace with all its files; with `before`, that text stood there first. */
export async function documentOf(
  fixture: FeatureFixture,
): Promise<{ readonly document: AnalysedDocument; readonly workspace: Workspace }> {
  const { files, main, expected } = fixture;
  const workspace = workspaceOf(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const uri = uriOf(main.name);
  workspace.open(uri, 1, expected.get("before") ?? main.text);
  await workspace.analysed(uri);
  workspace.change(uri, 2, [{ text: main.text }]);
  const document = await workspace.analysed(uri);
  if (document === null) throw new Error("no document");
  return { document, workspace };
}
