import { createMatcher, type Mapping, type Rule, runExamples } from "@responses/dsl";
import { writeName, writeString } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { workspaceEditOf } from "../../src/features/edits/workspace-edit.js";
import { type Renameable, rename, renameableAt } from "../../src/features/rename/rename.js";
import type { ResolveInclude } from "../../src/workspace/documents/include-target.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { applied } from "../support/applied-edit.js";
import { uriOf, workspaceOf } from "../support/memory-workspace.js";

/*
 * Random files that include one another, with few names and bodies, so that the same ones meet. A label or a capture of
 * them is renamed and renamed back: the texts are what they were, and in between every mapping gives the same verdicts, but
 * for the name.
 */

const SEED = firstSeed(1);
const USUAL = 600;
const RUNS = runs(USUAL);

const NAMES = [
  "Duplicate",
  "duplicate",
  "No Demand",
  "with",
  "json",
  "error",
  "12",
  "é😀 x",
  "it's",
  'a "b"',
  "a\\b*",
];
const CAPTURES = ["price", "the id", "error", "with", "__proto__"];
const WORDS = ["dup", "closed", "é😀", "sold"];
const FRESH = ["Fresh", "fresh-2", "Ünïque", "ok"];
const FRESH_IN_QUOTES = ["a fresh one", "it's 'fresh'", "fresh\\"];

type Texts = ReadonlyMap<string, string>;

function randomTexts(random: Random): Texts {
  const files = ["a.responses", "b.responses", "shared/c.responses"];
  return new Map(
    files.map((name, index) => {
      const lineEnd = random.pick(["\n", "\n", "\r\n"]);
      // Only later files are included, so that there is no cycle.
      const targets = ["b.responses", "shared/c.responses"].slice(index);
      const includes = name.includes("/")
        ? []
        : targets.flatMap((target) => (random.chance(0.6) ? [`include "${target}"`] : []));
      const capture = random.chance(0.7)
        ? [`capture ${written(random, random.pick(CAPTURES))} from json "$.p"`]
        : [];
      const rules = random.several(1, 4, () => randomRule(random, lineEnd));
      const examples = random.several(0, 4, () => randomExample(random, lineEnd));
      return [name, [...includes, ...capture, ...rules, ...examples, ""].join(lineEnd)] as const;
    }),
  );
}

/** A name bare or in either kind of quotes, as far as that says the same after renaming. */
function written(random: Random, name: string): string {
  const marks = (["'", '"'] as const).filter((mark) => !name.includes(mark));
  return random.chance(0.4) && marks.length > 0 ? writeString([name], random.pick(marks)) : writeName(name);
}

function randomRule(random: Random, lineEnd: string): string {
  const test = random.pick([
    `keyword "${random.pick(WORDS)}"`,
    `json "$.r" exact "${random.pick(WORDS)}"`,
    `status 5xx${lineEnd}  and word "${random.pick(WORDS)}"`,
  ]);
  const name = written(random, random.pick(NAMES));
  const label = random.pick([
    "",
    ` as ${name}`,
    ` as ${name}`,
    ` as json "$.l"`,
    ` as json "$.l" or ${name}`,
  ]);
  // Some statements are broken.
  const broken = random.chance(0.04) ? " and" : "";
  return `${random.pick(["reject", "error", "success"])} ${test}${broken}${label}`;
}

function randomBody(random: Random): string {
  const label = JSON.stringify(random.pick(NAMES));
  return random.pick([
    random.pick(WORDS),
    `{"r":"${random.pick(WORDS)}","l":${label},"p":1}`,
    `{"r":"${random.pick(WORDS)}"}`,
  ]);
}

function randomExample(random: Random, lineEnd: string): string {
  const name = random.pick(NAMES);
  const between = random.pick([" ", " ", `${lineEnd}  `]);
  const capture = random.pick(CAPTURES);
  // Before a list the word would be taken for its beginning; at a line's start, for a statement's.
  const label = name === "with" ? '"with"' : written(random, name);
  const item = between !== " " && capture === "error" ? '"error"' : written(random, capture);
  const list = random.chance(0.4) ? `${between}with${between}${item} "1"` : "";
  const outcome = random.pick(["reject", "error", "success"]);
  return `example 200 ${writeString([randomBody(random)])} is ${outcome} ${label}${list}`;
}

async function documentsOf(
  texts: Texts,
): Promise<{ workspace: Workspace; documents: readonly MappingDocument[] }> {
  const workspace = workspaceOf(Object.fromEntries(texts));
  return { workspace, documents: await workspace.allDocuments() };
}

/** Renames what stands at a place, given by file and offset; null where nothing can be renamed. */
async function renamed(texts: Texts, name: string, offset: number, newName: string) {
  const { workspace } = await documentsOf(texts);
  const resolve: ResolveInclude = (from, include) => workspace.resolveInclude(from, include);
  const document = await workspace.document(uriOf(name));
  const what = document === null ? null : renameableAt(document, offset, resolve);
  if (what?.kind !== "renameable") return null;
  const result = rename(what, newName, await workspace.connectedDocuments(uriOf(name)), resolve);
  if (result.kind === "refused") return null;
  const edit = workspaceEditOf(result.changes, { versions: true, annotations: false }, { label: "" });
  const byUri = new Map([...texts].map(([file, text]) => [uriOf(file), text]));
  const changed = applied(edit, byUri, "utf-16");
  const after: Texts = new Map([...texts].map(([file, text]) => [file, changed.get(uriOf(file)) ?? text]));
  return { what, after };
}

/** A place in a text that may be a name. */
function randomOffset(random: Random, text: string): number {
  const places = [...text.matchAll(/(?<=\b(?:as|or|capture|with|reject|error|success) +)["'\p{L}\d]/gu)];
  return places.length === 0 ? 0 : random.pick(places).index;
}

function placeIn(texts: Texts, newName: string): readonly [string, number] {
  for (const [name, text] of texts) {
    const found = [writeName(newName), writeString([newName], "'"), writeString([newName], '"')]
      .map((own) => text.indexOf(own))
      .filter((at) => at >= 0);
    if (found.length > 0) return [name, Math.min(...found)];
  }
  throw new Error("the new name is nowhere");
}

/** The verdicts of a mapping on some bodies, and how its examples go, told in terms of the old name. */
function behaviour(
  mapping: Mapping,
  bodies: readonly string[],
  told: (rule: Rule | null, label: string | null) => unknown,
  capture: (name: string) => string,
) {
  const matcher = createMatcher(mapping);
  const number = (rule: Rule | null) => (rule === null ? -1 : mapping.rules.indexOf(rule));
  return {
    verdicts: bodies.map((body) => {
      const { rule, verdict } = matcher.decide({ status: 500, body });
      const captures = Object.entries(verdict.captures).map(([name, text]) => [capture(name), text]);
      return [number(rule), verdict.outcome, told(rule, verdict.label), captures];
    }),
    passing: runExamples(mapping).map(({ difference }) => difference === null),
  };
}

async function checkVerdicts(
  before: Texts,
  after: Texts,
  { place, name }: Renameable,
  newName: string,
  bodies: readonly string[],
) {
  const { documents: old } = await documentsOf(before);
  const { documents: now } = await documentsOf(after);
  let compared = 0;
  for (const { file, linked } of old) {
    const other = now.find((document) => document.file.path === file.path);
    if (linked.kind === "refused") continue;
    if (other?.linked.kind !== "mapping") throw new Error(`${file.path} is refused after the renaming`);
    const isCapture = place.symbol.kind === "capture";
    const toOld = (text: string) => (text === newName ? name : text);
    const labels = (_: Rule | null, label: string | null) =>
      label === null || isCapture ? label : toOld(label);
    const captures = isCapture ? toOld : (text: string) => text;
    const expected = behaviour(
      linked.mapping,
      bodies,
      (_, label) => label,
      (text) => text,
    );
    expect(behaviour(other.linked.mapping, bodies, labels, captures)).toEqual(expected);
    compared++;
  }
  return compared;
}

test(`${RUNS} random renamings and back`, async () => {
  const done = { renamed: 0, compared: 0, exact: 0 };
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const random = new Random(seed);
    const texts = randomTexts(random);
    const name = random.pick([...texts.keys()]);
    const isExact = random.chance(0.7);
    const newName = random.pick(isExact ? FRESH : FRESH_IN_QUOTES);
    try {
      const there = await renamed(texts, name, randomOffset(random, texts.get(name) ?? ""), newName);
      if (there === null) continue;
      done.renamed++;
      const bodies = random.several(10, 10, () => randomBody(random));
      done.compared += await checkVerdicts(texts, there.after, there.what, newName, bodies);
      const back = await renamed(there.after, ...placeIn(there.after, newName), there.what.name);
      // What was bare has quotes then, which say the same.
      if (!isExact) continue;
      expect(back?.after).toEqual(texts);
      done.exact++;
    } catch (error) {
      const files = [...texts].map(([file, text]) => `${file}:\n${text}`).join("\n");
      throw new Error(`with RESPONSES_SEED=${seed} RESPONSES_RUNS=1, in ${name}\n${files}`, { cause: error });
    }
  }
  // A few runs need not be like most.
  if (RUNS < USUAL) return;
  expect(done.renamed).toBeGreaterThan(RUNS * 0.5);
  expect(done.compared).toBeGreaterThan(RUNS);
  expect(done.exact).toBeGreaterThan(RUNS * 0.3);
}, 60_000);
