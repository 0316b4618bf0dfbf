import { link, noOtherFiles, parse, type Response } from "@responses/dsl";
import { type Difference, freshDifference } from "./differences.js";

/** A small mapping and response of which a way still gives another verdict than the language. */
export interface Shrunk {
  readonly text: string;
  readonly difference: Difference;
}

/** Milliseconds that shrinking takes at most, about. */
const MOST_TIME = 30_000;

/**
 * Makes a difference smaller: leaves out lines of the mapping and pieces of the body as long as something of it remains. Null where
 * a fresh start does not show it: then it comes of what was run before.
 */
export function shrunk(text: string, { way, response }: Difference): Shrunk | null {
  const deadline = Date.now() + MOST_TIME;
  let least: Shrunk | null = null;
  const remains = (lines: readonly string[], own: Response): boolean => {
    if (Date.now() > deadline) return false;
    const difference = differenceIn(lines.join("\n"), own, way);
    if (difference !== null) least = { text: lines.join("\n"), difference };
    return difference !== null;
  };
  let lines: readonly string[] = text.split(/\r\n|\r|\n/);
  if (!remains(lines, response)) return null;
  lines = leastOf(lines, (some) => remains(some, response));
  const { status, body } = response;
  if (typeof body === "string") {
    const units = leastOf(body.split(""), (some) => remains(lines, { status, body: some.join("") }));
    leastOf(lines, (some) => remains(some, { status, body: units.join("") }));
  } else if (body instanceof Uint8Array) {
    leastOf([...body], (some) => remains(lines, { status, body: Uint8Array.from(some) }));
  }
  return least;
}

function differenceIn(text: string, response: Response, way: string): Difference | null {
  try {
    const linked = link(parse("shrunk.responses", text), noOtherFiles);
    return linked.kind === "mapping" ? freshDifference(linked.mapping, response, way) : null;
  } catch {
    return null;
  }
}

/** As few of the parts as `remains` allows, in their order: leaves out halves, then quarters, and so on. */
function leastOf<Part>(parts: readonly Part[], remains: (some: readonly Part[]) => boolean): readonly Part[] {
  let least = parts;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length; ) {
      const some = [...least.slice(0, at), ...least.slice(at + size)];
      if (remains(some)) least = some;
      else at += size;
    }
  }
  return least;
}
