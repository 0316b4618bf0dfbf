import { writeString } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { Blank } from "../items/template.js";
import type { CompletionContext } from "./completion-context.js";

/** A longer body is pasted, not written. */
const LONGEST = 300;
const MOST = 20;

/** Bodies for an example: like those that the file has, or an empty one of each kind. */
export function bodySuggestions(context: CompletionContext): readonly Suggestion[] {
  return [...likeOthers(context), ...EMPTY_BODIES];
}

/** A body for a whole example: like the first that the file has. */
export function bodyTemplate(context: CompletionContext): Blank {
  const [first] = likeOthers(context);
  return {
    blank: writeString(first?.content.kind === "text" ? first.content.pieces : ['{"status":"accepted"}']),
  };
}

/** The file's own bodies, as something to change; one of each shape of fields. */
function likeOthers({ bodies }: CompletionContext): readonly Suggestion[] {
  const shapes = new Map<string, string>();
  for (const { body } of bodies.examples) {
    if (body.length > LONGEST || body.trim() === "" || /[\r\n]/.test(body)) continue;
    // Bodies that differ in their values only have the same shape.
    const shape = body.replace(/"[^"]*"(?=\s*[,}\]])/g, "").replace(/\d+/g, "");
    if (!shapes.has(shape)) shapes.set(shape, body);
    if (shapes.size === MOST) break;
  }
  return [...shapes.values()].map((body) => bodySuggestion(body, "like another example"));
}

const EMPTY_BODIES: readonly Suggestion[] = [
  bodySuggestion('{"status":""}', "JSON"),
  bodySuggestion("<response><status></status></response>", "XML"),
  {
    ...bodySuggestion("", "an empty body"),
    label: '""',
  },
];

function bodySuggestion(body: string, detail: string): Suggestion {
  return {
    content: { kind: "text", pieces: asPieces(body) },
    kind: CompletionItemKind.Text,
    detail,
    about: () => [line([words("The text of the response, as the system sent it.")], 200)],
  };
}

/** An asterisk in a body is one; it reads better without a backslash before it. */
function asPieces(body: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = body.split("*");
  return [first, ...rest];
}
