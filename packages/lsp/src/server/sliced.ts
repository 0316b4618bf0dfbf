import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { TimeSlice } from "../workspace/time-slice.js";
import type { Session } from "./session.js";

/** Does work step by step and lets others have a turn in between; ends with the protocol's error once it is cancelled. */
export async function inSlices<Result>(
  { workspace }: Session,
  token: CancellationToken,
  steps: Generator<void, Result>,
): Promise<Result> {
  const slice = new TimeSlice();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!slice.isOver()) continue;
    await workspace.nextTurn();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    slice.begin();
  }
}
