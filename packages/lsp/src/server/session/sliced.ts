import type { CancellationToken } from "vscode-languageserver";
import { inSlices } from "../../workspace/time-slice.js";
import { dropIfCancelled } from "./dropped-requests.js";
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
