import type { TextMatchWord } from "@responses/dsl";
import { TEXT_MATCH_WORDS, VOCABULARY } from "@responses/dsl/editor";
import type { Random } from "./random.js";

/*
 * Random mapping files in which the statements have much to do with one another, and random edits of them: keywords that
 * stand in other rules' texts and in the names and values of bodies, labels with several spellings, statements that stand
 * twice, examples that fail, comments that silence, includes.
 */

const TEXTS = [
  "valid",
  "invalid",
  "sold",
  "unsold",
  "not sold",
  "error",
  "no error",
  "dup",
  "duplicate lead",
  "success",
  "code 1",
  "code 12",
  '"code":1',
  "<state>sold</state><why>",
  ">sold<",
  "a*b",
  "ok",
  "state",
  "K",
  "é",
];
const LABELS = ["Dup", "dup", "D-U-P", '"No Demand"', "NoDemand", "Other", '"é"', "Success"];
const NAMES = ["state", "code", "success", "error", "Valid", "why"];
const VALUES = [
  '"valid"',
  '"invalid"',
  '"sold"',
  '"duplicate lead"',
  "true",
  "false",
  "1",
  "12",
  "null",
  '""',
  "[]",
  "0",
  '["sold","dup"]',
];
const FINDINGS = [
  "untested-rule",
  "keyword-inside-word",
  "keyword-matches-key",
  "label-spelling",
  "unlabelled-reject",
  "unused-suppression",
  "example-fails",
  "doubtful-success",
  "unchecked-capture",
  "open-ended-number",
  "unreadable-body",
  "spacing-dependent",
  "no-such-finding",
];

/** The files that a file can include, besides others that are not there. */
export const INCLUDED = ["common.responses", "deep.responses"] as const;

/** A file of that many statements; `includes` names the files that it may include. */
export function randomFile(random: Random, statements: number, includes: readonly string[]): string {
  return random.several(statements, statements, () => randomStatement(random, includes)).join("");
}

function randomStatement(random: Random, includes: readonly string[]): string {
  return `${randomComment(random)}${statementText(random, includes)}\n${random.chance(0.1) ? "\n" : ""}`;
}

function randomComment(random: Random): string {
  if (random.chance(0.85)) return "";
  if (random.chance(0.3)) return "# a comment\n";
  return `# responses-ignore ${random.pick(FINDINGS)}: ${random.chance(0.9) ? "known" : ""}\n`;
}

function statementText(random: Random, includes: readonly string[]): string {
  const choice = random.fraction();
  if (choice < 0.4) return randomExample(random);
  if (choice < 0.44)
    return `capture ${randomCaptureName(random)} from ${randomField(random)}${random.chance(0.2) ? " for success" : ""}`;
  if (choice < 0.442) return 'system "A"';
  if (choice < 0.48 && includes.length > 0) return `include "${random.pick(includes)}"`;
  return randomRule(random);
}

/** Of many names, since two captures of one name are refused. */
function randomCaptureName(random: Random): string {
  if (random.chance(0.8)) return `${random.pick(NAMES)}${random.integer(1, 500)}`;
  const before = random.pick(["", "lead", "total", "sale", "sold", "buyer", "final", "net", "ping", "post"]);
  return (
    before + random.pick(["", "_", "-"]) + random.pick(["price", "Price", "PAYOUT", "bid", "Amount", "cost"])
  );
}

function randomRule(random: Random): string {
  const outcome = random.pick(["success", "reject", "reject", "error"]);
  const condition = random.chance(0.03)
    ? "otherwise"
    : random.several(1, random.pick([1, 1, 1, 2]), () => randomTest(random)).join(" and ");
  return `${outcome} ${condition}${randomLabel(random)}`;
}

function randomLabel(random: Random): string {
  if (random.chance(0.3)) return "";
  if (random.chance(0.8)) return ` as ${random.pick(LABELS)}`;
  return ` as ${randomField(random)}${random.chance(0.5) ? ` or ${random.pick(LABELS)}` : ""}`;
}

function randomTest(random: Random): string {
  const not = random.chance(0.1) ? "not " : "";
  if (random.chance(0.15)) return `${not}status ${random.pick(["200", "2xx", "404", "400..499"])}`;
  const field = random.chance(0.35) ? `${randomField(random)} ` : "";
  if (field !== "" && random.chance(0.15)) return `${not}${field}${random.pick(["empty", "above 1"])}`;
  const how = random.pick<TextMatchWord>(["keyword", ...TEXT_MATCH_WORDS]);
  const texts = random.several(1, random.pick([1, 1, 1, 3]), () => {
    const text = random.pick(TEXTS);
    return VOCABULARY[how].asteriskIsWildcard && random.chance(0.5) ? quote(`*${text}*`) : quote(text);
  });
  return `${not}${field}${how} ${texts.join(", ")}`;
}

function quote(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

function randomField(random: Random): string {
  const name = random.pick(NAMES);
  return random.pick([
    `json "$.${name}"`,
    `json "$.${name}"`,
    `json "$.${name}[*]"`,
    `xml "//${name}"`,
    'split "|" part 2',
  ]);
}

function randomExample(random: Random): string {
  const verdict = random.pick(["success", "reject", "reject Dup", 'reject "No Demand"', "error", "unmapped"]);
  const captures = verdict !== "unmapped" && random.chance(0.1) ? ' with code1 "1"' : "";
  return `example ${random.pick(["", "200 ", "404 "])}'${randomBody(random)}' is ${verdict}${captures}`;
}

function randomBody(random: Random): string {
  const choice = random.fraction();
  if (choice < 0.6) {
    const members = random.several(1, 3, () => `"${random.pick(NAMES)}":${random.pick(VALUES)}`);
    return `{${members.join(",")}}`;
  }
  if (choice < 0.7) return `<r><${random.pick(NAMES)}>${random.pick(TEXTS)}</r>`;
  if (choice < 0.75) return '{"state":';
  if (choice < 0.8) return randomInnerBody(random);
  if (choice < 0.83) return `<r><state>sold</state><why>${random.pick(NAMES)}</why></r>`;
  return random.several(1, 3, () => random.pick(TEXTS)).join(random.pick([" ", "|"]));
}

/** JSON in a call, behind a line, or as a text in JSON: a field that asks for it finds nothing. */
function randomInnerBody(random: Random): string {
  const name = random.pick(NAMES);
  return random.pick([
    `cb({"${name}":1})`,
    `x\\n{"${name}":"sold"}`,
    `{"${random.pick(NAMES)}":"{\\\\"${name}\\\\":1}"}`,
    `<r><state>&lt;r>&lt;${name}>1&lt;/${name}>&lt;/r></state></r>`,
  ]);
}

/** A text that an edit made of another: of a character, of a word, of whole statements. */
export function editedFile(text: string, random: Random, includes: readonly string[]): string {
  const choice = random.fraction();
  if (choice < 0.3) return withCharacters(text, random);
  if (choice < 0.5) return withOtherWord(text, random);
  const lines = text.split(/(?<=\n)/);
  const at = random.integer(0, lines.length);
  const count = random.pick([1, 1, 1, 2, 5]);
  const taken = lines.slice(at, at + count);
  const rest = [...lines.slice(0, at), ...lines.slice(at + count)];
  const to = random.integer(0, rest.length);
  if (choice < 0.6) return rest.join("");
  if (choice < 0.75) return insert(lines, at, [randomStatement(random, includes)]);
  if (choice < 0.85) return insert(lines, random.integer(0, lines.length), taken);
  if (choice < 0.95) return insert(rest, random.chance(0.5) ? at + 1 : to, taken);
  return insert(rest, at, [randomStatement(random, includes)]);
}

function insert(lines: readonly string[], at: number, inserted: readonly string[]): string {
  return [...lines.slice(0, at), ...inserted, ...lines.slice(at)].join("");
}

function withCharacters(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  const inserted = random.pick(["x", "1", " ", "\n", '"', "'", "#", "*", '"""', "\r", "not ", "", ""]);
  return text.slice(0, at) + inserted + text.slice(at + random.pick([0, 0, 0, 1, 1, 12]));
}

/** One of the words, labels and names in the place of another. */
function withOtherWord(text: string, random: Random): string {
  const list = random.pick([TEXTS, LABELS, NAMES, VALUES]);
  const words = list.filter((word) => text.includes(word));
  if (words.length === 0) return text;
  const word = random.pick(words);
  const from = random.integer(0, text.length);
  const at = text.includes(word, from) ? text.indexOf(word, from) : text.indexOf(word);
  return text.slice(0, at) + random.pick(list) + text.slice(at + word.length);
}
