import {
  type BodyField,
  bodyKindOf,
  type Example,
  type ExampleResult,
  fieldsOfBody,
  foldText,
  located,
  type Mapping,
  type Rule,
  type Statement,
  type Subject,
  subjectOf,
  type TextEdit,
  visible,
  writeName,
  writeString,
} from "@responses/dsl";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { holdsOffset, lastLineOf, statementAt } from "../../../workspace/documents/mapping-document.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";
import {
  ACTION_KINDS,
  type ActionRequest,
  changeBy,
  lineEndOf,
  type OfferedAction,
  offer,
} from "../offered-action.js";
import { alignedStatement } from "../statements/aligned-statement.js";
import {
  currentMapping,
  heldBy,
  isQuicklyTried,
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
  for (const written of candidatesFor(failing.example).slice(0, MOST_TRIED)) {
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

interface RulePlace {
  /** Where it goes among the mapping's rules. */
  readonly index: number;
  readonly offset: number;
  /** What separates it from its neighbours; line ends are LF. */
  readonly before: string;
  readonly after: string;
}

/** Above the rule that decides wrongly, or below all rules where none decides. */
function placeFor(
  { decidedBy, example }: ExampleResult,
  { mapping }: UsableMapping,
  { file }: AnalysedDocument,
): RulePlace {
  const { source } = file.tree;
  if (decidedBy !== null) {
    const included = mapping.included.find((other) => other.file === decidedBy.file);
    const { statement } = included?.through ?? decidedBy;
    const index = mapping.rules.findIndex((rule) => isFrom(rule, statement, mapping));
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
  return { index, offset: source.lineEnd(lastLineOf(file, last)), before: "\n", after: "" };
}

function insertionOf(
  written: string,
  { offset, before, after }: RulePlace,
  document: AnalysedDocument,
): TextEdit {
  const text = before + alignedStatement(document, offset, { before, written, after }) + after;
  const newText = text.replaceAll("\n", lineEndOf(document.file.tree.source));
  return { span: { start: offset, end: offset }, newText };
}

/** Whether a rule stands in a statement of the mapping's own file, or in what that includes. */
function isFrom(rule: Rule, statement: Statement, { file, included }: Mapping): boolean {
  if (rule.file === file) return rule.statement === statement;
  return included.find((other) => other.file === rule.file)?.through.statement === statement;
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

/** Rules for the example's verdict on what its response says, the most telling first. */
function candidatesFor({ model }: Example): readonly string[] {
  const { verdict, status } = model;
  if (verdict.outcome === "unmapped") return [];
  const { outcome, label } = verdict;
  const subject = subjectOf(model);
  const write = (test: string, ownLabel: string | null) =>
    `${outcome} ${test}${ownLabel === null ? "" : ` as ${writeName(ownLabel)}`}`;
  const labelFor = (text: string) => label ?? (outcome !== "success" && isReason(text) ? text : null);
  const fields = tellingFields(subject, label).map(({ written, text }) =>
    write(`${written} exact ${writeString([text])}`, labelFor(text)),
  );
  const body = subject.body.trim();
  const isShort = body !== "" && body.length <= LONGEST_EXACT && !body.includes("\ufffd");
  const exact =
    isShort && bodyKindOf(body) === "text" ? [write(`exact ${writeString([body])}`, labelFor(body))] : [];
  // A status that says "received" decides nothing.
  const byStatus =
    status !== null && status !== 200 && status >= 100 && status <= 599
      ? [write(`status ${status}`, label)]
      : [];
  return outcome === "error" ? [...byStatus, ...fields, ...exact] : [...fields, ...exact, ...byStatus];
}

const LONGEST_EXACT = 200;

/** Whether a text can stand in a report as a reason: words, and nothing of this one response. */
function isReason(text: string): boolean {
  return (
    text.length <= 60 &&
    /[A-Za-z\u00c0-\uffff]{2}/.test(text) &&
    !/\d{3}/.test(text) &&
    !/^(?:true|false|null)$/i.test(text)
  );
}

/** The fields by how much their texts tell about the verdict; those that only name this one response are left out. */
function tellingFields(subject: Subject, label: string | null): readonly BodyField[] {
  const weighed = fieldsOfBody(subject).map((field) => ({ field, weight: weightOf(field, label) }));
  return weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ field }) => field);
}

/** Names under which systems say how it went. */
const TELLING_NAMES =
  /reason|error|fault|message|msg|status|state|result|response|outcome|verdict|code|descr|success|accept|valid|reject|denied|detail/i;

/** What differs from response to response: numbers, dates, addresses, keys. */
const PASSING = /\d{4}|:\/\/|@|^[0-9a-f-]{16,}$/i;

function weightOf({ name, text }: BodyField, label: string | null): number {
  if (text === "" || text.trim() !== text || text.length > LONGEST_EXACT || text.includes("\ufffd")) return 0;
  if (text === "null" || text === "[]") return 0;
  let weight = name !== null && TELLING_NAMES.test(name) ? 4 : 1;
  if (PASSING.test(text)) weight -= 3;
  if (/^-?[\d.]+$/.test(text)) weight -= 1;
  if (text.length > 60) weight -= 1;
  if (label === null) return weight;
  const folded = foldText(text);
  const wanted = foldText(label);
  if (folded === wanted) weight += 8;
  else if (folded.includes(wanted) || (text.length > 3 && wanted.includes(folded))) weight += 4;
  return weight;
}
