import { type BodyIndex, counted, type SeenField, totalOf } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import { type Block, code, line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { unreadBlocks } from "./unread-note.js";

/** A field that holds texts, and how it is mostly written: its path, and before it the field in whose texts it is read. */
export interface UsefulField {
  readonly field: SeenField;
  readonly written: string;
}

/** Values listed at most where somebody looks closer. */
const MOST_VALUES = 8;

/** The word of the field and its path, where both are to be written. */
export function fieldSuggestion(
  { field, written }: UsefulField,
  detail: string,
  { bodies }: CompletionContext,
): Suggestion {
  return {
    content: { kind: "template", template: [written] },
    kind: CompletionItemKind.Field,
    detail,
    about: () => aboutField(field, bodies),
  };
}

/** In how many examples a field is, and what it says there. */
export function aboutField({ counts, holds, texts }: SeenField, bodies: BodyIndex): readonly Block[] {
  const where = `In ${totalOf(counts)} of ${counted(bodies.examples.length, "example")}.`;
  const unread = unreadBlocks(bodies);
  if (holds !== "text") return [line([words(where)], 200), ...unread];
  const ordered = texts.mostTellingFirst(null);
  const shown = ordered
    .slice(0, MOST_VALUES)
    .map((seen) => `${shortened(seen.text)}   ${outcomeCountsInWords(seen.counts)}`);
  const more = texts.size - shown.length;
  return [
    line([words(`${where} ${more > 0 ? "Its most frequent values" : "Its values"}:`)], 200),
    ...code(shown),
    ...unread,
  ];
}

function shortened(text: string): string {
  if (text === "") return "(nothing)";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
