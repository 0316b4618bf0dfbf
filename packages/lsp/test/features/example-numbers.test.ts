import { writeString } from "@responses/dsl/editor";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { EXAMPLES, exampleFiles } from "@responses/testing/mapping-files";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { firstSeed, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { exampleResultsOf } from "../../src/features/examples/example-results.js";
import { hoverAt } from "../../src/features/hover/hover.js";
import { inlayHintsIn } from "../../src/features/inlay-hints.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { lineOf } from "../../src/workspace/documents/statement-places.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * The numbers of hover, hints, lenses and the test tree are those of `responses test --coverage --format json`: on the
 * examples of the repository and on random mappings.
 */

const USUAL = 60;
const RUNS = runs(USUAL);
const SEED = firstSeed(Date.now() % 1_000_000);

/** What the command says of a file; lines count from 1. */
interface Tested {
  readonly passed: readonly boolean[];
  /** How many examples each line's rule decides. */
  readonly decides: ReadonlyMap<number, number>;
  readonly rules: number;
  readonly undecided: readonly number[];
}

interface Report {
  readonly examples: readonly {
    readonly file: string;
    readonly passed: boolean;
    readonly decidedBy: { readonly file: string; readonly line: number } | null;
  }[];
  readonly coverage: readonly {
    readonly file: string;
    readonly rules: number;
    readonly undecided: readonly number[];
  }[];
}

async function testedBy(folder: string): Promise<ReadonlyMap<string, Tested>> {
  const { stdout } = await run(["test", "--coverage", "--format", "json", "."], { cwd: folder });
  const report: Report = JSON.parse(stdout);
  return new Map(
    report.coverage.map(({ file, rules, undecided }) => {
      const own = report.examples.filter((example) => example.file === file);
      const decides = new Map<number, number>();
      for (const { decidedBy } of own) {
        if (decidedBy?.file === file) decides.set(decidedBy.line, (decides.get(decidedBy.line) ?? 0) + 1);
      }
      return [file, { passed: own.map(({ passed }) => passed), decides, rules, undecided }];
    }),
  );
}

/** The numbers that an editor shows, by the line of the rule. */
function shownBy(document: AnalysedDocument) {
  const { file, positions, usable } = document;
  const rules = file.tree.statements.flatMap((statement) => {
    if (usable?.ruleOf(statement) == null) return [];
    const word = { start: statement.start + statement.syntax.wordSpan.from, end: 0 };
    const hover = JSON.stringify(hoverAt(document, positions.positionAt(word.start)));
    const numbers = /Matches (\d+) of (\d+) examples?, decides (\d+)/.exec(hover);
    const line = lineOf(file, statement) + 1;
    return [{ line, matches: numbers?.[1], examples: numbers?.[2], decides: numbers?.[3] }];
  });
  const whole = positions.rangeOf({ start: 0, end: file.tree.source.text.length });
  const nowhere = { locationOf: () => null };
  const hints = inlayHintsIn(document, whole, {
    hinted: "all",
    places: nowhere,
    explainCommand: null,
  }).flatMap(({ label }) => {
    const numbers = /^decides (\d+) of (\d+) examples?/.exec(
      typeof label === "string" ? label : (label[0]?.value ?? ""),
    );
    return numbers === null ? [] : [numbers];
  });
  const results = exampleResultsOf(document, nowhere);
  return { rules, hints, results, lens: codeLensesOf(document)[0]?.command?.title };
}

function compare(document: AnalysedDocument, tested: Tested): void {
  const { rules, hints, results, lens } = shownBy(document);
  const examples = tested.passed.length;
  expect(rules).toHaveLength(tested.rules);
  expect(results.examples.map(({ passed }) => passed)).toEqual(tested.passed);
  if (examples === 0) {
    expect(hints).toEqual([]);
    return;
  }
  const wanted = rules.map(({ line }) => `${tested.decides.get(line) ?? 0} of ${examples}`);
  expect(rules.map((rule) => `${rule.decides} of ${rule.examples}`)).toEqual(wanted);
  expect(hints.map((numbers) => `${numbers?.[1]} of ${numbers?.[2]}`)).toEqual(wanted);
  expect(results.rules.map(({ decides }) => `${decides} of ${examples}`)).toEqual(wanted);
  expect(results.rules.map(({ matches }) => `${matches}`)).toEqual(rules.map(({ matches }) => matches));
  const passing = tested.passed.filter((passed) => passed).length;
  expect(lens).toBe(`Run examples (${passing} of ${examples} pass)`);
  // Another file's examples may decide a rule, too; what nobody decides, this file's do not.
  for (const line of tested.undecided) expect(tested.decides.get(line) ?? 0).toBe(0);
}

test("on the examples of the repository", async () => {
  const files = Object.fromEntries(exampleFiles().map(({ name, text }) => [name, text]));
  const tested = await testedBy(EXAMPLES);
  expect([...tested.keys()].sort()).toEqual(Object.keys(files).sort());
  const workspace = workspaceOf(files);
  for (const [name, text] of Object.entries(files)) {
    const numbers = tested.get(name);
    if (numbers === undefined) throw new Error(name);
    compare(await openDocument(workspace, name, text), numbers);
  }
});

test(`on ${RUNS} random mappings`, async () => {
  const texts = fc.sample(mappingText, { numRuns: RUNS, seed: SEED });
  const files = Object.fromEntries(
    texts.map((text, index) => [`random-${index}.responses`, text + randomExamples(text, SEED + index)]),
  );
  const tested = await testedBy(folderWith(files));
  const workspace = workspaceOf({});
  let decided = 0;
  for (const [name, text] of Object.entries(files)) {
    const numbers = tested.get(name);
    try {
      if (numbers === undefined) throw new Error("not tested");
      compare(await openDocument(workspace, name, text), numbers);
      decided += numbers.decides.size;
    } catch (error) {
      throw new Error(`with RESPONSES_SEED=${SEED} RESPONSES_RUNS=${RUNS}: ${text}`, { cause: error });
    }
  }
  // A few mappings may well decide nothing.
  if (RUNS >= USUAL) expect(decided).toBeGreaterThan(RUNS / 3);
});

/** Examples that a mapping's rules match, or nearly do. */
function randomExamples(text: string, seed: number): string {
  const random = new Random(seed);
  const draw = responsesFor(mappingOf(text));
  return random
    .several(1, 8, () => {
      const { status, body } = draw(random);
      const written = typeof body === "string" ? body : "";
      const code = typeof status === "number" && status >= 0 && Number.isInteger(status) ? `${status} ` : "";
      return `example ${code}${writeString([written.replace(/[\ufffd\ud800-\udfff]/gu, "")])} is ${random.pick(["success", "reject", "unmapped"])}\n`;
    })
    .join("");
}
