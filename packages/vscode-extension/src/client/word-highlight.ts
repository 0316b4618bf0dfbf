import { DocumentHighlight, type Position, type TextDocument } from "vscode";

/**
 * What is highlighted with the cursor at a place. Where the server knows of no other places, it is the word there alone:
 * for no highlight at all the editor itself would highlight every equal word, all the `example` and `reject` of a file.
 */
export function highlightsOr(
  found: DocumentHighlight[] | null | undefined,
  document: TextDocument,
  position: Position,
): DocumentHighlight[] | null | undefined {
  if (found && found.length > 0) return found;
  const word = document.getWordRangeAtPosition(position);
  return word === undefined ? found : [new DocumentHighlight(word)];
}
