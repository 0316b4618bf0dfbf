import type { DescribedPart } from "../model/field-part.js";
import { InnerText } from "../model/fields/inner-text.js";
import { innerBodyOf } from "../runtime/inner-body.js";
import { bodyTextOf } from "../runtime/response-parts.js";
import { foldText } from "../text/case-folding.js";
import { partWishes } from "./part-wishes.js";
import { isAsWished, pickDescribedPart } from "./picked-wishes.js";
import { Remembered } from "./remembered.js";
import { scratchBodies } from "./scratch-bodies.js";
import { shapedBodies } from "./shaped-bodies.js";
import { MOST_BODIES, type WantedBody } from "./wanted-body.js";

/** Bodies like those of examples given at most: the rest are for what these do not hold. */
const MOST_SHAPED = 8;

/** Bodies tried at most, of all and in one way. */
const MOST_TRIED = 1_000;
const MOST_TRIED_IN_A_WAY = 60;

/** Longer bodies are not made. */
const LONGEST_BODY = 200_000;

/**
 * Bodies of which the fields pick just what is wished and that hold the texts: those like the bodies of examples, `shapes`,
 * first, the fewest texts of them replaced; then the simplest ones made from scratch; then others that say the same, in other
 * spacing, in escapes, as strings. At most `MOST_BODIES`, all different; none where there is none or none is found soon.
 * The caller tries them: what the wish does not say may still hinder.
 */
export function* bodiesFor(wanted: WantedBody, shapes: readonly string[]): Generator<string> {
  yield* bodiesInside(wanted, shapes, 0);
}

/** Chains of more parts are not followed. */
const DEEPEST = 8;

function* bodiesInside(wished: WantedBody, shapes: readonly string[], depth: number): Generator<string> {
  if (depth > DEEPEST) return;
  const wanted = { ...wished, texts: wished.texts.map((text) => asShown(text, shapes)) };
  const collected = new CollectedBodies(wanted);
  for (const shape of shapes) if (collected.count < MOST_SHAPED) yield* collected.firstOf([shape]);
  const inner = {
    bodiesFor: (own: WantedBody, part: DescribedPart) =>
      bodiesInside(own, textsPickedBy(part, shapes), depth + 1),
  };
  const ways = new Remembered(partWishes(wanted, inner));
  for (const parts of shapes.length === 0 ? [] : ways) {
    for (const { ways: bodies } of shapedBodies(parts, wanted.texts, shapes)) {
      if (collected.count >= MOST_SHAPED) break;
      yield* collected.firstOf(bodies);
    }
  }
  let styles: "all" | "natural" = "all";
  for (const parts of ways) {
    for (const bodies of scratchBodies(parts, wanted.texts, styles)) {
      if (collected.isFull) return;
      yield* collected.firstOf(bodies);
    }
    styles = "natural";
  }
}

/** The text in the case that an example has it in. */
function asShown(text: string, shapes: readonly string[]): string {
  const folded = foldText(text);
  for (const shape of shapes) {
    const at = foldText(shape).indexOf(folded);
    if (at >= 0) return shape.slice(at, at + text.length);
  }
  return text;
}

/** What a part picks of bodies: bodies that the next part reads. */
function textsPickedBy(part: DescribedPart, shapes: readonly string[]): readonly string[] {
  return shapes.flatMap((shape) =>
    pickDescribedPart(part, new InnerText(shape)).flatMap((picked) => innerBodyOf(picked) ?? []),
  );
}

/** The bodies given so far. */
class CollectedBodies {
  readonly #wanted: WantedBody;
  readonly #given = new Set<string>();
  #tried = 0;

  constructor(wanted: WantedBody) {
    this.#wanted = wanted;
  }

  get count(): number {
    return this.#given.size;
  }

  get isFull(): boolean {
    return this.#given.size >= MOST_BODIES || this.#tried >= MOST_TRIED;
  }

  /** The first of the bodies that is as wished, if it has not been given before. */
  *firstOf(bodies: Iterable<string>): Generator<string> {
    let left = MOST_TRIED_IN_A_WAY;
    for (const body of bodies) {
      if (this.isFull || left-- === 0) return;
      this.#tried++;
      if (body.length > LONGEST_BODY || bodyTextOf(body) !== body || !isAsWished(this.#wanted, body))
        continue;
      if (!this.#given.has(body)) {
        this.#given.add(body);
        yield body;
      }
      return;
    }
  }
}
