import type { Response } from "../matching/response.js";
import { Subject } from "../matching/subject.js";
import { presentCaptures, type Verdict } from "../matching/verdict.js";
import { trimmed } from "../text/trimmed.js";

/** What an example records. */
export interface RecordedResponse extends Response {
  readonly status: number | null;
  readonly body: string;
}

/** What a mapping says of a response. */
export type Match = (response: Response) => Verdict;

/** How an example records a response that somebody gave, and the verdict, which both get. */
export interface Recording {
  readonly recorded: RecordedResponse;
  readonly verdict: Verdict;
}

/**
 * A response as an example records it. A file mostly ends in a line end that the system did not send, and a text reads best in lines that
 * end in LF with no white space around it; but a mapping can ask for either. So it is recorded like that where the mapping says the same of
 * it then, verdict and captures, and else as it came. Linear, but for what `match` takes.
 */
export function recordingOf(given: Response, match: Match): Recording {
  const verdict = match(given);
  const whole = wholeResponse(given);
  const readable = readableResponse(whole);
  const isReadable = readable.body === whole.body || isSame(match(readable), verdict);
  return { recorded: isReadable ? readable : whole, verdict };
}

/**
 * Tells of examples whether they record a response: but for line ends and white space around it they are one, and the mapping says the same of
 * both.
 */
export function recordsOf(given: Response, match: Match): (example: RecordedResponse) => boolean {
  const asked = readableResponse(wholeResponse(given));
  return (example) => {
    const known = readableResponse(wholeResponse(example));
    if (known.status !== asked.status || known.body !== asked.body) return false;
    return isSame(match(example), match(given));
  };
}

function readableResponse({ status, body }: RecordedResponse): RecordedResponse {
  return { status, body: trimmed(body.replace(/\r\n?/g, "\n")) };
}

/** The response in the parts of an example: a matcher drops a byte order mark before its body, too, so that one that is more than that is doubled. */
function wholeResponse(given: Response): RecordedResponse {
  const { status, body } = new Subject(given);
  return { status: status < 0 ? null : status, body: body.startsWith(MARK) ? MARK + body : body };
}

const MARK = "\ufeff";

function isSame(one: Verdict, other: Verdict): boolean {
  if (one.outcome !== other.outcome || one.label !== other.label) return false;
  const [captured, others] = [presentCaptures(one.captures), presentCaptures(other.captures)];
  return (
    captured.length === others.length &&
    captured.every(({ name, value }, index) => {
      const same = others[index];
      return same !== undefined && same.name === name && same.value === value;
    })
  );
}
