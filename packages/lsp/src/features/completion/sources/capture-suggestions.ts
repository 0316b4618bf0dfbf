import type { Capture } from "@responses/dsl";
import { captureParts, LARGEST_OUTLINED_BODY, located, Subject } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import { type CompletionContext, examplesOf } from "./completion-context.js";
import { fieldSuggestion } from "./field-suggestion.js";
import { usefulFields } from "./path-suggestions.js";

/** What lead platforms hand back most. */
const USUAL_NAMES = ["leadId", "price", "redirect"] as const;

const MOST_FIELDS = 20;

/** Names for a capture: those that examples expect, those of other files, and the usual ones; none that is taken. */
export function captureNameSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { document, connected } = context;
  const taken = new Set(located(document.file, "capture").map(({ model }) => model.name));
  const expected = examplesOf(document.file).flatMap(({ verdict }) =>
    verdict.outcome === "unmapped" ? [] : verdict.captures.map(({ name }) => name),
  );
  const elsewhere = connected.flatMap(({ file }) => located(file, "capture").map(({ model }) => model.name));
  const offered = new Map<string, string>();
  for (const name of USUAL_NAMES) offered.set(name, "a usual name");
  const all = new Map([
    ...[...new Set(expected)].map((name) => [name, "an example expects it"] as const),
    ...[...offered].filter(([name]) => !expected.includes(name)),
    ...elsewhere
      .filter((name) => !expected.includes(name))
      .map((name) => [name, "as in another file"] as const),
  ]);
  return [...all].filter(([name]) => !taken.has(name)).map(([name, detail]) => nameSuggestion(name, detail));
}

/** The names of the captures that an example of this file can have. */
export function expectedNameSuggestions(context: CompletionContext): readonly Suggestion[] {
  const model = context.soFar("expected name");
  const verdict = model?.kind === "example" ? model.verdict : null;
  const listed = verdict === null || verdict.outcome === "unmapped" ? [] : verdict.captures.slice(0, -1);
  const taken = new Set(listed.map(({ name }) => name));
  const names = new Set(capturesFor(context).map(({ model: { name } }) => name));
  return [...names].filter((name) => !taken.has(name)).map((name) => nameSuggestion(name, "a capture"));
}

/** What a capture is in the body of the example. */
export function expectedValueSuggestions(context: CompletionContext): readonly Suggestion[] {
  const model = context.soFar("expected value");
  if (model?.kind !== "example" || model.verdict.outcome === "unmapped") return [];
  const name = model.verdict.captures.at(-1)?.name;
  const captures = capturesFor(context).filter((capture) => capture.model.name === name);
  if (captures.length === 0 || model.body.length > LARGEST_OUTLINED_BODY)
    return [captures.length === 0 ? NO_VALUE : UNREAD_VALUE];
  const [part] = captureParts(captures, model.verdict.outcome, new Subject(model));
  if (part === undefined) return [NO_VALUE];
  const value: Suggestion = {
    content: { kind: "text", pieces: [part.text] },
    kind: CompletionItemKind.Value,
    detail: "what it is in this body",
    about: null,
  };
  return [value, NO_VALUE];
}

/** Where the body is too long to be read for a suggestion. */
const UNREAD_VALUE: Suggestion = {
  content: { kind: "text", pieces: [""] },
  kind: CompletionItemKind.Value,
  label: '""',
  detail: "it must not be there (the body is too long to suggest what is)",
  about: null,
};

const NO_VALUE: Suggestion = {
  content: { kind: "text", pieces: [""] },
  kind: CompletionItemKind.Value,
  label: '""',
  detail: "it must not be there",
  about: () => [line([words("An empty text says that the response must not have this capture.")], 200)],
};

/** Fields to capture: ids, prices and addresses first. */
export function capturedFieldSuggestions(context: CompletionContext): readonly Suggestion[] {
  return usefulFields(context, { kind: "capture" })
    .slice(0, MOST_FIELDS)
    .map((useful) => fieldSuggestion(useful, useful.field.texts.first(1)[0]?.text ?? "a field", context));
}

/** The captures of this file and of those around it. */
function capturesFor({ document, connected }: CompletionContext): readonly Capture[] {
  const { linked } = document;
  if (linked.kind === "mapping") return linked.mapping.captures;
  return [document, ...connected].flatMap(({ file }) => located(file, "capture"));
}

function nameSuggestion(name: string, detail: string): Suggestion {
  return { content: { kind: "name", name }, kind: CompletionItemKind.Variable, detail, about: null };
}
