import { type FieldRole, roleOfName } from "../analysis/words/verdict-names.js";
import type { FieldPlace } from "../bodies/body-fields.js";
import { bodyKindOf } from "../bodies/body-kind.js";
import { looksLikeForm } from "../bodies/form-outline.js";
import { fieldsOfBody } from "../bodies/inner-fields.js";
import { outlineLines } from "../bodies/line-outline.js";
import { readExample } from "../bodies/read-example.js";
import { bodyWithText } from "../bodies/rewritten-body.js";
import { LONGEST_WITNESS } from "../findings/finding.js";
import { memoized } from "../incremental/memoized.js";
import type { Response } from "../matching/response.js";
import { Subject } from "../matching/subject.js";
import type { ExampleModel } from "../model/mapping.js";
import { shapedBodies } from "../synthesis/shaped-bodies.js";
import { taken } from "../synthesis/taken.js";
import type { BothMappings } from "./both-mappings.js";
import type { VerdictChange } from "./comparison.js";
import { isHardlyEver } from "./escaped-bodies.js";
import { differingPart, moneyOf } from "./verdict-difference.js";

/*
 * A made-up response for rules about the whole body is nothing but their texts: `accepted main`. Systems that answer in JSON, XML or
 * forms never send that, so who reads it does not see that it is about answers that come. In the place of a text of a recorded answer
 * it says the same. One for rules about a field is nothing but that field, and with the rest of a recorded answer around it is known again.
 */

/** Recorded answers that are tried for one change at most, and bodies made of each. */
const MOST_SHAPES = 3;
const MOST_FIELDS = 3;
const MOST_ADDED = 2;

/** Recorded answers of a mapping that are looked through at most. */
const MOST_EXAMPLES = 200;

/** Gives changes witnesses that look like the recorded answers of two mappings. */
export class WitnessShapes {
  readonly #both: BothMappings;
  /** Those of the newer mapping first. */
  readonly #examples: readonly ExampleModel[];

  constructor(both: BothMappings) {
    this.#both = both;
    this.#examples = [...both.after.examples, ...both.before.examples]
      .slice(0, MOST_EXAMPLES)
      .map(({ model }) => model)
      .filter(({ body }) => body.length <= LONGEST_WITNESS);
  }

  /** Whether nothing is to be done for the change: it was recorded, its witness has a form already, or there is nothing to be like. */
  isWellShown(change: VerdictChange): boolean {
    const { isRecorded, witness } = change;
    // What shows in escapes alone is another answer without them.
    return (
      isRecorded || this.#examples.length === 0 || typeof witness.body !== "string" || isHardlyEver(change)
    );
  }

  /**
   * The change with a witness that says the same as its own in the form of a recorded answer; the change itself where no such
   * response is decided by its rules with its verdicts. At most some dozen responses are run.
   */
  shaped(change: VerdictChange): VerdictChange {
    const { body, status = null } = change.witness;
    if (typeof body !== "string") return change;
    const bodiesLike = isPlainText(body) ? bodiesSaying : bodiesWithField;
    for (const shape of this.#shapesFor(change)) {
      for (const made of bodiesLike(shape, body)) {
        for (const tried of new Set([shape.status, status])) {
          const witness = { status: tried, body: made };
          const shown = this.#shown(change, witness);
          if (shown !== null) return shown;
        }
      }
    }
    return change;
  }

  /** Answers that mean what the change's meant come first: what else they say fits. No more are read than are needed. */
  *#shapesFor({ verdictBefore, verdictAfter }: VerdictChange): Generator<ExampleModel> {
    const given = new Set<ExampleModel>();
    for (const outcome of new Set([verdictBefore.outcome, verdictAfter.outcome, null])) {
      for (const example of this.#examples) {
        if (given.size >= MOST_SHAPES) return;
        const isMeant = outcome === null || example.verdict.outcome === outcome;
        if (!isMeant || given.has(example) || fieldsSaying(example) === null) continue;
        given.add(example);
        yield example;
      }
    }
  }

  /** The change with another witness; null where that does not show the same. */
  #shown(change: VerdictChange, witness: Response): VerdictChange | null {
    const subject = new Subject(witness);
    const deciders = this.#both.decidersOf(subject);
    if (deciders.before !== change.before || deciders.after !== change.after) return null;
    const { before, after } = this.#both.verdictsOf(subject, deciders);
    const [verdictBefore, verdictAfter] = [before.verdict, after.verdict];
    const isSame =
      differingPart(verdictBefore, verdictAfter) === change.differs &&
      moneyOf(verdictBefore, verdictAfter) === change.money;
    return isSame ? { ...change, witness, verdictBefore, verdictAfter } : null;
  }
}

/** The recorded answer with the one text of a body in the same field; none where the body has other fields, or the answer not this one. */
function* bodiesWithField(shape: ExampleModel, body: string): Generator<string> {
  const [one, ...others] = fieldsOfBody(new Subject({ body }));
  if (one === undefined || others.length > 0) return;
  const same = readExample(shape)?.fields.find(({ field }) => field.written === one.written);
  const place = same?.field.place ?? null;
  if (place !== null && !isBare(place, shape.body)) yield bodyWithText(shape.body, place, one.text);
}

/** Whether a body is words alone, of no form that has places for texts. */
function isPlainText(body: string): boolean {
  return bodyKindOf(body) === "text" && !looksLikeForm(body) && outlineLines(body).length === 0;
}

/** The recorded answer with the text in it: where it says how it went first, then besides what it says. */
function* bodiesSaying(shape: ExampleModel, text: string): Generator<string> {
  const { body } = shape;
  const places = (fieldsSaying(shape) ?? []).slice(0, MOST_FIELDS);
  for (const place of places) yield bodyWithText(body, place, text);
  switch (readExample(shape)?.kind) {
    case "json":
    case "xml":
      for (const { ways } of shapedBodies([], [text], [body])) yield* taken(ways, MOST_ADDED);
      return;
    case "form":
      // A rule for the whole body reads no escapes of forms.
      for (const { start, end } of places) yield body.slice(0, start) + text + body.slice(end);
      return;
    case "lines":
    case "inner":
    case undefined:
      return;
  }
}

/** What fields are for into which systems write how it went, the likeliest first. */
const SAYING: readonly FieldRole[] = ["verdict", "message", "error"];

/** Where a recorded answer says in words how it went; null for one that is of no form. */
const fieldsSaying = memoized((example: ExampleModel): readonly FieldPlace[] | null => {
  const read = readExample(example);
  if (read === null) return null;
  const said = read.fields.flatMap(({ field: { name, place } }) => {
    const rank = name === null ? -1 : SAYING.indexOf(roleOfName(name));
    return rank < 0 || place === null || isBare(place, example.body) ? [] : [{ rank, place }];
  });
  return said.sort((a, b) => a.rank - b.rank).map(({ place }) => place);
});

/** Whether it is a number, true, false or null: no words stand there. */
function isBare({ kind, start, within }: FieldPlace, body: string): boolean {
  return kind === "json" && within.length === 0 && body[start] !== '"';
}
