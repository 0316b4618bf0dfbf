import type { Capture, CaptureSource } from "../model/mapping.js";
import { firstTelling } from "../runtime/picked.js";
import { betweenMarkers } from "../runtime/text-matching.js";
import type { Subject } from "./subject.js";

/** A captured part: its text, and where in the body it stands (UTF-16 offsets). */
export interface CapturedPart {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts that the response has, in the order of the captures. */
export function captureParts(captures: readonly Capture[], subject: Subject): readonly CapturedPart[] {
  return captures.flatMap(({ model }) => {
    const part = partOf(model.from, subject);
    return part === null ? [] : [{ name: model.name, ...part }];
  });
}

/** The parts by name. `Object.fromEntries` also takes `__proto__` for a name like any other. */
export function byName(parts: readonly CapturedPart[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map(({ name, text }) => [name, text]));
}

function partOf(from: CaptureSource, subject: Subject): Omit<CapturedPart, "name"> | null {
  switch (from.kind) {
    case "field": {
      const picked = firstTelling(subject.pick(from.field));
      return picked === null ? null : { text: picked.text ?? "", start: picked.start, end: picked.end };
    }
    case "between": {
      const place = betweenMarkers(subject.foldedBody, from.open.folded, from.close.folded);
      return place === null ? null : { text: subject.body.slice(place.start, place.end), ...place };
    }
  }
}
