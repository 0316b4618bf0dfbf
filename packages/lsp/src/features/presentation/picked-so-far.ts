import type { ExampleModel, FieldPart } from "@responses/dsl";
import { showFieldPart, textsPickedBy } from "@responses/dsl/editor";
import { previewSubjectOf } from "./example-subjects.js";

/** Examples looked into at most, and characters of their bodies: a preview must not wait. */
const MOST_EXAMPLES = 50;
const MOST_CHARACTERS = 4_000_000;

/** What parts of a field pick from a file's first examples. */
export interface PickedSoFar<Of> {
  /** The first text of each example that has one. */
  readonly found: readonly { readonly of: Of; readonly text: string }[];
  /** How many were looked into. */
  readonly looked: number;
  /** How many were left out, since their bodies are too long, or all together are. */
  readonly leftOut: number;
}

/** What the parts pick one after another: what a part behind them reads, or what is tested. */
export function pickedSoFar<Of>(
  parts: readonly FieldPart[],
  examples: readonly Of[],
  modelOf: (example: Of) => ExampleModel,
): PickedSoFar<Of> {
  const found: { readonly of: Of; readonly text: string }[] = [];
  let [looked, leftOut] = [0, 0];
  let left = MOST_CHARACTERS;
  for (const [at, of] of examples.entries()) {
    if (looked === MOST_EXAMPLES) break;
    const subject = previewSubjectOf(modelOf(of));
    if (subject === null) {
      leftOut += 1;
      continue;
    }
    if (left < subject.body.length) {
      leftOut += Math.min(MOST_EXAMPLES - looked, examples.length - at);
      break;
    }
    left -= subject.body.length;
    looked += 1;
    const [text] = textsPickedBy(parts, subject.body);
    if (text !== undefined) found.push({ of, text });
  }
  return { found, looked, leftOut };
}

/** The parts as the language has them: `json "$.d" json "$.Status"`. */
export function showParts(parts: readonly FieldPart[]): string {
  return parts.map(showFieldPart).join(" ");
}
