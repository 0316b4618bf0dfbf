import { withoutEnds } from "../text/trimmed.js";
import { bareStatus } from "./bare-status.js";

/** A response among several. */
export interface OneOfGiven {
  readonly status: number | null;
  readonly body: string;
}

/**
 * The responses of a text that has one on each line: JSON, a status before JSON or XML, or a record of a response. Null where a line that is
 * not blank is none of these, or there is one line alone. Linear.
 */
export function responseLines(text: string): readonly OneOfGiven[] | null {
  const responses: OneOfGiven[] = [];
  for (const line of text.split("\n")) {
    const written = withoutEnds(line, BLANKS, BLANKS);
    if (written === "") continue;
    const response = responseOf(written);
    if (response === null) return null;
    responses.push(response);
  }
  return responses.length > 1 ? responses : null;
}

/** White space of lines of JSON. */
const BLANKS = " \t\r";

function responseOf(line: string): OneOfGiven | null {
  const bare = bareStatus(line);
  if (bare !== null) return { status: bare.status, body: line.slice(bare.bodyStart) };
  if (!/^[{[].*[}\]]$/.test(line)) return null;
  const value = parsed(line);
  return value === undefined ? null : (recordIn(value) ?? { status: null, body: line });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A response that `match --ndjson` reads: its status and its body, and nothing that could be a part of an answer. */
function recordIn(value: unknown): OneOfGiven | null {
  if (typeof value !== "object" || value === null || !("status" in value) || !("body" in value)) return null;
  const { status, body } = value;
  if (typeof body !== "string" || !(status === null || Number.isInteger(status))) return null;
  return { status: typeof status === "number" ? status : null, body };
}
