import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Host, link, type Mapping, parse } from "@responses/dsl";
import { writeString } from "@responses/dsl/editor";
import { EXAMPLES, exampleFiles } from "@responses/testing/mapping-files";
import type { Random } from "@responses/testing/random";
import { mappingOf, mappingText, mappingTextOf } from "@responses/testing/random-mappings";
import fc from "fast-check";
import { type TextMaker, textMaker } from "./texts.js";

/** A mapping to run in every way. */
export interface MadeMapping {
  readonly text: string;
  readonly mapping: Mapping;
}

const MOST_RULES = 2000;

/** A mapping of 1 to 2,000 rules. */
export function randomMapping(random: Random): MadeMapping {
  const choice = random.fraction();
  if (choice < 0.25) return made(drawn(mappingText, random));
  if (choice < 0.3) {
    const count = rules(random);
    return made(drawn(mappingTextOf({ minStatements: count, maxStatements: count }), random));
  }
  if (choice < 0.34) return example(random);
  return made(realistic(random, rules(random)));
}

/** A mapping of few rules, for bodies that take long. */
export function smallMapping(random: Random): MadeMapping {
  return made(realistic(random, random.integer(1, random.pick([3, 8, 40]))));
}

function made(text: string): MadeMapping {
  return { text, mapping: mappingOf(text) };
}

function drawn(arbitrary: fc.Arbitrary<string>, random: Random): string {
  const [text = ""] = fc.sample(arbitrary, { numRuns: 1, seed: random.integer(0, 0x7fffffff) });
  return text;
}

/** Mostly small: of a mapping of many rules a verdict takes long to interpret. */
function rules(random: Random): number {
  return Math.max(1, Math.round(MOST_RULES ** (random.fraction() ** 3)));
}

const FILES = exampleFiles();

const host: Host = {
  resolve: (from, include) => resolve(dirname(from), include),
  load: (path) => (existsSync(path) ? parse(path, readFileSync(path)) : null),
};

/** A file of examples/ as it is. */
function example(random: Random): MadeMapping {
  const { name, text } = random.pick(FILES);
  const linked = link(parse(EXAMPLES + name, text), host);
  return linked.kind === "mapping" ? { text, mapping: linked.mapping } : made('reject keyword "x"\n');
}

const FIELDS = [
  'json "$.status"',
  'json "$.errors[*].code"',
  'xml "//status"',
  'form "status"',
  'between "(" and ")"',
];

/** How the rules of one mapping are written: the share of each way, and of what is asked beside it. */
interface Style {
  readonly make: TextMaker;
  readonly ways: readonly ((random: Random, make: TextMaker) => string)[];
  readonly fields: readonly string[];
  readonly withStatus: number;
  readonly withMore: number;
}

const list = (random: Random, make: TextMaker): string =>
  random.several(1, random.pick([1, 1, 4]), () => writeString([make(random)])).join(", ");

const keyword = (random: Random, make: TextMaker): string => `keyword ${list(random, make)}`;
const word = (random: Random, make: TextMaker): string => `word ${list(random, make)}`;
const exact = (random: Random, make: TextMaker): string => `exact ${list(random, make)}`;
/** Pieces of which some are empty at the ends, and some overlap. */
const glob = (random: Random, make: TextMaker): string => {
  const middles = random.several(0, random.pick([1, 2, 30]), () => make(random));
  const [first, last] = [random, random].map((one) => (one.chance(0.7) ? "" : make(one)));
  return `exact ${writeString([first ?? "", make(random), ...middles, last ?? ""])}`;
};

function realistic(random: Random, count: number): string {
  const style: Style = {
    make: textMaker(random),
    ways: random.pick([
      [keyword],
      [keyword],
      [word],
      [keyword, word],
      [exact],
      [glob],
      [exact, glob],
      [keyword, word, exact, glob],
    ]),
    fields: random.pick([[], [], [random.pick(FIELDS)], ["", random.pick(FIELDS)], ["", ...FIELDS]]),
    withStatus: random.pick([0, 0, 0.3, 1]),
    withMore: random.pick([0, 0, 0.1, 0.5]),
  };
  const lines = Array.from({ length: count }, () => rule(random, style));
  if (random.chance(0.2)) lines.unshift(`capture found from ${random.pick(FIELDS)}`);
  return `${lines.join("\n")}\n`;
}

function rule(random: Random, style: Style): string {
  const tests = [test(random, style)];
  if (random.chance(style.withStatus))
    tests.push(`status ${random.pick(["200", "4xx", "200..299", "500, 503"])}`);
  if (random.chance(style.withMore)) tests.push((random.chance(0.6) ? "not " : "") + test(random, style));
  if (random.chance(0.3)) tests.reverse();
  const label = random.chance(0.1) ? ` as ${random.pick(FIELDS)}` : "";
  return `${random.pick(["success", "reject", "error"])} ${tests.join(" and ")}${label}`;
}

function test(random: Random, { make, ways, fields }: Style): string {
  const field = fields.length === 0 ? "" : random.pick(fields);
  return `${field}${field === "" ? "" : " "}${random.pick(ways)(random, make)}`;
}
