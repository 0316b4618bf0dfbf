import { counted, located } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { includedBy, type MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { includePathTo } from "../../file-operations/include-path.js";
import { type Block, line, words, written } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** The files that this one can include: not itself, none that it includes already, none that would lead back to it. */
export function includeSuggestions(
  { document }: CompletionContext,
  all: readonly MappingDocument[],
): readonly Suggestion[] {
  const here = URI.parse(document.uri);
  const taken = new Set(located(document.file, "include").map(({ model }) => model.path));
  return all
    .filter((other) => other.file.path !== document.file.path && !includes(other, document))
    .flatMap((other) => {
      const path = includePathTo(here, URI.parse(other.uri));
      return path === null || taken.has(path) ? [] : [includeSuggestion(path, other)];
    })
    .sort((a, b) => stepsUp(a) - stepsUp(b));
}

function stepsUp({ content }: Suggestion): number {
  return content.kind === "text" ? content.pieces.join("*").split("/").length : 0;
}

function includes({ linked }: MappingDocument, { file }: MappingDocument): boolean {
  return includedBy(linked).some((other) => other.file.path === file.path);
}

function includeSuggestion(path: string, document: MappingDocument): Suggestion {
  return {
    content: { kind: "text", pieces: [path] },
    kind: CompletionItemKind.File,
    detail: counted(located(document.file, "rule").length, "rule"),
    about: () => aboutFile(document),
  };
}

function aboutFile({ file }: MappingDocument): readonly Block[] {
  const system = located(file, "system")[0]?.model.name;
  const counts = [
    counted(located(file, "rule").length, "rule"),
    counted(located(file, "capture").length, "capture"),
    counted(located(file, "example").length, "example"),
  ].join(", ");
  const title =
    system === undefined ? [] : [line([words("Reads the responses of "), written(system), words(".")], 200)];
  return [...title, line([words(counts)], 100)];
}
