import { type BodyIndex, withinCharacters } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** What systems put between the parts of a line, and how it is called. */
const SEPARATORS: readonly (readonly [text: string, name: string])[] = [
  ["|", "bar"],
  [";", "semicolon"],
  [",", "comma"],
  ["\t", "tab"],
  [":", "colon"],
  ["||", "two bars"],
  ["::", "two colons"],
  ["^", "caret"],
  ["~", "tilde"],
  ["&", "ampersand"],
  ["=", "equals sign"],
  ["\n", "end of a line"],
  [" ", "blank"],
];

/** Bodies cut at most, and characters of them: more show no other separators. */
const MOST_BODIES = 100;
const MOST_CHARACTERS = 1_000_000;

/** Where the examples' bodies can be cut: the separators that are in most of them first. */
export function separatorSuggestions(context: CompletionContext): readonly Suggestion[] {
  const bodies = cutBodies(context.bodiesReadAt("separator"));
  const found = SEPARATORS.map(([text, name]) => ({
    text,
    name,
    cut: bodies.filter((body) => body.includes(text)),
  })).filter(({ cut }) => cut.length > 0);
  found.sort((a, b) => b.cut.length - a.cut.length);
  const seen = found.map(({ text, name, cut }) => {
    const parts = (cut[0] ?? "").split(text).slice(0, 4).map(shortened);
    return separatorSuggestion(text, name, parts.join(" · "));
  });
  const others = bodies.length > 0 ? [] : SEPARATORS.slice(0, 5);
  return [...seen, ...others.map(([text, name]) => separatorSuggestion(text, name, null))];
}

function separatorSuggestion(text: string, name: string, parts: string | null): Suggestion {
  return {
    content: { kind: "text", pieces: [text] },
    kind: CompletionItemKind.Operator,
    label: text.trim() === "" ? name : text,
    alsoFoundBy: name,
    detail: parts ?? name,
    about: null,
  };
}

/** The parts, with what they are in the first example. */
export function partSuggestions(context: CompletionContext): readonly Suggestion[] {
  const separator = separatorIn(context);
  const bodies =
    separator === null
      ? []
      : cutBodies(context.bodiesReadAt("part")).filter((body) => body.includes(separator));
  const parts = (separator === null ? "" : (bodies[0] ?? "")).split(separator ?? "|").slice(0, MOST_PARTS);
  const count = Math.max(parts.length, LEAST_PARTS);
  return [
    ...Array.from({ length: count }, (_, index) => partSuggestion(index + 1, parts[index] ?? null)),
    partSuggestion(-1, bodies.length === 0 ? null : (parts.at(-1) ?? null)),
  ];
}

const MOST_PARTS = 20;
const LEAST_PARTS = 3;

function partSuggestion(part: number, text: string | null): Suggestion {
  const which = part === 1 ? "the first part" : part === -1 ? "the last part" : null;
  const shown = text === null || text.trim() === "" ? null : shortened(text);
  const known = [which, shown].filter((said) => said !== null).join(": ");
  const unknown = text === null ? "a part in the middle" : "nothing in it";
  return {
    content: { kind: "code", code: String(part) },
    kind: CompletionItemKind.Value,
    detail: known === "" ? unknown : known,
    about: null,
  };
}

function separatorIn(context: CompletionContext): string | null {
  const part = context.partSoFar("part");
  return part?.kind === "split" ? part.separator.text : null;
}

/** Bodies that are lines of text. */
function cutBodies(bodies: BodyIndex): readonly string[] {
  return withinCharacters(bodies.textBodies, MOST_CHARACTERS)
    .slice(0, MOST_BODIES)
    .map(({ body }) => body);
}

function shortened(text: string): string {
  const shown = text.trim();
  return shown.length > 20 ? `${shown.slice(0, 20)}…` : shown;
}
