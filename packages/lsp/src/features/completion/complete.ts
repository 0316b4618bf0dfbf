import type { FindingName } from "@responses/dsl";
import type { CompletionItem } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { renderPreview, type TextFormat } from "../presentation/preview-text.js";
import { type ChosenItems, type CompletionAbilities, completionItems } from "./items/completion-items.js";
import type { Suggestion } from "./items/suggestion.js";
import type { CompletionPlace } from "./place/completion-place.js";
import { CompletionContext } from "./sources/completion-context.js";
import { DIRECTIVE, findingSuggestions } from "./sources/finding-suggestions.js";
import { suggestionsIn } from "./sources/suggestions-in.js";

/** What is known around a place, as far as it is needed there. */
export interface NearbyFiles {
  readonly connected: readonly MappingDocument[];
  readonly all: readonly MappingDocument[];
  /** The names of the findings in the statement of the place. */
  readonly findings: ReadonlySet<FindingName>;
}

/** What can be written in a place, as items of the protocol without documentation. */
export function complete(
  document: MappingDocument,
  where: CompletionPlace,
  surroundings: NearbyFiles,
  abilities: CompletionAbilities,
): ChosenItems {
  const { start, offset } = where;
  const written =
    where.kind === "code" ? where.place.written : ({ kind: "word", span: where.place.span } as const);
  const span = { start: start + written.span.from, end: start + written.span.to };
  const { text } = document.file.tree.source;
  const typed = text.slice(span.start, start + offset);
  return completionItems(
    suggestionsFor(document, where, typed, surroundings),
    {
      written,
      range: document.positions.rangeOf(span),
      typed,
      isFollowed: where.kind === "code" && where.place.isFollowed,
      touchesNext: written.kind === "nothing" && /^[^\s,#]/.test(text.slice(span.end, span.end + 1)),
    },
    abilities,
  );
}

function suggestionsFor(
  document: MappingDocument,
  where: CompletionPlace,
  typed: string,
  { connected, all, findings }: NearbyFiles,
): readonly Suggestion[] {
  if (where.kind === "code") {
    const { file } = document;
    const statement = file.models[statementIndexAt(file, where.start + where.offset)] ?? null;
    return suggestionsIn(new CompletionContext(document, where.place, typed, statement, connected), all);
  }
  const { part, hasColon } = where.place;
  return part === "directive" ? [DIRECTIVE] : findingSuggestions(findings, { hasReason: hasColon });
}

/** An item with what is said of it. */
export function withDocumentation(
  item: CompletionItem,
  { about }: Suggestion,
  format: TextFormat,
): CompletionItem {
  return about === null
    ? item
    : { ...item, documentation: { kind: format, value: renderPreview(about(), format) } };
}
