import {
  applyFixes,
  createMatcher,
  link,
  type Mapping,
  parse,
  type Response,
  runExamples,
} from "@responses/dsl";
import {
  addExamples,
  type Match,
  recordedVerdict,
  recordingOf,
  recordsOf,
  writeExample,
} from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), { resolve: () => "", load: () => null });
  if (linked.kind === "refused") throw new Error(text);
  return linked.mapping;
}

function matchOf(mapping: Mapping): Match {
  const matcher = createMatcher(mapping);
  return (response) => matcher.match(response);
}

const said = (match: Match, response: Response): string => JSON.stringify(match(response));

/** What an example of the response records, read from the file to which it was added. */
function recorded(text: string, response: Response) {
  const mapping = mappingOf(text);
  const { recorded: kept, verdict } = recordingOf(response, matchOf(mapping));
  const written = writeExample(kept, recordedVerdict(verdict, kept, mapping));
  const { edit } = addExamples(mapping.file.tree, [written]);
  const after = mappingOf(applyFixes(text, [{ title: "", kind: "suggested", edits: [edit] }]).text);
  const example = after.examples.at(-1)?.model;
  if (example === undefined) throw new Error(written);
  return { after, example, match: matchOf(after) };
}

const SPLIT_LF = 'success split "\\n" part -1 exact "OK"\nreject otherwise as Other\n';
const SPLIT_CRLF = `success split "\\r\\n" part 1 exact "OK"\nreject otherwise as Other\ncapture id from between "id=" and "\\r\\n"\n`;
const JSON_FIELD = 'success json "$.a" exact "1"\nreject keyword "a"\n';

test.each<[string, string, string, string]>([
  ["a blank of other languages", 'success exact "OK"\n', "\u00a0OK", "\u00a0OK"],
  ["white space around it that says nothing", 'success exact "OK"\n', " \ufeffOK\r\n", "OK"],
  ["a line end behind it that is asked for", SPLIT_LF, "id=7\nOK\n", "id=7\nOK\n"],
  ["a line end behind it that nothing asks for", SPLIT_LF, "OK\nid=7\n", "OK\nid=7"],
  ["line ends that are asked for", SPLIT_CRLF, "OK\r\nid=7\r\nend", "OK\r\nid=7\r\nend"],
  ["line ends that nothing asks for", SPLIT_LF, "OK\r\nid=7\r\nend", "OK\nid=7\nend"],
  [
    "line ends in what is captured",
    'success keyword "OK"\ncapture id from between "a" and "b"',
    "OK a1\r\n2b",
    "OK a1\r\n2b",
  ],
  // The matcher drops the first one.
  ["two byte order marks before JSON", JSON_FIELD, '\ufeff\ufeff{"a":1}', '\ufeff\ufeff{"a":1}'],
  ["white space that JSON does not have", JSON_FIELD, '\v{"a":1}', '\v{"a":1}'],
  ["a byte order mark behind JSON", JSON_FIELD, '{"a":1}\ufeff', '{"a":1}\ufeff'],
  ["half a character", JSON_FIELD, '\ud800{"a":1}', '\ufffd{"a":1}'],
  ["white space that JSON has", JSON_FIELD, '\r\n{"a":\r\n1}\n', '{"a":\n1}'],
])("an example keeps of a response what decides: %s", (_what, text, body, expected) => {
  const { example, match } = recorded(text, { status: null, body });
  expect(example.body).toBe(expected);
  expect(said(match, example)).toBe(said(match, { body }));
});

test("a status that nobody gives is written as it came, or as none", () => {
  const status = (given: number) =>
    recorded('success exact "OK"', { status: given, body: "OK" }).example.status;
  expect([status(0), status(1e21), status(-5)]).toEqual([0, 1e21, null]);
});

test("an example records another response where the mapping says something else of it", () => {
  const match = matchOf(mappingOf(SPLIT_LF));
  const example = { status: 200, body: "id=7\nOK" };
  const isRecorded = (body: string, status = 200) => recordsOf({ status, body }, match)(example);
  expect(isRecorded("id=7\r\nOK")).toBe(true);
  expect(isRecorded(" id=7\nOK ")).toBe(true);
  expect(isRecorded("id=7\nOK\n")).toBe(false);
  expect(isRecorded("id=7\nOK", 201)).toBe(false);
  expect(isRecorded("id=8\nOK")).toBe(false);
});

const ODD = [
  "\n",
  "\r\n",
  "\r",
  " ",
  "\t",
  "\v",
  "\f",
  "\u00a0",
  "\u0085",
  "\u2028",
  "\u3000",
  "\ufeff",
  "\0",
  "\ufffe",
  "\ud800",
];
const WORDS = [
  "OK",
  "id=",
  "7",
  '{"a":1}',
  '{"a":"',
  '"}',
  "<a>",
  "</a>",
  '"""',
  "::error::",
  "success",
  "*",
  "\\",
  "&a=OK",
];

function oddText(random: Random, pieces: number): string {
  return random.several(1, pieces, () => random.pick(random.chance(0.5) ? ODD : WORDS)).join("");
}

/** A text of a rule in escapes alone, of which there is none for half a character. */
function written(random: Random): string {
  const text = random.pick(["OK", "7", oddText(random, 2)]).replaceAll("\ud800", "x");
  return `"${Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join("")}"`;
}

function field(random: Random): string {
  return random.pick([
    'json "$.a"',
    'xml "/a"',
    'form "a"',
    `split ${written(random)} part ${random.pick([1, 2, -1])}`,
    `between ${written(random)} and ${written(random)}`,
    `between "id=" and "\\n", "\\r", end`,
  ]);
}

function oddMapping(random: Random): string {
  const test = () => {
    const subject = random.chance(0.6) ? `${field(random)} ` : "";
    return `${random.chance(0.2) ? "not " : ""}${subject}${random.pick(["exact", "keyword", "word"])} ${written(random)}`;
  };
  const label = () => random.pick(["", " as Other", ` as ${field(random)} or None`]);
  const rules = random.several(1, 3, () =>
    random.chance(0.5) ? `success ${test()}` : `reject ${test()}${label()}`,
  );
  return [...rules, "error otherwise", `capture id from ${field(random)}`, ""].join("\n");
}

test("of random responses with odd white space an example passes, and its response gets what theirs gets", () => {
  for (let seed = firstSeed(1); seed < firstSeed(1) + runs(60); seed++) {
    const random = new Random(seed);
    const text = oddMapping(random);
    for (let tries = 0; tries < 5; tries++) {
      const response = { status: random.pick([null, 200]), body: oddText(random, 6) };
      const about = [seed, text, response];
      const { after, example, match } = recorded(text, response);
      const failed = runExamples(after).filter(({ difference }) => difference !== null);
      expect([...about, failed.length]).toEqual([...about, 0]);
      expect([...about, said(match, example)]).toEqual([...about, said(match, response)]);
      expect([...about, recordsOf(response, match)(example)]).toEqual([...about, true]);
    }
  }
});
