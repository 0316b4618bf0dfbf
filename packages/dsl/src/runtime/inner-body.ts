import type { BodyPass, BodyReading } from "./body-pass.js";
import type { PickedPart } from "./picked.js";
import { dropMark } from "./utf8.js";

/**
 * What the next part of a field reads of a text that the part before it picked: the text as if it were a body, one leading
 * byte order mark dropped. Null for what is not read: arrays and objects, which have no text, and JSON's null.
 */
export function innerBodyOf({ text, blank }: PickedPart): string | null {
  if (text === null || (blank && text !== "")) return null;
  return dropMark(text);
}

/**
 * What the last part of a field picks, given what the first part picked of the body and how each of the others picks of a
 * text. A part reads each text that the one before picked by itself, in order. What has a place has that in the text that
 * was read.
 */
export function pickChained(
  first: readonly PickedPart[],
  others: readonly ((body: string) => readonly PickedPart[])[],
): readonly PickedPart[] {
  let picked = first;
  for (const pick of others) {
    const inner: PickedPart[] = [];
    for (const outer of picked) {
      const body = innerBodyOf(outer);
      if (body === null) continue;
      for (const part of pick(body)) inner.push(part);
    }
    picked = inner;
  }
  return picked;
}

/** Whether a part is as wanted; asked of one after the other until one is. */
export type AcceptsPart<Context> = (part: PickedPart, context: Context) => boolean;

/** How a part of a field reads a text: gives the first part that it picks and that is accepted; null for none. */
export type InnerReader = <Context>(
  text: string,
  accepts: AcceptsPart<Context>,
  context: Context,
) => PickedPart | null;

/** Of a field of more parts those before the last so many are read one after the other, and all is kept that they pick. */
const MOST_INSIDE = 100;

/**
 * Finds, in what the last of the readers picks of what the ones before picked, the first part that is accepted, for texts that are given
 * one after the other: nothing is kept of what is picked on the way, as there can be millions of it.
 */
export class ChainSearch<Context> {
  readonly readers: readonly InnerReader[];
  /** For each reader, and behind the last, what is done with a part that it reads. */
  readonly steps: readonly AcceptsPart<ChainSearch<Context>>[];
  readonly accepts: AcceptsPart<Context>;
  readonly context: Context;
  /** What was accepted. */
  found: PickedPart | null = null;

  constructor(readers: readonly InnerReader[], accepts: AcceptsPart<Context>, context: Context) {
    this.readers = readers;
    this.accepts = accepts;
    this.context = context;
    const inside = Math.max(0, readers.length - MOST_INSIDE);
    const steps: AcceptsPart<ChainSearch<Context>>[] = [(part, search) => search.beginWith(part, inside)];
    for (let reader = inside + 1; reader <= readers.length; reader += 1)
      steps[reader] = (part, search) => search.goOn(part, reader);
    this.steps = steps;
  }

  /** Whether, of what the first part of the field picked, something is found. */
  beginWith(part: PickedPart, inside: number): boolean {
    let parts: readonly PickedPart[] = [part];
    for (let reader = 0; reader < inside; reader += 1) {
      const picked: PickedPart[] = [];
      for (const outer of parts) {
        const body = innerBodyOf(outer);
        if (body !== null) this.readers[reader]?.(body, keepPart, picked);
      }
      parts = picked;
    }
    return parts.some((outer) => this.goOn(outer, inside));
  }

  /** The same of a part that the reader of that number reads; behind the last one of a part that has been picked. */
  goOn(part: PickedPart, reader: number): boolean {
    const read = this.readers[reader];
    if (read === undefined) {
      if (!this.accepts(part, this.context)) return false;
      this.found = part;
      return true;
    }
    const body = innerBodyOf(part);
    const accepts = this.steps[reader + 1];
    return body !== null && accepts !== undefined && read(body, accepts, this) !== null;
  }
}

function keepPart(part: PickedPart, kept: PickedPart[]): boolean {
  kept.push(part);
  return false;
}

/** Reads a text with what gives all that is picked. */
export function readerOfParts(pick: (text: string) => readonly PickedPart[]): InnerReader {
  return (text, accepts, context) => {
    for (const part of pick(text)) if (accepts(part, context)) return part;
    return null;
  };
}

/** Texts shorter than this are read in JavaScript: the pass would take longer to begin. */
const SHORT_INNER_TEXT = 32;

/** How a part picks a path, or a name of a form, of a text: in a pass where there is `make`, which is made for the first text. */
export function innerReader<Path>(
  make: ((paths: readonly Path[]) => BodyPass) | null,
  readPaths: (text: string, paths: readonly Path[]) => BodyReading,
  path: Path,
): InnerReader {
  const paths = [path];
  let pass: BodyPass | null = null;
  return (text, accepts, context) => {
    // The pass would drop a byte order mark: here it would be the second.
    if (make !== null && text.length >= SHORT_INNER_TEXT && text.charCodeAt(0) !== 0xfeff) {
      if (pass === null) pass = make(paths);
      const reading = pass(text);
      if (reading?.reads(0)) return reading.find(0, accepts, context);
    }
    return readPaths(text, paths).find(0, accepts, context);
  };
}
