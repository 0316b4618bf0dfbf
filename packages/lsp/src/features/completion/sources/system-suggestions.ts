import { located } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { stemOf } from "../../../workspace/files/file-names.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** Names for the system: as the file is called, then as the files around it are. */
export function systemSuggestions({ document, connected }: CompletionContext): readonly Suggestion[] {
  const file = stemOf(URI.parse(document.uri));
  const own = file
    .split(/[-_. ]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
  const others = connected.flatMap((other) => located(other.file, "system").map(({ model }) => model.name));
  return [
    ...(own === "" ? [] : [nameSuggestion(own, "as this file is called")]),
    ...others.map((name) => nameSuggestion(name, "as in another file")),
  ];
}

function nameSuggestion(name: string, detail: string): Suggestion {
  return { content: { kind: "text", pieces: [name] }, kind: CompletionItemKind.Module, detail, about: null };
}
