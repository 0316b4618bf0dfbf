import { firstTextOf, type JudgedResponse } from "./judged-response.js";

/** A captured part: its name, the number of the field that it is taken from, and the outcomes that have it; null for all. */
export interface CaptureReader {
  readonly name: string;
  readonly field: number;
  readonly outcomes: readonly string[] | null;
}

/**
 * The parts that a verdict of the outcome has, by name. `makeAll` makes the object of the texts of all captures, in their order,
 * which is fastest; null where verdicts of some outcome have only some of them. `isBare`: the object has no prototype, since one of the
 * captures is called like something that objects have of theirs.
 */
export function readCaptures(
  response: JudgedResponse,
  captures: readonly CaptureReader[],
  outcome: string,
  makeAll: ((texts: readonly string[]) => Readonly<Record<string, string>>) | null,
  isBare: boolean,
): Readonly<Record<string, string>> {
  if (captures.length === 0) return {};
  const texts = new Array<string>(captures.length);
  let count = 0;
  for (let index = 0; index < captures.length; index += 1) {
    const capture = captures[index];
    if (capture === undefined || !belongsTo(capture, outcome)) continue;
    const text = firstTextOf(response, capture.field);
    if (text === null) continue;
    texts[index] = text;
    count += 1;
  }
  if (makeAll !== null && count === captures.length) return makeAll(texts);
  const parts: Record<string, string> = isBare ? Object.create(null) : {};
  captures.forEach(({ name }, index) => {
    const text = texts[index];
    if (text !== undefined) putPart(parts, name, text);
  });
  return parts;
}

function belongsTo({ outcomes }: CaptureReader, outcome: string): boolean {
  return outcomes === null || outcomes.includes(outcome);
}

/** Gives the object a part of its own, whatever the name and whatever objects have in common: also `__proto__` is a name. */
function putPart(parts: Record<string, string>, name: string, text: string): void {
  if (!(name in parts)) parts[name] = text;
  else
    Object.defineProperty(parts, name, { value: text, configurable: true, enumerable: true, writable: true });
}
