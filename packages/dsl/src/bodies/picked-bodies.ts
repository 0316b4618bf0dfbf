import { memoized } from "../incremental/memoized.js";
import { type FieldPart, pickFieldPart } from "../model/field-part.js";
import { InnerText } from "../model/fields/inner-text.js";
import type { ExampleModel } from "../model/mapping.js";
import { innerBodyOf } from "../runtime/inner-body.js";
import { BodyIndex } from "./body-index.js";
import { subjectOf } from "./example-subject.js";
import { innerBodiesOf } from "./inner-bodies.js";
import { withinCharacters } from "./within-characters.js";

/** Texts looked into at most, of one example and of all: whoever completes waits for it. */
const MOST_TEXTS_OF_EXAMPLE = 20;
const MOST_TEXTS = 200;

/** The bodies inside the examples' bodies that one field picks, and the field as a file writes it. */
export interface InnerBodies {
  readonly written: string;
  readonly bodies: BodyIndex;
}

/** Examples looked into at most, characters of their bodies, and fields: the first show what there is. */
const MOST_EXAMPLES = 50;
const MOST_CHARACTERS = 1_000_000;
const MOST_FIELDS = 3;

/** JSON and XML inside the bodies of the examples, by the fields that pick it. */
export const innerBodiesIn = memoized((bodies: BodyIndex): readonly InnerBodies[] => {
  const found = new Map<string, ExampleModel[]>();
  for (const example of withinCharacters(bodies.examples.slice(0, MOST_EXAMPLES), MOST_CHARACTERS)) {
    for (const { written, text } of innerBodiesOf(subjectOf(example))) {
      const same = found.get(written) ?? [];
      if (same.length === 0 && found.size === MOST_FIELDS) continue;
      same.push({ ...example, body: text });
      found.set(written, same);
    }
  }
  return [...found].map(([written, examples]) => ({ written, bodies: new BodyIndex(examples) }));
});

/** What was worked out last; few fields are written at a time. */
const known = new WeakMap<BodyIndex, Map<string, BodyIndex>>();
const MOST_KNOWN = 8;

/**
 * What the texts show that parts of a field pick from the examples, each as if it were a body of its own: what a part behind
 * them reads. Without parts that is what the examples show.
 */
export function pickedBodies(bodies: BodyIndex, parts: readonly FieldPart[]): BodyIndex {
  if (parts.length === 0) return bodies;
  const key = parts.map((part) => part.key).join(" ");
  const ofBodies = known.get(bodies) ?? new Map<string, BodyIndex>();
  known.set(bodies, ofBodies);
  const before = ofBodies.get(key);
  if (before !== undefined) return before;
  if (ofBodies.size >= MOST_KNOWN) ofBodies.clear();
  const picked = new BodyIndex(pickedExamples(bodies.examples, parts));
  ofBodies.set(key, picked);
  return picked;
}

function pickedExamples(
  examples: readonly ExampleModel[],
  parts: readonly FieldPart[],
): readonly ExampleModel[] {
  const found: ExampleModel[] = [];
  for (const example of examples) {
    const texts = textsPickedBy(parts, subjectOf(example).body);
    for (const body of texts.slice(0, MOST_TEXTS_OF_EXAMPLE)) found.push({ ...example, body });
    if (found.length >= MOST_TEXTS) break;
  }
  return found;
}

/** The texts that parts of a field pick from a body one after another: arrays and objects are none. */
export function textsPickedBy(parts: readonly FieldPart[], body: string): readonly string[] {
  let texts: readonly string[] = [body];
  for (const part of parts) texts = texts.flatMap((text) => textsPickedOf(text, part));
  return texts;
}

function textsPickedOf(text: string, part: FieldPart): readonly string[] {
  return pickFieldPart(part, new InnerText(text)).flatMap((picked) => innerBodyOf(picked) ?? []);
}
