import { exampleText } from "@responses/testing/mapping-files";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { exampleResultsOf } from "../../src/features/examples/example-results.js";
import { hoverAt } from "../../src/features/hover/hover.js";
import { inlayHintsIn } from "../../src/features/inlay-hints.js";
import { placesOf } from "../../src/features/presentation/places.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { wordStart } from "../../src/workspace/documents/statement-places.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";
import { editBetween, randomEdit } from "../support/random-edits.js";

/*
 * After every edit the server knows what it would know had it opened the text as it is now.
 */

const USUAL = 200;
const RUNS = runs(USUAL);
const SEED = firstSeed(1);
const EDITS = 20;

const MAIN = "main.responses";
const COMMON = "common.responses";

const STARTS: readonly string[] = [
  "",
  'system "A"\n\nsuccess keyword "valid"\nreject word "dup", "double" as Duplicate\ncapture id from json "$.id"\n\nexample 200 \'{"id":1,"r":"valid"}\' is success with id "1"\nexample "a dup" is reject Duplicate\nexample "" is unmapped\n',
  'include "common.responses"\n# The usual answer.\nsuccess status 201\nreject otherwise\n\nexample 201 "" is success\nexample 200 "closed" is reject "Closed for today"\n',
  ...["leadbyte.responses", "clickdealer.responses", "vicidial.responses"].map(exampleText),
];

const COMMON_TEXT = 'reject keyword "closed" as "Closed for today"\nexample "closed" is reject\n';

/** All that an editor shows of a document. */
function shown({ findings, usable, file, ...document }: AnalysedDocument) {
  const whole = { findings, usable, file, ...document };
  return {
    findings: findings.map(({ finding, severity, message, brokenAt }) => ({
      name: finding.name,
      span: finding.span,
      related: finding.related,
      fixes: finding.fixes,
      severity,
      message,
      brokenAt,
    })),
    hints: inlayHintsIn(whole, document.positions.rangeOf({ start: 0, end: file.tree.source.text.length }), {
      hinted: "all",
      places: placesOf(whole, (name) => name, "utf-16"),
      explainCommand: null,
    }),
    lenses: codeLensesOf(whole),
    tests: {
      ...exampleResultsOf(
        whole,
        placesOf(whole, (name) => name, "utf-16"),
      ),
      version: null,
    },
    hovers: file.tree.statements.map((statement) =>
      hoverAt(whole, document.positions.positionAt(wordStart(statement))),
    ),
  };
}

async function fresh(texts: ReadonlyMap<string, string>): Promise<AnalysedDocument> {
  const workspace = workspaceOf({ [COMMON]: texts.get(COMMON) ?? "" });
  return openDocument(workspace, MAIN, texts.get(MAIN) ?? "");
}

async function analysed(workspace: Workspace): Promise<AnalysedDocument> {
  const document = await workspace.analysed(uriOf(MAIN));
  if (document === null) throw new Error("the document is gone");
  return document;
}

/** Compares what is shown; tells whether the text can be run. */
function compare(edited: AnalysedDocument, anew: AnalysedDocument): boolean {
  const now = shown(edited);
  const wanted = shown(anew);
  if (anew.linked.kind === "mapping") {
    expect(now).toEqual(wanted);
    return true;
  }
  // What is wrong now is told as ever; the rest is what was found last, and says because of which place.
  expect(now.findings.filter(({ brokenAt }) => brokenAt === null)).toEqual(wanted.findings);
  for (const { brokenAt } of now.findings.slice(wanted.findings.length)) expect(brokenAt).toBeDefined();
  if (edited.usable !== null) expect(edited.usable.brokenAt).not.toBeNull();
  return false;
}

test(`${RUNS * EDITS} random edits, each compared with a fresh analysis`, async () => {
  const compared = { running: 0, broken: 0 };
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const random = new Random(seed);
    const texts = new Map([
      [MAIN, random.pick(STARTS)],
      [COMMON, COMMON_TEXT],
    ]);
    const workspace = workspaceOf({});
    for (const [name, text] of texts) workspace.open(uriOf(name), 1, text);
    let undo: string | null = null;
    for (let edit = 1; edit <= EDITS; edit++) {
      const name: string = undo !== null || random.chance(0.85) ? MAIN : COMMON;
      const before = texts.get(name) ?? "";
      // Nobody leaves a text broken for long.
      const { changes, text } =
        undo !== null && random.chance(0.7) ? editBetween(before, undo) : randomEdit(before, random);
      texts.set(name, text);
      workspace.change(uriOf(name), edit + 1, changes);
      // Whoever types fast is not waited for.
      if (random.chance(0.3)) continue;
      try {
        const runs = compare(await analysed(workspace), await fresh(texts));
        compared[runs ? "running" : "broken"]++;
        undo = runs ? null : (undo ?? before);
      } catch (error) {
        throw new Error(`with RESPONSES_SEED=${seed} RESPONSES_RUNS=1, after edit ${edit}`, { cause: error });
      }
    }
  }
  // Both are common while somebody types.
  // A few runs need not be like most.
  if (RUNS >= USUAL) expect(Math.min(compared.running, compared.broken)).toBeGreaterThan(RUNS * EDITS * 0.1);
}, 300_000);
