import type { Example, ExampleResult, Rule, Span, Statement } from "@responses/dsl";
import { placeInBody, spanInFile, traceRule } from "@responses/dsl/editor";
import { type DocumentHighlight, DocumentHighlightKind, type Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import type { MappingDocument } from "../workspace/documents/mapping-document.js";
import { statementAt, statementSpan } from "../workspace/documents/statement-places.js";
import type { UsableMapping } from "../workspace/repair/usable-mapping.js";
import { searchedSubjectOf } from "./presentation/example-subjects.js";

/**
 * Examples looked into for one rule at most, and characters of bodies: whoever moves the cursor does not wait. A body that is too long
 * to be searched takes nothing from the others; the preview of the rule says where that is so.
 */
const MOST_EXAMPLES = 100;
const MOST_CHARACTERS = 4_000_000;

/** Whether there is a rule at the offset: in its text, not in the comments around it. */
export function isInRule({ file }: MappingDocument, offset: number): boolean {
  return ruleStatementAt(file, offset) !== null;
}

/** What the rule at the offset matches in the bodies of the file's examples, and their statuses where it asks for those. */
export function matchesOfRuleAt(document: AnalysedDocument, offset: number): readonly DocumentHighlight[] {
  const { usable, positions } = document;
  const rule = ruleAt(document, offset);
  if (usable === null || rule === null) return [];
  let left = MOST_CHARACTERS;
  const highlights: DocumentHighlight[] = [];
  for (const result of usable.run.matchedBy(rule).slice(0, MOST_EXAMPLES)) {
    if (searchedSubjectOf(rule.model, result.example.model) === null) continue;
    left -= result.example.model.body.length;
    if (left < 0) break;
    for (const span of matchedIn(result, rule, usable))
      highlights.push({ range: positions.rangeOf(span), kind: DocumentHighlightKind.Read });
  }
  return highlights;
}

/** The examples that the rule at the offset decides; with the rule itself where definitions are wanted. */
export function examplesOfRuleAt(
  document: AnalysedDocument,
  offset: number,
  withDefinitions: boolean,
): Location[] {
  const { usable, uri, positions, file } = document;
  const rule = ruleAt(document, offset);
  if (usable === null || rule === null) return [];
  const examples = usable.run.decidedBy(rule).flatMap(({ example }) => usable.currentOf(example) ?? []);
  const own = withDefinitions ? (ruleStatementAt(file, offset) ?? []) : [];
  return [own, examples]
    .flat()
    .map((statement) => ({ uri, range: positions.rangeOf(statementSpan(statement)) }));
}

function ruleAt({ file, usable }: AnalysedDocument, offset: number): Rule | null {
  const statement = ruleStatementAt(file, offset);
  return statement === null ? null : (usable?.ruleOf(statement) ?? null);
}

function ruleStatementAt(file: MappingDocument["file"], offset: number): Statement | null {
  const statement = statementAt(file, offset);
  if (statement === null || statement.syntax.node.kind !== "rule") return null;
  const { start, end } = statementSpan(statement);
  return start <= offset && offset <= end ? statement : null;
}

function matchedIn({ example }: ExampleResult, rule: Rule, usable: UsableMapping): readonly Span[] {
  const subject = searchedSubjectOf(rule.model, example.model);
  const statement = usable.currentOf(example);
  if (subject === null || statement === null) return [];
  return traceRule(rule, subject).tests.flatMap((test) => placeMet(test, example, statement) ?? []);
}

/** Where in an example's statement a test met what it asks for; null where that is nowhere. */
function placeMet(
  { test: { negated }, evidence }: ReturnType<typeof traceRule>["tests"][number],
  example: Example,
  { syntax: { node }, start }: Statement,
): Span | null {
  if (negated) return null;
  switch (evidence.kind) {
    case "found":
    case "number":
      return spanInFile(placeInBody(example, evidence.place.start, evidence.place.end), start);
    case "status":
      return node.kind === "example" && node.status !== null ? spanInFile(node.status.span, start) : null;
    case "picked":
    case "not-in-body":
    case "nothing-picked":
      return null;
  }
}
