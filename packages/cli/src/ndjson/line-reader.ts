import { createRecordedLineReader } from "@responses/dsl/editor";
import { isBlankLine, type NdjsonLine, placeOfVerdict, readNdjsonLine } from "./ndjson-line.js";

/**
 * Reads lines as `readNdjsonLine` does, without parsing those that are as usual: then the body is UTF-8 in memory that the next
 * line takes.
 */
export function createLineReader(): (line: Buffer) => NdjsonLine {
  const reader = createRecordedLineReader();
  if (reader === null) return readNdjsonLine;
  return (line) => {
    if (isBlankLine(line)) return { kind: "blank" };
    const read = reader.read(line);
    if (read === null) return readNdjsonLine(line);
    const { status, body, holdsLost, verdict, closing } = read;
    const place = placeOfVerdict(line, verdict, closing);
    return { kind: "response", response: { status, body }, place, holdsLost };
  };
}
