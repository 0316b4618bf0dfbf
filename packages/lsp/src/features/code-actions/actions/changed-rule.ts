import {
  type ExampleResult,
  type Mapping,
  parse,
  type Rule,
  runExamples,
  type TextEdit,
} from "@responses/dsl";
import { located, mayStandAnywhere, spanInFile, visible } from "@responses/dsl/editor";
import { holdsOffset, lineOf, statementAt } from "../../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { keywordCandidates } from "../statements/keyword-candidates.js";
import { currentMapping, isQuicklyTried } from "../statements/tried-rules.js";

/** Changes offered at most: a person has to choose one. Changes tried at most: after each all examples are run. */
const MOST_OFFERED = 3;
const MOST_TRIED = 16;

/** Another text for one rule, and how it is told. */
interface RuleChange {
  readonly rule: Rule;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * For an example at the selection that fails, the changes of a rule in another line that make it pass, and let none fail that passes: what
 * the findings of the rules suggest, those of the one that decided first, and stricter tests in the place of its keywords. One that makes
 * all examples pass is preferred.
 */
export function changedRules(request: ActionRequest): readonly OfferedAction[] {
  const { document, span, isAskedFor } = request;
  const usable = currentMapping(document);
  const statement = statementAt(document.file, span.start);
  const failing = statement === null ? null : (usable?.resultOf(statement) ?? null);
  if (usable === null || failing === null || failing.difference === null) return [];
  if (!isAskedFor && !isQuicklyTried(usable)) return [];
  const resolves = document.findings.filter(
    ({ finding }) =>
      finding.name === "example-fails" && holdsOffset(failing.example.statement, finding.span.start),
  );
  const offered: OfferedAction[] = [];
  let tried = 0;
  for (const change of changesFor(request, usable, failing)) {
    if (offered.length === MOST_OFFERED || tried === MOST_TRIED) break;
    tried++;
    const left = failingAfter(change, usable);
    if (left === null || left.has(failing.example)) continue;
    if (usable.run.results.some(({ example, difference }) => difference === null && left.has(example)))
      continue;
    const line = lineOf(document.file, change.rule.statement) + 1;
    const outcome = left.size === 0 ? "all examples pass" : "this example passes, and no other gets worse";
    const title = `${change.title} (rule in line ${line}): ${outcome}`;
    offered.push({
      ...offer(title, ACTION_KINDS.quickFix, changeBy(change.edits), resolves),
      isPreferred: left.size === 0,
    });
  }
  return offered;
}

function* changesFor(
  { document }: ActionRequest,
  { mapping, run }: UsableMapping,
  { decidedBy, example }: ExampleResult,
): Iterable<RuleChange> {
  const { outcome } = example.model.verdict;
  const own = mapping.rules.filter(({ file }) => file === mapping.file);
  const deciding = own.filter((rule) => rule === decidedBy);
  const wanted = own.filter((rule) => rule !== decidedBy && rule.model.outcome === outcome);
  for (const rule of [...deciding, ...wanted]) {
    for (const { finding } of document.findings) {
      if (!holdsOffset(rule.statement, finding.span.start)) continue;
      for (const { title, edits } of finding.fixes) yield { rule, title, edits };
    }
  }
  for (const rule of deciding) yield* narrowedTests(rule, run.decidedBy(rule));
}

/** Stricter tests in the place of keywords, for a rule that also decides an example which passes. */
function* narrowedTests(rule: Rule, decided: readonly ExampleResult[]): Iterable<RuleChange> {
  const { condition } = rule.model;
  const passing = decided.filter(({ difference }) => difference === null);
  if (condition.kind === "otherwise") return;
  for (const { test } of condition.tests) {
    if (test.kind !== "text" || !mayStandAnywhere(test)) continue;
    const span = spanInFile(test.span, rule.statement.start);
    for (const newText of keywordCandidates(passing, rule, test).flat())
      yield { rule, title: `Write ${visible(newText)}`, edits: [{ span, newText }] };
  }
}

/** The examples that fail after a change; null for one that goes beyond its rule, or leaves none. */
function failingAfter(
  { rule, edits }: RuleChange,
  { mapping }: UsableMapping,
): ReadonlySet<Mapping["examples"][number]> | null {
  const { start, syntax } = rule.statement;
  let { text } = syntax;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const [from, to] = [span.start - start, span.end - start];
    if (from < 0 || to > syntax.text.length) return null;
    text = text.slice(0, from) + newText + text.slice(to);
  }
  const changed = parse("", text);
  const written = located(changed, "rule");
  if (written.length === 0 || written.length !== changed.tree.statements.length) return null;
  const rules = mapping.rules.flatMap((other) => (other === rule ? written : [other]));
  const results = runExamples({ ...mapping, rules });
  return new Set(results.filter(({ difference }) => difference !== null).map(({ example }) => example));
}
