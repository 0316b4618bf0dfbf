import type { Capture, Field, Mapping, PositiveTest, Response, Rule, TextMatchWord } from "@responses/dsl";
import { FIELD_WORDS, partsOf, type TextTest, VOCABULARY } from "@responses/dsl/editor";
import type { Random } from "./random.js";
import { bodyOfKind, type WantedText } from "./random-bodies.js";
import { filler, inOtherCase, randomText, slightlyChanged } from "./random-texts.js";

/*
 * Responses that match a mapping's rules, or nearly do: statuses at the ends of its ranges, and bodies made of its own
 * texts, in JSON or XML in the shape of its paths, in other case, cut off, with one character changed, as text or bytes.
 */

type MappingText = TextTest["texts"][number];

/** A text and the field that should pick it; null for anywhere. */
interface WantedByField {
  readonly field: Field | null;
  readonly text: string;
}

/** Draws responses for one mapping. */
export function responsesFor(mapping: Mapping): (random: Random) => Response {
  const statuses = statusesNear(mapping);
  return (random) => {
    const wishes = wantedTexts(mapping, random);
    let body = bodyFrom(wishes, random);
    while (random.chance(0.4)) body = slightlyChanged(random, body);
    return { status: random.pick(statuses), body: random.chance(0.3) ? bytesOf(body, random) : body };
  };
}

function statusesNear({ rules }: Mapping): readonly (number | null | undefined)[] {
  const near = testsOf(rules).flatMap((test) =>
    test.kind === "status"
      ? test.ranges.flatMap(({ first, last }) => [first - 1, first, first, last, last, last + 1])
      : [],
  );
  return [...near, 200, null, undefined, 200.5, Number.NaN, -1, 0, 99, 600];
}

function testsOf(rules: readonly Rule[]): readonly PositiveTest[] {
  return rules.flatMap(({ model }) =>
    model.condition.kind === "tests" ? model.condition.tests.map(({ test }) => test) : [],
  );
}

/** What the tests of one to three rules ask for, and sometimes what a label or a capture reads. */
function wantedTexts({ rules, captures }: Mapping, random: Random): readonly WantedByField[] {
  const wishes: WantedByField[] = [];
  if (rules.length > 0) {
    for (let left = random.pick([1, 1, 2, 3]); left > 0; left--)
      wishes.push(...wantedByRule(random.pick(rules), random));
  }
  if (captures.length > 0 && (rules.length === 0 || random.chance(0.5)))
    wishes.push(wantedByCapture(random.pick(captures), random));
  return wishes;
}

function wantedByRule({ model }: Rule, random: Random): readonly WantedByField[] {
  const { condition, label } = model;
  const tests = condition.kind === "tests" ? condition.tests : [];
  const wishes = tests.flatMap(({ test, negated }) =>
    negated && random.chance(0.7) ? [] : wantedByTest(test, random),
  );
  if (label.kind === "field" && random.chance(0.5))
    wishes.push({ field: label.field, text: randomText(random) });
  return wishes;
}

function wantedByTest(test: PositiveTest, random: Random): readonly WantedByField[] {
  switch (test.kind) {
    case "status":
      return [];
    case "text":
      return [{ field: test.field, text: matchingSubject(test.how, random.pick(test.texts), random) }];
    case "number":
      return [{ field: test.field, text: numberNear(test.number, random) }];
    case "empty":
      return random.chance(0.3) ? [] : [{ field: test.field, text: random.pick(["", "null", " ", "x"]) }];
  }
}

/** A subject that the text matches: its wildcards filled, its case changed, with something around a keyword. */
function matchingSubject(how: TextMatchWord, { pieces, text }: MappingText, random: Random): string {
  if (!VOCABULARY[how].asteriskIsWildcard) return filler(random) + inOtherCase(random, text) + filler(random);
  return pieces
    .map((piece) => inOtherCase(random, piece))
    .reduce((whole, piece) => whole + filler(random) + piece);
}

function numberNear(limit: string, random: Random): string {
  return random.pick([
    limit,
    `-${limit}`,
    `${limit}0`,
    `1${limit}`,
    `$ ${limit}`,
    ` ${limit}€ `,
    "0",
    "1e999999999",
    "12.5001",
    "1,000",
    "+5",
    ".5",
  ]);
}

function wantedByCapture({ model }: Capture, random: Random): WantedByField {
  return { field: model.field, text: randomText(random) };
}

function bodyFrom(wishes: readonly WantedByField[], random: Random): string {
  if (random.chance(0.03)) return random.pick(["", " ", "null", "{}", "[]", "<r/>", '""']);
  const ofBody = wishes.map((wish) => wantedOfBody(wish, random));
  const asked = ofBody.flatMap(({ field }) => (field === null ? [] : [field.kind]));
  const any = [...FIELD_WORDS, "text", "text"] as const;
  const kind = random.pick(asked.length === 0 || random.chance(0.1) ? any : asked);
  if (kind === "text") return ofBody.map(({ text }) => text).join(filler(random));
  return bodyOfKind(kind, ofBody, random);
}

/** What the first part of the field must pick, so that the others pick the text out of it. */
function wantedOfBody({ field, text }: WantedByField, random: Random): WantedText {
  if (field === null) return { field, text };
  const [first, ...others] = partsOf(field);
  const inner = others.reduceRight(
    (read, part) => bodyOfKind(part.kind, [{ field: part, text: read }], random),
    text,
  );
  return { field: first, text: inner };
}

const encoder = new TextEncoder();

/** The body as UTF-8, now and then with a byte that is wrong. */
function bytesOf(body: string, random: Random): Uint8Array | ArrayBuffer {
  const bytes = encoder.encode(body);
  if (bytes.length > 0 && random.chance(0.2))
    bytes[random.integer(0, bytes.length - 1)] = random.pick([0x80, 0xff, 0xc3, 0xe2, 0xf0, 0xed, 0x41]);
  const part = random.chance(0.1) ? bytes.slice(0, random.integer(0, bytes.length)) : bytes;
  return random.chance(0.1) ? part.slice().buffer : part;
}
