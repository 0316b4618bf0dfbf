import { listedPhrases, type Phrase, shortened, textInWords, words, written } from "../findings/phrase.js";
import { quoted } from "../findings/quoted.js";
import { type Field, fieldInWords, picksSeveral } from "../model/field.js";
import type {
  CaptureModel,
  Condition,
  Label,
  PositiveTest,
  RuleModel,
  StatusRange,
  Test,
} from "../model/mapping.js";
import type { MappingText } from "../model/mapping-text.js";
import type { TextTest } from "../model/tested-texts.js";
import { writeName } from "../syntax/text-literal.js";
import { caseVariants } from "../text/case-folding.js";

/*
 * What rules and captures mean, in words for people who do not read the language. Everything that explains a rule (the
 * editor's previews, completion, the command line) takes its words from here.
 */

/** How much of a long rule is said. */
export interface Extent {
  /** Texts and statuses of a list that are named at most. */
  readonly texts: number;
  /** Tests of a condition that are named at most. */
  readonly tests: number;
}

/** For sentences that are read in passing: more than that nobody reads. */
const IN_PASSING: Extent = { texts: 4, tests: 6 };

/** For a document that people agree on: every text and every test. Long texts are cut all the same. */
export const IN_FULL: Extent = { texts: Number.POSITIVE_INFINITY, tests: Number.POSITIVE_INFINITY };

/** What is shown of a text is shorter. */
const LONGEST_LOOKED_AT = 100;

/**
 * When a rule holds: `matches when the status is 200 to 299 and the field $.result is exactly "accepted", in upper or
 * lower case`; of a long rule as much as the extent says.
 */
export function conditionInWords(condition: Condition, extent: Extent = IN_PASSING): readonly Phrase[] {
  switch (condition.kind) {
    case "otherwise":
      return [words("matches every response")];
    case "tests": {
      const shown = condition.tests.slice(0, extent.tests);
      const more = condition.tests.length - shown.length;
      const parts = shown.map((test) => testInWords(test, extent));
      if (more > 0) parts.push([words(`${more} more ${more === 1 ? "test holds" : "tests hold"}`)]);
      const sayings = withIgnoredCase(
        parts,
        shown.findLastIndex((test) => ignoresCase(test, extent)),
      );
      return [words("matches when "), ...listedPhrases(sayings, "and")];
    }
  }
}

/** That case is ignored, once: behind the last test of which that is so, and set off where others follow. */
function withIgnoredCase(
  parts: readonly (readonly Phrase[])[],
  index: number,
): readonly (readonly Phrase[])[] {
  const said = index === parts.length - 1 ? ", in upper or lower case" : " (in upper or lower case)";
  return parts.map((part, at) => (at === index ? [...part, words(said)] : part));
}

/** What a rule gives: its outcome, and where its label comes from. */
export function resultInWords({ outcome, label }: Pick<RuleModel, "outcome" | "label">): readonly Phrase[] {
  const result = [words(outcome)];
  switch (label.kind) {
    case "none":
      return result;
    case "fixed":
      return [...result, words(" "), nameInWords(label.text)];
    case "field":
      return [...result, ...labelFromField(label)];
  }
}

/** What a capture hands back. */
export function captureInWords({
  field,
  outcomes,
}: Pick<CaptureModel, "field" | "outcomes">): readonly Phrase[] {
  if (outcomes === null) return fieldInWords(field);
  const only = listedPhrases(
    outcomes.map((outcome) => [words(outcome)]),
    "and",
  );
  return [...fieldInWords(field), words(", for "), ...only, words(" only")];
}

/** A test: `the body contains "sold"`. */
function testInWords({ test, negated }: Test, extent: Extent): readonly Phrase[] {
  switch (test.kind) {
    case "status":
      return [words(`the status is ${negated ? "not " : ""}`), ...rangesInWords(test.ranges, extent)];
    case "text":
      return textTestInWords(test, negated, extent);
    case "number": {
      const limit = `a number ${test.how} ${shortened(test.number)}`;
      return aboutField(test.field, negated, [words(` is ${limit}`)], [words(` is not ${limit}`)]);
    }
    case "empty":
      return negated
        ? [...anyOf(test.field), words(" is there and not empty")]
        : [
            ...fieldInWords(test.field),
            words(` ${picksSeveral(test.field) ? "are" : "is"} missing or empty`),
          ];
  }
}

function textTestInWords(
  { how, field, texts }: TextTest,
  negated: boolean,
  extent: Extent,
): readonly Phrase[] {
  const positive = verbsFor(how, texts, false, extent);
  const negative = verbsFor(how, texts, true, extent);
  if (field === null) return [words("the body"), ...(negated ? negative : positive)];
  return aboutField(field, negated, positive, negative);
}

/** Something that is said of a field. Of several that a path leads to one must have it, or none. */
function aboutField(
  field: Field,
  negated: boolean,
  positive: readonly Phrase[],
  negative: readonly Phrase[],
): readonly Phrase[] {
  if (!negated) return [...anyOf(field), ...positive];
  if (picksSeveral(field)) return [...fieldInWords(field, "none of "), ...positive];
  return [...fieldInWords(field), ...negative, words(" (or is missing)")];
}

function anyOf(field: Field): readonly Phrase[] {
  return fieldInWords(field, "one of ");
}

/** What a text test says of its subject, as the rest of a sentence: ` contains "a" or "b"`. */
function verbsFor(
  how: TextTest["how"],
  texts: readonly MappingText[],
  negated: boolean,
  extent: Extent,
): readonly Phrase[] {
  const shown = texts.slice(0, extent.texts);
  const more = texts.length - shown.length;
  const groups = groupsOf(shown.map((text) => shapeOf(how, text, extent)));
  const said = groups.map(({ verb, objects, after }, index) => {
    const last = index === groups.length - 1 && more > 0 ? [[words(`${more} more`)]] : [];
    return [
      words(negated ? verb.negative : verb.positive),
      ...listedPhrases([...objects, ...last], "or"),
      words(after),
    ];
  });
  return [words(" "), ...listedPhrases(said, negated ? "and" : "or")];
}

/** One text of a test: a verb and what it is said of. */
interface Shape {
  readonly verb: Verb;
  readonly object: readonly Phrase[];
  readonly after: string;
}

interface Verb {
  readonly positive: string;
  readonly negative: string;
}

const CONTAINS: Verb = { positive: "contains ", negative: "does not contain " };
const IS: Verb = { positive: "is exactly ", negative: "is not exactly " };
const IS_EMPTY: Verb = { positive: "is empty", negative: "is not empty" };
const IS_THERE: Verb = { positive: "is any text", negative: "is no text" };
const BEGINS: Verb = { positive: "begins with ", negative: "does not begin with " };
const ENDS: Verb = { positive: "ends with ", negative: "does not end with " };
/** The same where more is said: a `not` before the first part alone would be misread. */
const CONTAINS_AND: Verb = { positive: "contains ", negative: "is not a text that contains " };
const BEGINS_AND: Verb = { positive: "begins with ", negative: "is not a text that begins with " };

function shapeOf(how: TextTest["how"], text: MappingText, extent: Extent): Shape {
  switch (how) {
    case "keyword":
      return { verb: CONTAINS, object: [textInWords(text.text)], after: "" };
    case "word":
      return { verb: CONTAINS, object: [textInWords(text.text)], after: " as a word of its own" };
    case "exact":
      return exactShape(text, extent);
  }
}

/** That a test finds nothing in the body, as a clause. */
export function notInBody(test: PositiveTest): string {
  if (test.kind !== "text") return "it is not in the body";
  const several = test.texts.length > 1;
  switch (test.how) {
    case "keyword":
      return several ? "the body contains none of these" : "the body does not contain it";
    case "word": {
      const contains = several ? "contains none of these" : "does not contain it";
      return `the body ${contains} as a word of its own`;
    }
    case "exact":
      return `the body as a whole is ${several ? "none of these" : "not that"}`;
  }
}

/** `OK*` begins with OK, `*OK*` contains it, and so on. */
function exactShape({ pieces }: MappingText, extent: Extent): Shape {
  const [first, ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) {
    return first === ""
      ? { verb: IS_EMPTY, object: [], after: "" }
      : { verb: IS, object: [written(quoted(first))], after: "" };
  }
  const inside = rest.filter((piece) => piece !== "");
  const object = inside.slice(0, extent.texts).map((piece) => [written(quoted(piece))]);
  if (inside.length > object.length) object.push([words(`${inside.length - object.length} more texts`)]);
  const middle = listedPhrases(object, "and then");
  if (first === "" && last === "") {
    return inside.length === 0
      ? { verb: IS_THERE, object: [], after: "" }
      : { verb: CONTAINS, object: middle, after: "" };
  }
  const end = [written(quoted(last))];
  if (first === "" && inside.length === 0) return { verb: ENDS, object: end, after: "" };
  const ending = last === "" ? [] : [words(" and ends with "), ...end];
  if (first === "") return { verb: CONTAINS_AND, object: [...middle, ...ending], after: "" };
  const beginning = written(quoted(first));
  if (inside.length === 0 && last === "") return { verb: BEGINS, object: [beginning], after: "" };
  const contents =
    inside.length === 0 ? [] : [words(last === "" ? " and contains " : ", contains "), ...middle];
  return { verb: BEGINS_AND, object: [beginning, ...contents, ...ending], after: "" };
}

interface ShapeGroup {
  readonly verb: Verb;
  readonly objects: (readonly Phrase[])[];
  readonly after: string;
}

/** Neighbours of which the same is said, together. */
function groupsOf(shapes: readonly Shape[]): readonly ShapeGroup[] {
  const groups: ShapeGroup[] = [];
  for (const { verb, object, after } of shapes) {
    const open = groups.at(-1);
    if (open !== undefined && open.verb === verb && open.after === after) {
      if (object.length > 0) open.objects.push(object);
    } else groups.push({ verb, objects: [object], after });
  }
  return groups;
}

function rangesInWords(ranges: readonly StatusRange[], extent: Extent): readonly Phrase[] {
  const shown = ranges
    .slice(0, extent.texts)
    .map(({ first, last }) => [words(first === last ? `${first}` : `${first} to ${last}`)]);
  const more = ranges.length - shown.length;
  if (more > 0) shown.push([words(`${more} more`)]);
  return listedPhrases(shown, "or");
}

function labelFromField({ field, fallback }: Extract<Label, { kind: "field" }>): readonly Phrase[] {
  const otherwise = fallback === null ? [] : [words(", or else "), nameInWords(fallback)];
  return [words(" named by "), ...fieldInWords(field), ...otherwise];
}

/** Whether anything in the shown texts of the test has an upper and a lower case. */
function ignoresCase({ test }: Test, extent: Extent): boolean {
  if (test.kind !== "text") return false;
  return test.texts.slice(0, extent.texts).some(({ text }) => hasCase(text.slice(0, LONGEST_LOOKED_AT)));
}

function hasCase(text: string): boolean {
  for (const character of text) if (caseVariants(character.codePointAt(0) ?? 0).length > 1) return true;
  return false;
}

/** A label as a file writes it, or cut where it is long. */
function nameInWords(name: string): Phrase {
  const shown = quoted(name);
  return written(shown === `"${name}"` ? writeName(name) : shown);
}
