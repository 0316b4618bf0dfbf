import { kindOfExample } from "../../bodies/example-outline.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { readExample } from "../../bodies/read-example.js";
import type { ExampleModel } from "../../model/mapping.js";
import { writeString } from "../../syntax/text-literal.js";
import { SURE_WEIGHT, type TellingField, tellingFieldsOf } from "./telling-fields.js";
import { textTests } from "./text-tests.js";

/** Values that one test lists at most: more of them are no verdicts. */
const MOST_VALUES = 4;

/** A longer value is a message. */
const LONGEST_VALUE = 60;

/** Single tests that are also put together in twos, at most. */
const MOST_PAIRED = 4;

/**
 * Tests that the recorded successes suggest, as they would be written, the likeliest first: by fields that say that a lead
 * was taken, then by amounts and by what only a success has, then by two of them; for plain text by how it begins. Only by
 * fields whose value surely says it where `isSure`.
 */
export function* successTests(samples: readonly ExampleModel[], isSure: boolean): Iterable<string> {
  const [sample] = samples;
  if (sample === undefined) return;
  if (readExample(sample) === null) {
    if (!isSure && samples.every((example) => kindOfExample(example) === "text"))
      yield* textTests(samples.map((example) => subjectOf(example).body));
    return;
  }
  const telling = tellingFieldsOf(sample).filter(({ weight }) => !isSure || weight >= SURE_WEIGHT);
  const single = telling.flatMap((field) => testOf(field, samples) ?? []);
  const [one, other] = telling.filter(({ by, weight }) => by === "value" && weight >= SURE_WEIGHT);
  if (one?.isVague === true && other !== undefined) {
    // What only says that nothing went wrong is surer in twos.
    const both = [one, other].map((field) => testOf(field, samples));
    if (both.every((test) => test !== null)) yield both.join(" and ");
  }
  yield* single;
  for (const [place, first] of single.slice(0, MOST_PAIRED).entries()) {
    for (const second of single.slice(place + 1)) yield `${first} and ${second}`;
  }
}

/** The test that a field suggests, for all samples that have it. */
function testOf({ field, by }: TellingField, samples: readonly ExampleModel[]): string | null {
  switch (by) {
    case "value": {
      const values = valuesOf(field.written, samples);
      if (values.length > MOST_VALUES || values.some((value) => value.length > LONGEST_VALUE)) return null;
      return `${field.written} exact ${values.map((value) => writeString([value])).join(", ")}`;
    }
    case "amount":
      return `${field.written} above 0`;
    case "presence":
      return `not ${field.written} empty`;
  }
}

/** The different values of a field, as the samples first write them. */
function valuesOf(written: string, samples: readonly ExampleModel[]): readonly string[] {
  const values = new Map<string, string>();
  for (const sample of samples) {
    const field = readExample(sample)?.fields.find((found) => found.field.written === written);
    if (field !== undefined && !values.has(field.key)) values.set(field.key, field.field.text);
  }
  return [...values.values()].filter((value) => value !== "");
}
