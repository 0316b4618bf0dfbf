import type { LocalSpan, Span, Statement } from "@responses/dsl";
import { spanInFile } from "@responses/dsl/editor";
import type { LocationLink, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import type { ResolveInclude } from "../workspace/documents/include-target.js";
import { filesOf, type MappingDocument } from "../workspace/documents/mapping-document.js";
import { statementAt, statementSpan } from "../workspace/documents/statement-places.js";
import type { Places } from "./presentation/places.js";
import { placesInFile, type SymbolPlace, symbolAt } from "./symbols/symbol.js";

/**
 * Where what stands at an offset comes from: for a label the rules that give it with that outcome, for a name behind
 * `with` its capture, for an include the file.
 */
export function definitionsAt(
  document: MappingDocument,
  offset: number,
  resolve: ResolveInclude,
  places: Places,
): readonly LocationLink[] {
  const place = symbolAt(document.file, offset, resolve);
  if (place === null) return [];
  const origin = document.positions.rangeOf(place.span);
  const { symbol } = place;
  switch (symbol.kind) {
    case "label":
    case "capture":
      return filesOf(document)
        .flatMap((file) => placesInFile(symbol, file, resolve))
        .filter(({ isDefinition, outcome }) => isDefinition && outcome === place.outcome)
        .flatMap((definition) => linkTo(definition, origin, places));
    case "file": {
      const target = filesOf(document).find(({ path }) => path === symbol.file);
      return target === undefined ? [] : startOf(target.path, origin, places);
    }
    case "field":
      return [];
  }
}

/** Whether the offset is in an example's verdict or its first word, which lead to the rule that decides the example. */
export function leadsToDecidingRule({ file }: MappingDocument, offset: number): boolean {
  const statement = statementAt(file, offset);
  return statement !== null && verdictAt(statement, offset) !== null;
}

/** The rule that decides the example whose verdict or first word is at the offset. */
export function decidingRuleAt(
  document: AnalysedDocument,
  offset: number,
  places: Places,
): readonly LocationLink[] {
  const { file, usable, positions } = document;
  const statement = statementAt(file, offset);
  const origin = statement === null ? null : verdictAt(statement, offset);
  if (statement === null || origin === null || usable === null) return [];
  const rule = usable.resultOf(statement)?.decidedBy ?? null;
  if (rule === null) return [];
  const isOwn = rule.file === usable.mapping.file;
  const current = isOwn ? usable.currentOf(rule) : rule.statement;
  // What stands in for a broken statement is nowhere to go to.
  if (current === null || (!isOwn && !filesOf(document).includes(rule.file))) return [];
  const target = { file: isOwn ? file : rule.file, statement: current };
  return linkTo(
    { ...target, span: spanInFile(current.syntax.wordSpan, current.start) },
    positions.rangeOf(origin),
    places,
  );
}

/** The example's first word, or its outcome and label, if the offset is in it. */
function verdictAt({ syntax: { node, wordSpan }, start }: Statement, offset: number): Span | null {
  if (node.kind !== "example" || node.verdict.kind === "unmapped") return null;
  const { outcome, label } = node.verdict;
  const verdict: LocalSpan = { from: outcome.span.from, to: (label ?? outcome).span.to };
  const found = [wordSpan, verdict].find(({ from, to }) => start + from <= offset && offset <= start + to);
  return found === undefined ? null : spanInFile(found, start);
}

function linkTo(
  { file, statement, span }: Pick<SymbolPlace, "file" | "statement" | "span">,
  originSelectionRange: Range,
  places: Places,
): readonly LocationLink[] {
  const whole = places.locationOf(file.path, statementSpan(statement));
  const selection = places.locationOf(file.path, span);
  if (whole === null || selection === null) return [];
  return [
    {
      originSelectionRange,
      targetUri: whole.uri,
      targetRange: whole.range,
      targetSelectionRange: selection.range,
    },
  ];
}

function startOf(file: string, originSelectionRange: Range, places: Places): readonly LocationLink[] {
  const start = places.locationOf(file, { start: 0, end: 0 });
  if (start === null) return [];
  const { uri, range } = start;
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}
