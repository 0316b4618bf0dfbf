import { subjectOf } from "../bodies/example-subject.js";
import { fieldsOfBody } from "../bodies/inner-fields.js";
import { MADE_UP_NAME } from "../examples/made-up.js";
import { writeExample } from "../examples/written-example.js";
import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import { ruleHolds, testHolds } from "../matching/interpret.js";
import { createMatcher, type Matcher } from "../matching/matcher.js";
import { Subject } from "../matching/subject.js";
import { describeField, type Field, showField } from "../model/field.js";
import type { ExampleModel, Mapping } from "../model/mapping.js";
import { bodiesFor } from "../synthesis/bodies-for.js";
import { taken } from "../synthesis/taken.js";
import { spanInFile } from "../text/span.js";
import type { Gap, Gaps } from "./gap.js";
import { otherValues } from "./other-values.js";
import { type TestedField, testedFields } from "./tested-fields.js";

/** Fields that are looked at, at most, examples after which a response for one is shaped, and values for which none of its tests holds. */
const MOST = { fields: 200, shapes: 8, free: 2 };

/** Responses made for all fields together at most. */
const MOST_MADE = 1000;

/** A longer example is nothing that somebody wants to see another of. */
const LONGEST_SHAPE = 20_000;

/** What making a response, reading an example and a test cost at a guess, in microseconds. */
const COST = { made: 400, read: 20, tested: 1 };

/**
 * What a mapping leaves unmapped although its rules ask for a field that is there: one response a field, with another value
 * than any of them asks for, in the shape of an example that has the field, or the simplest that has it. The interpreter has been
 * asked about each. None where a rule takes such responses whatever they are, where an example states that such a one is
 * unmapped, and for mappings without a success, which are for others to include. What is tried is bounded: a mapping of very many
 * fields has some left that were not gone through.
 */
export function gaps(mapping: Mapping): Gaps {
  return finish(gapSteps(mapping));
}

/** The same in steps, for whoever has others to serve meanwhile. */
export function* gapSteps(mapping: Mapping): Steps<Gaps> {
  const { rules } = mapping;
  const isWhole = rules.some(({ model }) => model.outcome === "success");
  if (!isWhole || rules.some(({ model }) => model.condition.kind === "otherwise"))
    return { gaps: [], left: 0 };
  const search = new GapSearch(mapping);
  const found: Gap[] = [];
  const fields = testedFields(mapping);
  for (const [before, tested] of fields.slice(0, MOST.fields).entries()) {
    const gap = yield* search.gapIn(tested);
    if (gap === "not gone through") return { gaps: found, left: fields.length - before };
    if (gap !== null) found.push(gap);
  }
  return { gaps: found, left: Math.max(0, fields.length - MOST.fields) };
}

class GapSearch {
  readonly #mapping: Mapping;
  readonly #matcher: Matcher;
  readonly #budget = new StepBudget();
  #left = MOST_MADE;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#matcher = createMatcher(mapping);
  }

  /** A response with another value in the field that no rule takes; null where none is found among those that may be made. */
  *gapIn(tested: TestedField): Steps<Gap | null | "not gone through"> {
    const having = yield* this.#examplesWith(tested.field);
    if (yield* this.#isKnownGap(having, tested)) return null;
    const shapes = having.length === 0 ? [null] : yield* this.#shapesAmong(having, tested);
    const values = otherValues(tested);
    for (const shape of shapes) {
      let free = MOST.free;
      for (const value of values) {
        if (this.#budget.isSpentBy(COST.made)) yield;
        if (this.#left-- <= 0) return "not gone through";
        const response = this.#responseWith(tested.field, value, shape);
        const subject = response === null ? null : new Subject(response);
        if (response === null || subject === null || (yield* this.#isTaken(subject, tested))) continue;
        if (yield* this.#isUnmapped(response, subject)) return gapOf(tested, value, response);
        // To all tests of the field one such value is like the next; only what looks at the whole body can tell them apart.
        if (--free === 0) break;
      }
    }
    return null;
  }

  /** The mapping's own examples in which the field has a text, those first that rules asking for it decide. */
  *#examplesWith(field: Field): Steps<readonly ExampleModel[]> {
    const found: ExampleModel[] = [];
    for (const { model } of this.#mapping.examples) {
      if (this.#budget.isSpentBy(COST.read)) yield;
      if (model.body.length > LONGEST_SHAPE) continue;
      const subject = subjectOf(model);
      if (subject.pick(field).some(({ text, blank }) => text !== null && !blank)) found.push(model);
      subject.forgetOldFields();
    }
    return found;
  }

  /** Whether an example states that such a response is unmapped. */
  *#isKnownGap(having: readonly ExampleModel[], tested: TestedField): Steps<boolean> {
    for (const example of having) {
      if (example.verdict.outcome === "unmapped" && !(yield* this.#isTaken(subjectOf(example), tested)))
        return true;
    }
    return false;
  }

  /** Examples that a test of the field holds for come first: there it is the field that tells. */
  *#shapesAmong(having: readonly ExampleModel[], tested: TestedField): Steps<readonly ExampleModel[]> {
    const told: ExampleModel[] = [];
    const others: ExampleModel[] = [];
    for (const example of having) {
      const isTold = yield* this.#isTaken(subjectOf(example), tested);
      (isTold ? told : others).push(example);
      if (told.length === MOST.shapes) return told;
    }
    return [...told, ...others].slice(0, MOST.shapes);
  }

  /** Whether a test of the field holds. */
  *#isTaken(subject: Subject, { tests }: TestedField): Steps<boolean> {
    for (const test of tests) {
      if (this.#budget.isSpentBy(COST.tested)) yield;
      if (testHolds({ negated: false, test, span: test.span }, subject)) return true;
    }
    return false;
  }

  /**
   * A response in which the field has the value and that is otherwise like an example; null where that cannot be. Without an example the
   * simplest one, with the status of the file's first.
   */
  #responseWith(field: Field, text: string, shape: ExampleModel | null): Gap["response"] | null {
    const fields = [{ field: describeField(field), picks: [{ kind: "text", text }] as const }];
    const [body] = taken(bodiesFor({ fields, texts: [] }, shape === null ? [] : [shape.body]), 1);
    if (body === undefined) return null;
    if (shape === null) return { status: this.#mapping.examples[0]?.model.status ?? null, body };
    const isLike = sameFields(subjectOf(shape), new Subject({ body }));
    return isLike ? { status: shape.status, body } : null;
  }

  *#isUnmapped(response: Gap["response"], subject: Subject): Steps<boolean> {
    if (this.#matcher.decide(response).rule !== null) return false;
    for (const { model } of this.#mapping.rules) {
      if (this.#budget.isSpentBy(COST.tested)) yield;
      if (ruleHolds(model, subject)) return false;
    }
    return true;
  }
}

/** Whether both bodies have the same fields, however many elements a list has. */
function sameFields(one: Subject, other: Subject): boolean {
  const [names, others] = [one, other].map(
    (subject) => new Set(fieldsOfBody(subject).map(({ written }) => written)),
  );
  return (
    names !== undefined &&
    others !== undefined &&
    names.size === others.size &&
    [...names].every((name) => others.has(name))
  );
}

function gapOf({ field, rule }: TestedField, value: string, response: Gap["response"]): Gap {
  const example = writeExample(response, { outcome: "unmapped", label: null }, MADE_UP_NAME);
  const span = spanInFile(field.span, rule.statement.start);
  return { field: showField(field), rule, span, value, response, example };
}
