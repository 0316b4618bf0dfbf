import { type FileModel, link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import {
  NUMBER_MATCH_WORDS,
  OUTCOMES,
  TEXT_MATCH_WORDS,
  VOCABULARY,
  writeName,
  writeString,
} from "@responses/dsl/editor";
import fc from "fast-check";
import { Random } from "./random.js";
import { randomField } from "./random-fields.js";
import { literal, literalOf } from "./random-literals.js";
import { randomText } from "./random-texts.js";

/*
 * Random mapping files, over the whole language: every way to match, every kind of field, lists, `not`, `and`,
 * `otherwise`, labels, captures, examples, comments, blocks, letters that are difficult. Responses that nearly match
 * them come from `random-responses.ts`. Drawing a mapping is dear, a response cheap, so take many to each mapping:
 *
 *     fc.assert(
 *       fc.property(mappingText, seed, (text, start) => {
 *         const mapping = mappingOf(text);
 *         const random = new Random(start);
 *         const draw = responsesFor(mapping);
 *         for (let count = 0; count < 50; count++) {
 *           const response = draw(random);
 *           …
 *         }
 *       }),
 *       randomRuns(4000),
 *     );
 *
 * fast-check prints the seed of a failing run, and shrinks the mapping statement by statement.
 */

/** A seed for `Random`. */
export const seed: fc.Arbitrary<number> = fc.noShrink(fc.noBias(fc.integer()));

/** The source text of a mapping that nothing refuses. */
export const mappingText: fc.Arbitrary<string> = mappingTextOf({ maxStatements: 12 });

/** Mapping files with that many statements; with `minStatements` above 64 the matcher uses its index. */
export function mappingTextOf(size: {
  readonly minStatements?: number;
  readonly maxStatements: number;
}): fc.Arbitrary<string> {
  const statements = fc.array(seed, {
    minLength: size.minStatements ?? 1,
    maxLength: size.maxStatements,
    size: "max",
  });
  return fc.tuple(statements, fc.constantFrom("\n", "\n", "\n", "\r\n", "\r")).map(([seeds, lineEnd]) => {
    const written = seeds.map((own, index) => randomStatement(new Random(own), index, lineEnd));
    return written.join(lineEnd) + lineEnd;
  });
}

/**
 * The meaning of a text that must be a mapping.
 *
 * @param previous the file before an edit, whose unchanged statements are taken over
 */
export function mappingOf(text: string, previous: FileModel | null = null): Mapping {
  const linked = link(parse("random.responses", text, previous), noOtherFiles);
  if (linked.kind === "mapping") return linked.mapping;
  throw new Error(`this is no mapping: ${JSON.stringify(linked.findings[0])}\n${text}`);
}

function randomStatement(random: Random, index: number, lineEnd: string): string {
  const comment = random.chance(0.05) ? `# ${writeString([randomText(random)])}${lineEnd}` : "";
  return (
    comment +
    (index === 0 && random.chance(0.3) ? `system ${literal(random)}` : ruleOrOther(random, index, lineEnd))
  );
}

function ruleOrOther(random: Random, index: number, lineEnd: string): string {
  const choice = random.fraction();
  if (choice < 0.12) {
    return `capture ${captureName(random, index)} from ${randomField(random)}${captureOutcomes(random)}`;
  }
  if (choice < 0.16) return randomExample(random);
  return randomRule(random, lineEnd);
}

/** No two of a file are equal, since each has its statement's number; one is a name that objects have a use for. */
function captureName(random: Random, index: number): string {
  return index === 1
    ? random.pick(["__proto__", "__proto__", "constructor", "toString", "hasOwnProperty"])
    : writeName(`${random.pick(["price", "lead id", "é", "constructor"])}${index}`);
}

function captureOutcomes(random: Random): string {
  if (random.chance(0.7)) return "";
  return ` for ${random.several(1, 2, () => random.pick(OUTCOMES)).join(", ")}`;
}

function randomExample(random: Random): string {
  const status = random.pick(["", "200 ", "503 ", "0 "]);
  const verdict = random.pick([
    "unmapped",
    "success",
    `reject ${literal(random)}`,
    `error with price ${literal(random)}`,
  ]);
  return `example ${random.pick(["", "some-name "])}${status}${literal(random)} is ${verdict}`;
}

function randomRule(random: Random, lineEnd: string): string {
  const outcome = random.pick(OUTCOMES);
  const and = random.pick([" and ", " and ", `${lineEnd}  and `]);
  const condition = random.chance(0.02)
    ? "otherwise"
    : random.several(1, random.pick([1, 1, 2, 3]), (index) => randomTest(random, index)).join(and);
  return `${outcome} ${condition}${randomLabel(random)}`;
}

function randomLabel(random: Random): string {
  if (random.chance(0.4)) return "";
  if (random.chance(0.5)) return ` as ${writeName(randomText(random))}`;
  return ` as ${randomField(random)}${random.chance(0.5) ? ` or ${writeName(randomText(random))}` : ""}`;
}

/** A rule of nothing but a `not` takes nearly every response, so there are few. */
function randomTest(random: Random, index: number): string {
  return (random.chance(index === 0 ? 0.04 : 0.3) ? "not " : "") + randomPositiveTest(random);
}

function randomPositiveTest(random: Random): string {
  const choice = random.fraction();
  if (choice < 0.15) return `status ${random.several(1, 2, () => randomRange(random)).join(", ")}`;
  if (choice < 0.55) return randomTextMatch(random, false);
  const field = randomField(random);
  if (choice < 0.8) return `${field} ${randomTextMatch(random, true)}`;
  if (choice < 0.95) return `${field} ${random.pick(NUMBER_MATCH_WORDS)} ${randomNumber(random)}`;
  return `${field} empty`;
}

function randomRange(random: Random): string {
  const first = random.pick([100, 200, 201, 204, 302, 404, 500, 503, 599]);
  return random.pick([
    String(first),
    `${first}..${Math.min(599, first + random.integer(0, 150))}`,
    `${Math.floor(first / 100)}xx`,
  ]);
}

function randomTextMatch(random: Random, onField: boolean): string {
  const how = random.pick(TEXT_MATCH_WORDS);
  const texts = random.several(1, random.pick([1, 1, 3]), () =>
    VOCABULARY[how].asteriskIsWildcard ? pattern(random, onField) : literal(random),
  );
  return `${how} ${texts.join(random.pick([", ", ","]))}`;
}

/** A text in which an asterisk is a wildcard, often with some; on the body not of wildcards alone. */
function pattern(random: Random, onField: boolean): string {
  if (random.chance(0.05)) return onField ? random.pick(['""', '"*"', '"**"']) : '""';
  const rest = random.several(0, 3, () => (random.chance(0.2) ? "" : randomText(random)));
  return literalOf(
    random,
    random.chance(0.6) ? ["", randomText(random), ...rest] : [randomText(random), ...rest],
  );
}

function randomNumber(random: Random): string {
  return random.pick(["0", "-1", "5", "12.50", "1e2", "1E-3", "-0.0", "12345678901234567890", "0.1"]);
}
