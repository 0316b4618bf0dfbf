import {
  applyFixes,
  type Finding,
  type Fix,
  link,
  messageOf,
  noOtherFiles,
  parse,
  runExamples,
} from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { findingsOf, MAIN_FILE } from "@responses/testing/marked-fixture";
import { Random } from "@responses/testing/random";
import { randomFile } from "@responses/testing/random-files";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: a witness is about one rule, whatever the other rules of the file take.
import { testHolds } from "../../src/matching/interpret.js";
import type { RuleModel } from "../../src/model/mapping.js";
import { testsOf } from "../../src/model/rule-parts.js";
import type { LocalSpan } from "../../src/text/span.js";

/*
 * What the findings about rules and examples suggest, on random files with examples: a fix that is applied alone leaves every
 * example that passes passing, and does not leave the finding as it was.
 */

const CHECKED: ReadonlySet<Finding["name"]> = new Set([
  "impossible-rule",
  "redundant-test",
  "conflicting-rules",
  "success-before-reject",
  "keyword-inside-word",
  "keyword-matches-key",
  "value-of-any-field",
  "open-ended-number",
  "spacing-dependent",
  "value-between-tags",
  "flag-by-presence",
  "success-by-status-alone",
  "success-on-anything",
  "exact-without-asterisk",
  "example-fails",
  "unreadable-body",
  "field-never-picked",
  "joined-texts",
]);

/** Rules and the careless answers they were made from; random names and values seldom come together so. */
const CARELESS = [
  'success status 200\nexample 200 \'{"success":true,"id":7}\' is success\nexample 200 \'{"success":false}\' is unmapped\n',
  'success not json "$.success" empty\nexample \'{"success":"true"}\' is success\n',
  'success xml "//accepted" exact "*"\nexample "<r><accepted>1</accepted></r>" is success\n',
  'success keyword "true"\nexample \'{"success":true,"test":false}\' is success\n',
  'success keyword "1"\nexample "1" is success\n',
  'success keyword "<status>sold</status>"\nexample "<r><status>sold</status></r>" is success\n',
  'success json "$.Status" exact "ok"\nexample \'{"d":"{\\\\"Status\\\\":\\\\"ok\\\\"}"}\' is success\n',
  'reject json "$.Status" exact "no" as json "$.reason" or No\nexample \'{"status":"no","why":{"reason":"late"}}\' is unmapped\n',
  'success not keyword "error"\nexample \'{"status":"accepted"}\' is success\n',
] as const;

function filesOf(seed: number): string {
  const random = new Random(seed);
  const text = randomFile(random, random.integer(3, 12), []);
  return random.chance(0.3) ? random.pick(CARELESS) + text : text;
}

test("every fix that is applied alone leaves the examples that pass, and the finding goes or says something else", () => {
  const seed = firstSeed(1);
  let tried = 0;
  for (let run = 0; run < runs(200); run++) tried += tryFixes(filesOf(seed + run), seed + run);
  expect(tried).toBeGreaterThan(0);
});

function tryFixes(text: string, seed: number): number {
  const passing = passingIn(text);
  if (passing === null) return 0;
  let tried = 0;
  for (const finding of findingsIn(text)) {
    for (const fix of CHECKED.has(finding.name) ? finding.fixes : []) {
      const fixed = applyFixes(text, [fix]).text;
      const about = `RESPONSES_SEED=${seed}: ${finding.name}: ${fix.title}\n${text}`;
      expect(spoilt(passing, passingIn(fixed)), about).toEqual([]);
      expect(isLeft(finding, fix, text, fixed), about).toBe(false);
      tried++;
    }
  }
  return tried;
}

function findingsIn(text: string): readonly Finding[] {
  return findingsOf(new Map([[MAIN_FILE, text]]));
}

/** The examples that pass, as they are written; null for a file that cannot be run. */
function passingIn(text: string): readonly string[] | null {
  const linked = link(parse(MAIN_FILE, text), noOtherFiles);
  if (linked.kind === "refused") return null;
  return runExamples(linked.mapping).flatMap(({ example, difference }) =>
    difference === null ? [example.statement.syntax.text.trim()] : [],
  );
}

function spoilt(before: readonly string[], after: readonly string[] | null): readonly string[] {
  return after === null ? before : before.filter((example) => !after.includes(example));
}

/** Whether the fixed file says the same of the same place. */
function isLeft(finding: Finding, { edits }: Fix, text: string, fixed: string): boolean {
  const isMoved = edits.some(({ span }) => span.start < finding.span.start);
  const start = isMoved ? finding.span.start + fixed.length - text.length : finding.span.start;
  return findingsIn(fixed).some(
    (other) =>
      other.name === finding.name && other.span.start === start && messageOf(other) === messageOf(finding),
  );
}

/** Whether the rule takes the response, or keeps from it by nothing but the `not` of the test that is pointed at. */
function isDecisive({ condition }: RuleModel, at: LocalSpan, subject: Subject): boolean {
  return testsOf(condition).every((one) => {
    const isPointedAt = one.span.from <= at.from && at.to <= one.span.to;
    return testHolds(one, subject) || (isPointedAt && one.negated);
  });
}

test("a response that a finding shows is taken by the rule that it is shown for", () => {
  const seed = firstSeed(1);
  let shown = 0;
  for (let run = 0; run < runs(400); run++) {
    const text = filesOf(seed + run);
    const linked = link(parse(MAIN_FILE, text), noOtherFiles);
    if (linked.kind === "refused") continue;
    for (const { name, span, witness, file } of findingsIn(text)) {
      const rule = linked.mapping.rules.find(
        ({ statement: { start, syntax } }) => start <= span.start && span.end <= start + syntax.text.length,
      );
      if (witness === null || !CHECKED.has(name) || file !== MAIN_FILE || rule === undefined) continue;
      const at = { from: span.start - rule.statement.start, to: span.end - rule.statement.start };
      expect(
        isDecisive(rule.model, at, new Subject(witness)),
        `RESPONSES_SEED=${seed + run}: ${name} at ${span.start}: ${witness.body}\n${text}`,
      ).toBe(true);
      shown++;
    }
  }
  expect(shown).toBeGreaterThan(0);
});
