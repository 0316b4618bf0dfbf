import { visible, type WrittenThere, writeName, writeString } from "@responses/dsl/editor";
import { type CompletionItem, InsertTextFormat, type Range } from "vscode-languageserver";
import { bestMatches } from "../../search/best-matches.js";
import type { Content, Suggestion } from "./suggestion.js";
import { plainTemplate, templateSnippet } from "./template.js";

/** What a client understands of completion. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly commitCharacters: boolean;
  /** The client's command that asks for suggestions anew; null where it has none. */
  readonly suggestCommand: string | null;
}

/** Where suggestions are written. */
export interface InsertionPlace {
  readonly written: WrittenThere;
  /** What is replaced. */
  readonly range: Range;
  /** What stands there before the cursor. */
  readonly typed: string;
  /** Whether something else stands behind it on the line. */
  readonly isFollowed: boolean;
  /** Whether a word or a text begins directly behind it. */
  readonly touchesNext: boolean;
}

/** An insertion: the new text, and what the client compares with what is typed. */
interface Insertion {
  readonly newText: string;
  readonly isSnippet: boolean;
  readonly filterText: string;
  /** Whether suggestions for what comes next are wanted at once. */
  readonly goesOn: boolean;
}

/** More items help nobody; whoever types on gets others. */
const MOST_ITEMS = 100;

const LONGEST_LABEL = 80;

/** What is shown of some suggestions. */
export interface ChosenItems {
  readonly items: readonly ShownItem[];
  /** Whether there are more. */
  readonly isIncomplete: boolean;
}

export interface ShownItem {
  readonly item: CompletionItem;
  readonly suggestion: Suggestion;
}

/** The first of the suggestions that can stand in the place; where there are many, those that fit what is typed. */
export function completionItems(
  suggestions: readonly Suggestion[],
  place: InsertionPlace,
  abilities: CompletionAbilities,
): ChosenItems {
  const fitting = suggestions.filter(({ content }) => canStand(content, place.written));
  const chosen = bestMatches(fitting, searchedText, place.typed, MOST_ITEMS);
  const items = new Map<string, ShownItem>();
  for (const suggestion of chosen) {
    const insertion = insertionOf(suggestion.content, place, abilities);
    if (items.has(insertion.newText)) continue;
    const item = itemOf(suggestion, insertion, place, abilities, items.size);
    items.set(insertion.newText, { item, suggestion });
  }
  return { items: [...items.values()], isIncomplete: chosen.length < fitting.length };
}

function itemOf(
  { content, kind, label = shownContent(content), alsoFoundBy, detail, commitCharacters }: Suggestion,
  { newText, isSnippet, filterText, goesOn }: Insertion,
  { range }: InsertionPlace,
  abilities: CompletionAbilities,
  index: number,
): CompletionItem {
  const shown = shorten(visible(label), LONGEST_LABEL);
  const { suggestCommand } = abilities;
  const searched = alsoFoundBy === undefined ? filterText : `${filterText} ${alsoFoundBy}`;
  return {
    label: shown,
    kind,
    ...detailOf(shorten(visible(detail), LONGEST_LABEL), abilities),
    sortText: String(index).padStart(3, "0"),
    ...(searched === shown ? {} : { filterText: searched }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range, newText },
    ...(commitCharacters !== undefined && abilities.commitCharacters
      ? { commitCharacters: [...commitCharacters] }
      : {}),
    ...(goesOn && suggestCommand !== null
      ? { command: { title: "Suggest what comes next", command: suggestCommand } }
      : {}),
  };
}

function detailOf(detail: string, { labelDetails }: CompletionAbilities): Partial<CompletionItem> {
  return labelDetails ? { labelDetails: { description: detail } } : { detail };
}

/** What an item is found by. */
function searchedText({ content, alsoFoundBy }: Suggestion): string {
  const text = shownContent(content);
  return alsoFoundBy === undefined ? text : `${text} ${alsoFoundBy}`;
}

function shownContent(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.pieces.join("*");
    case "name":
      return content.name;
    case "code":
      return content.code;
    case "word":
      return content.word;
    case "template":
      return plainTemplate(content.template);
  }
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${[...text.slice(0, length)].slice(0, -1).join("")}…`;
}

/** Whether the content can be written in the place: between quotes only what stands in quotes. */
function canStand(content: Content, written: WrittenThere): boolean {
  if (written.kind === "nothing" || written.kind === "word") return true;
  const text = textOf(content);
  if (text === null || written.kind === "string") return text !== null;
  // A block holds a text as it is, so only a simple one can be written there.
  return text === text.trim() && text === visible(text) && !/["*]/.test(text);
}

function textOf(content: Content): string | null {
  if (content.kind === "text") return content.pieces.join("*");
  return content.kind === "name" ? content.name : null;
}

/** How content that can stand in the place is written there. */
function insertionOf(content: Content, place: InsertionPlace, abilities: CompletionAbilities): Insertion {
  switch (place.written.kind) {
    case "string":
      return inString(content, place.written);
    case "block":
      return plain(textOf(content) ?? "", textOf(content) ?? "");
    case "nothing":
    case "word": {
      const insertion = inCode(content, place, abilities);
      return place.touchesNext ? { ...insertion, newText: `${insertion.newText} ` } : insertion;
    }
  }
}

/** The quotes stay; an open text is closed. */
function inString(
  content: Content,
  { quote, isClosed }: Extract<WrittenThere, { kind: "string" }>,
): Insertion {
  const pieces = content.kind === "text" ? content.pieces : ([textOf(content) ?? ""] as const);
  const inner = writeString(pieces, quote).slice(1, -1);
  return plain(isClosed ? inner : inner + quote, inner);
}

function inCode(content: Content, { isFollowed }: InsertionPlace, abilities: CompletionAbilities): Insertion {
  switch (content.kind) {
    case "text":
      return plain(writeString(content.pieces), content.pieces.join("*"));
    case "name":
      return plain(writeName(content.name), content.name);
    case "code":
      return plain(content.code, content.code);
    case "template": {
      const text = plainTemplate(content.template);
      if (!abilities.snippets) return plain(text, text);
      return { newText: templateSnippet(content.template), isSnippet: true, filterText: text, goesOn: false };
    }
    case "word": {
      const { word, follows } = content;
      if (isFollowed || follows === "nothing" || abilities.suggestCommand === null) return plain(word, word);
      // No quotes: an editor would write the one that somebody types beside them.
      return { ...plain(`${word} `, word), goesOn: true };
    }
  }
}

function plain(newText: string, filterText: string): Insertion {
  return { newText, isSnippet: false, filterText, goesOn: false };
}
