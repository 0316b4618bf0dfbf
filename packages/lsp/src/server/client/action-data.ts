import type { Span } from "@responses/dsl";
import { isFindingName } from "@responses/dsl/editor";
import type { LaterChange } from "../../features/code-actions/action-change.js";
import { memberOf } from "./member-of.js";

/** What an action is to do, while the client keeps it. */
export interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  readonly change: LaterChange;
}

/** What came back from a client, which may be anything; null for what no action of the server's says. */
export function readActionData(data: unknown): ActionData | null {
  const uri = memberOf(data, "uri");
  const version = memberOf(data, "version");
  const change = readChange(memberOf(data, "change"));
  if (typeof uri !== "string" || change === null) return null;
  return { uri, version: typeof version === "number" ? version : null, change };
}

function readChange(data: unknown): LaterChange | null {
  const kind = memberOf(data, "kind");
  switch (kind) {
    case "fix-all":
      return { kind };
    case "mend-all": {
      const name = memberOf(data, "name");
      return typeof name === "string" && isFindingName(name) ? { kind, name } : null;
    }
    case "make-example": {
      const span = readSpan(memberOf(data, "span"));
      const states = memberOf(data, "states");
      return span === null || (states !== "captures" && states !== "verdict") ? null : { kind, span, states };
    }
    case "extract-include": {
      const span = readSpan(memberOf(data, "span"));
      return span === null ? null : { kind, span };
    }
    default:
      return null;
  }
}

function readSpan(data: unknown): Span | null {
  const start = memberOf(data, "start");
  const end = memberOf(data, "end");
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
