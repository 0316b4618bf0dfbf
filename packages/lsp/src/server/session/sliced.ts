import type { CancellationToken } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { inSlices } from "../../workspace/time-slice.js";
import { dropIfCancelled, outdated } from "./dropped-requests.js";
import type { Session } from "./session.js";

/** Does work step by step and lets others have a turn in between; ends with the protocol's error once it is cancelled. */
export function inSlicesUnlessCancelled<Result>(
  { workspace }: Session,
  token: CancellationToken,
  steps: Generator<void, Result>,
): Promise<Result> {
  return inSlices(
    steps,
    () => workspace.nextTurn(),
    () => dropIfCancelled(token),
  );
}

/** The same about a document's text; ends also once that is another. */
export function inSlicesWhileCurrent<Result>(
  { workspace }: Session,
  { uri }: Pick<MappingDocument, "uri">,
  token: CancellationToken,
  steps: Generator<void, Result>,
): Promise<Result> {
  const version = workspace.versionOf(uri);
  return inSlices(
    steps,
    () => workspace.nextTurn(),
    () => {
      dropIfCancelled(token);
      if (workspace.versionOf(uri) !== version) throw outdated();
    },
  );
}
