import type { ExampleResult, Rule, TextEdit } from "@responses/dsl";
import {
  alignedStatement,
  lineBehind,
  lineEndOf,
  located,
  type NewLine,
  visible,
} from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { holdsOffset, lastLineOf, statementAt } from "../../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { ruleCandidates } from "../statements/rule-candidates.js";
import {
  currentMapping,
  heldBy,
  isQuicklyTried,
  ownStatementOf,
  readRule,
  undecidedAbove,
} from "../statements/tried-rules.js";

/** Rules offered at most: a person has to choose one. Rules tried at most: each is run on all examples. */
const MOST_OFFERED = 3;
const MOST_TRIED = 12;

/**
 * For an example at the selection that gets another verdict than it states, the rules that would decide it: each makes it
 * pass, and changes no other example's verdict unless that passes then, too.
 */
export function addedRules(request: ActionRequest): readonly OfferedAction[] {
  const { document, isAskedFor } = request;
  const usable = currentMapping(document);
  const failing = usable === null ? null : failingAt(request, usable);
  if (usable === null || failing === null) return [];
  if (!isAskedFor && !isQuicklyTried(usable)) return [];
  const place = placeFor(failing, usable, document);
  const resolves = document.findings.filter(
    ({ finding }) =>
      finding.name === "example-fails" && holdsOffset(failing.example.statement, finding.span.start),
  );
  const offered: OfferedAction[] = [];
  for (const written of ruleCandidates(failing.example).slice(0, MOST_TRIED)) {
    const rule = readRule(written);
    if (rule === null || !decides(rule, failing, place.index, usable)) continue;
    const change = changeBy([insertionOf(written, place, document)]);
    offered.push(offer(`Add the rule ${visible(written)}`, ACTION_KINDS.quickFix, change, resolves));
    if (offered.length === MOST_OFFERED) break;
  }
  return offered;
}

/** The example at the selection, if a rule can be what is missing. */
function failingAt({ document: { file }, span }: ActionRequest, usable: UsableMapping): ExampleResult | null {
  const statement = statementAt(file, span.start);
  const result = statement === null ? null : usable.resultOf(statement);
  if (result?.difference?.kind !== "verdict") return null;
  return result.example.model.verdict.outcome === "unmapped" ? null : result;
}

interface RulePlace extends NewLine {
  /** Where it goes among the mapping's rules. */
  readonly index: number;
}

/** Above the rule that decides wrongly, or below all rules where none decides. */
function placeFor(
  { decidedBy, example }: ExampleResult,
  { mapping }: UsableMapping,
  { file }: AnalysedDocument,
): RulePlace {
  const { source } = file.tree;
  if (decidedBy !== null) {
    const statement = ownStatementOf(decidedBy, mapping) ?? decidedBy.statement;
    const index = mapping.rules.findIndex((rule) => ownStatementOf(rule, mapping) === statement);
    return { index, offset: statement.start, before: "", after: "\n" };
  }
  const index = mapping.rules.length;
  const last = file.tree.statements.findLast(
    ({ syntax: { node } }) => node.kind === "rule" || node.kind === "include",
  );
  if (last === undefined) {
    const first = located(file, "example")[0] ?? example;
    return { index, offset: first.statement.start, before: "", after: "\n\n" };
  }
  return { index, ...lineBehind(source, lastLineOf(file, last)) };
}

function insertionOf(
  written: string,
  { offset, before, after }: RulePlace,
  document: AnalysedDocument,
): TextEdit {
  const text = before + alignedStatement(document.file.tree, offset, { before, written, after }) + after;
  const newText = text.replaceAll("\n", lineEndOf(document.file.tree.source));
  return { span: { start: offset, end: offset }, newText };
}

/** Whether the rule at that place makes the example pass, and does no harm to others. */
function decides(rule: Rule, failing: ExampleResult, index: number, usable: UsableMapping): boolean {
  const { example } = failing;
  const own = heldBy(rule, [example], usable.mapping).get(example);
  if (own === undefined || own.difference !== null) return false;
  const others = undecidedAbove(usable, index).filter((result) => result !== failing);
  const held = heldBy(
    rule,
    others.map((result) => result.example),
    usable.mapping,
  );
  return others.every((before) => {
    const after = held.get(before.example);
    return after === undefined || isSameVerdict(before, after) || startsToPass(before, after);
  });
}

function isSameVerdict({ verdict: a }: ExampleResult, { verdict: b }: ExampleResult): boolean {
  return a.outcome === b.outcome && a.label === b.label;
}

function startsToPass(before: ExampleResult, after: ExampleResult): boolean {
  return before.difference !== null && after.difference === null;
}
