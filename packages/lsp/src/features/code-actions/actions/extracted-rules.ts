import {
  type Example,
  type Rule,
  runExamples,
  type Span,
  type Statement,
  type StatementModel,
} from "@responses/dsl";
import { lineEndOf, located, writeString } from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import {
  lastLineOf,
  statementEnd,
  statementIndexAt,
  wordStart,
} from "../../../workspace/documents/statement-places.js";
import { stemOf } from "../../../workspace/files/file-names.js";
import { brokenStatements } from "../../../workspace/repair/broken-statements.js";
import type { DocumentChange } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { currentMapping, ownStatementOf } from "../statements/tried-rules.js";

/** The action that puts the selected rules into a file of their own and includes that in their place. */
export function extractionActions({ document, span }: ActionRequest): readonly OfferedAction[] {
  const selected = selectedStatements(document, span);
  const rules = selected.filter(({ model }) => model.kind === "rule").length;
  if (rules === 0 || !hasFolder(document)) return [];
  const title =
    rules === 1
      ? "Move the rule to a file and include it"
      : `Move the ${rules} rules to a file and include it`;
  return [offer(title, ACTION_KINDS.extractInclude, { kind: "extract-include", span })];
}

/** A buffer that was never saved has no place beside which a file could be. */
function hasFolder({ uri }: MappingDocument): boolean {
  return URI.parse(uri).path.startsWith("/");
}

/**
 * The change for that. Rules, captures and includes move in their order; an example goes along if the moved rules give it
 * its verdict by themselves, and stays otherwise. `isTaken` tells whether there is a file. Null where nothing can be moved.
 */
export async function extractRules(
  document: AnalysedDocument,
  span: Span,
  isTaken: (uri: string) => Promise<boolean>,
): Promise<DocumentChange | null> {
  const selected = selectedStatements(document, span);
  const first = selected[0];
  const last = selected.at(-1);
  if (first === undefined || last === undefined || !hasFolder(document)) return null;
  const { source } = document.file.tree;
  const lineEnd = lineEndOf(source);
  const place = { start: first.statement.start, end: endOfLastLine(document, last.statement) };
  const leaving = examplesThatLeave(document, selected);
  const pieces = selected.map(({ statement, model }) => ({
    stays: model.kind === "example" && !leaving.has(statement),
    text: source.text.slice(
      statement.start,
      Math.min(place.end, statement.start + statement.syntax.text.length),
    ),
  }));
  const joined = (stay: boolean) =>
    pieces
      .filter(({ stays }) => stays === stay)
      .map(({ text }) => (/[\r\n]$/.test(text) ? text : text + lineEnd))
      .join("")
      .trimEnd();
  const uri = await freeName(document, isTaken);
  const include = `include ${writeString([Utils.basename(URI.parse(uri))])}`;
  const staying = joined(true);
  const newText = staying === "" ? include : `${include}${lineEnd}${lineEnd}${staying}`;
  return {
    kind: "now",
    edits: [{ span: place, newText }],
    cursor: null,
    created: { uri, text: joined(false) + lineEnd },
  };
}

interface SelectedStatement {
  readonly statement: Statement;
  readonly model: StatementModel;
}

/** The statements that the selection touches; none if one of them cannot be moved, or has to be fixed first. */
function selectedStatements(
  { file, findings }: AnalysedDocument,
  { start, end }: Span,
): readonly SelectedStatement[] {
  if (start === end) return [];
  const wrong = brokenStatements(
    file,
    findings.map(({ finding }) => finding),
  );
  const selected: SelectedStatement[] = [];
  for (let index = Math.max(0, statementIndexAt(file, start)); ; index++) {
    const statement = file.tree.statements[index];
    const model = file.models[index];
    if (statement === undefined || model === undefined || wordStart(statement) >= end) return selected;
    if (statementEnd(statement) <= start) continue;
    if (model.kind === "broken" || model.kind === "system" || wrong.has(index)) return [];
    selected.push({ statement, model });
  }
}

function endOfLastLine({ file }: MappingDocument, statement: Statement): number {
  return file.tree.source.lineEnd(lastLineOf(file, statement));
}

/**
 * The selected examples that the moved rules decide as they should by themselves. Without a rule for a success among them a
 * file with examples would be told that nothing in it can succeed.
 */
function examplesThatLeave(
  document: AnalysedDocument,
  selected: readonly SelectedStatement[],
): ReadonlySet<Statement> {
  const usable = currentMapping(document);
  if (usable === null) return new Set();
  const { mapping } = usable;
  const moved = new Set(selected.map(({ statement }) => statement));
  const isMoved = (rule: Rule) => {
    const statement = ownStatementOf(rule, mapping);
    return statement !== null && moved.has(statement);
  };
  const rules = mapping.rules.filter(isMoved);
  if (!rules.some(({ model }) => model.outcome === "success")) return new Set();
  const captures = mapping.captures.filter(({ statement }) => moved.has(statement));
  const examples: readonly Example[] = located(document.file, "example").filter(({ statement }) =>
    moved.has(statement),
  );
  const results = runExamples({ ...mapping, rules, captures, examples });
  return new Set(
    results
      .filter(({ difference, decidedBy }) => difference === null && decidedBy !== null)
      .map(({ example }) => example.statement),
  );
}

/** A file beside the document that there is not yet: `acme-rules.responses`, `acme-rules-2.responses`, … */
async function freeName(
  { uri }: MappingDocument,
  isTaken: (uri: string) => Promise<boolean>,
): Promise<string> {
  const own = URI.parse(uri);
  const stem = stemOf(own);
  for (let number = 1; ; number++) {
    const name = `${stem}-rules${number === 1 ? "" : `-${number}`}.responses`;
    const candidate = Utils.joinPath(Utils.dirname(own), name).toString();
    if (!(await isTaken(candidate))) return candidate;
  }
}
