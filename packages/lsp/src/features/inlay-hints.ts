import { type ExampleResult, type Rule, type Statement, writeVerdict } from "@responses/dsl";
import type { InlayHint, InlayHintLabelPart, Location, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import { lastLineOf, lineOf, statementIndexAt } from "../workspace/documents/statement-places.js";
import type { UsableMapping } from "../workspace/repair/usable-mapping.js";
import { shortened } from "./presentation/bounded-text.js";
import { countsInWords, countsOf, type ExampleCounts } from "./presentation/example-counts.js";
import { captureDifference, differenceInWords } from "./presentation/example-words.js";
import { explainCall } from "./presentation/explain-command.js";
import type { Places } from "./presentation/places.js";
import { textOfPieces } from "./presentation/preview-text.js";
import { locationOfExample, locationOfRule } from "./presentation/rule-locations.js";
import { staleRemark } from "./presentation/stale-note.js";

/** Behind which rules their numbers stand: those that decide an example wrongly, or all. */
export type HintedRules = "wrong" | "all";

export interface HintOptions {
  readonly hinted: HintedRules;
  /** Where links lead. */
  readonly places: Places;
  /** The client's command that explains an example; null where it has none. */
  readonly explainCommand: string | null;
}

/** Characters of a verdict that are shown. */
const LONGEST_VERDICT = 60;

/**
 * What a stretch of a file has behind its lines: an example that fails what it gets, with a link to the rule that decides it and one to why;
 * a rule how many of the file's examples it decides, with a link to the first. None where there are no examples.
 */
export function inlayHintsIn(document: AnalysedDocument, range: Range, options: HintOptions): InlayHint[] {
  const { file, positions, usable } = document;
  if (usable === null || usable.run.results.length === 0) return [];
  const { start, end } = positions.spanOf(range);
  const first = Math.max(0, statementIndexAt(file, start));
  const last = statementIndexAt(file, end);
  const shown = { document, usable, ...options };
  return file.tree.statements
    .slice(first, last + 1)
    .flatMap((statement) => [...hintForRule(statement, shown), ...hintForExample(statement, shown)])
    .filter(({ position }) => {
      const offset = positions.offsetAt(position);
      return start <= offset && offset <= end;
    });
}

interface Shown extends HintOptions {
  readonly document: AnalysedDocument;
  readonly usable: UsableMapping;
}

function hintForRule(statement: Statement, shown: Shown): readonly InlayHint[] {
  const { document, usable, hinted, places } = shown;
  const rule = usable.ruleShownAt(statement);
  if (rule === null) return [];
  const counts = countsOf(rule, usable);
  if (hinted === "wrong" && counts.wrong === 0) return [];
  const decided = usable.run.decidedBy(rule);
  const example = decided.find(({ difference }) => difference !== null) ?? decided[0];
  const location = example === undefined ? null : locationOfExample(example.example, document, places);
  const tooltip = countsInWords(counts) + staleRemark(usable, statement);
  return [hintAt(lastLineOfRule(rule, statement, shown), labelFor(counts), location, tooltip, document)];
}

function hintForExample(
  statement: Statement,
  { document, usable, places, explainCommand }: Shown,
): readonly InlayHint[] {
  const result = usable.resultOf(statement);
  if (result === null || result.difference === null) return [];
  const { decidedBy } = result;
  const location = decidedBy === null ? null : locationOfRule(decidedBy, document, places);
  const tooltip = (differenceInWords(result) ?? "") + staleRemark(usable, statement);
  const hint = hintAt(lastLineOf(document.file, statement), whatItGets(result), location, tooltip, document);
  if (explainCommand === null) return [hint];
  const why = { value: " · why?", command: explainCall(explainCommand, document, statement) };
  return [{ ...hint, label: [...hint.label, why] }];
}

function hintAt(
  line: number,
  text: string,
  location: Location | null,
  tooltip: string,
  { file, positions }: AnalysedDocument,
): InlayHint & { readonly label: InlayHintLabelPart[] } {
  const part: InlayHintLabelPart = { value: text, ...(location === null ? {} : { location }) };
  const position = positions.positionAt(file.tree.source.lineEnd(line));
  return { position, label: [part], tooltip, paddingLeft: true };
}

/** What is typed below a rule belongs to its statement until it begins one of its own: the hint stays where the rule ends. */
function lastLineOfRule(rule: Rule, statement: Statement, { document: { file } }: Shown): number {
  const linesAfterFirst = lastLineOf(rule.file, rule.statement) - lineOf(rule.file, rule.statement);
  return Math.min(lastLineOf(file, statement), lineOf(file, statement) + linesAfterFirst);
}

/** `decides 3 of 5 examples`, `decides 3 of 5 examples, 1 wrongly`. */
function labelFor({ examples, decides, wrong }: ExampleCounts): string {
  const all = examples === 1 ? "example" : "examples";
  return `decides ${decides} of ${examples} ${all}${wrong === 0 ? "" : `, ${wrong} wrongly`}`;
}

/** `→ gets unmapped`; of a capture alone what it is. */
function whatItGets({ verdict, difference }: ExampleResult): string {
  if (difference?.kind === "capture") return `→ ${textOfPieces(captureDifference(difference, 30))}`;
  return `→ gets ${shortened(writeVerdict(verdict), LONGEST_VERDICT)}`;
}
