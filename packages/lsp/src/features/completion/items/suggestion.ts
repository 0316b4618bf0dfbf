import type { TextPieces } from "@responses/dsl";
import type { CompletionItemKind } from "vscode-languageserver";
import type { Block } from "../../presentation/preview-text.js";
import type { Template } from "./template.js";

/** What a suggestion writes. */
export type Content =
  /** A text, in quotes. */
  | { readonly kind: "text"; readonly pieces: TextPieces }
  /** A label or a name, in quotes only where it needs them. */
  | { readonly kind: "name"; readonly name: string }
  /** Words and numbers, as they are. */
  | { readonly kind: "code"; readonly code: string }
  /** A word; whether more follows behind it. */
  | { readonly kind: "word"; readonly word: string; readonly follows: Follows }
  /** Words with places to fill in. */
  | { readonly kind: "template"; readonly template: Template };

/** Whether a word asks for more behind it: a text, another word, a number. */
export type Follows = "more" | "nothing";

/** Something that can be written in a place. */
export interface Suggestion {
  readonly content: Content;
  readonly kind: CompletionItemKind;
  /** How it is shown where that is not what it writes. */
  readonly label?: string;
  /** What it is found by besides what it writes: a status by its name. */
  readonly alsoFoundBy?: string;
  /** A few words beside it. */
  readonly detail: string;
  /** What is said of it when somebody looks closer; worked out when asked for. */
  readonly about: (() => readonly Block[]) | null;
  /** Characters that take it and go on: the dot behind an object's path. */
  readonly commitCharacters?: readonly string[];
}
