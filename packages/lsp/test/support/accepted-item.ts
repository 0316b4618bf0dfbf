import type { CompletionItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** A text after an item was taken, with the cursor where an editor puts it. */
export interface AcceptedText {
  readonly text: string;
  readonly cursor: number;
}

/** Takes an item as an editor does: replaces its range, and goes to the first place to fill in of a snippet. */
export function acceptItem(text: string, item: CompletionItem): AcceptedText {
  const { textEdit } = item;
  if (textEdit === undefined || !("range" in textEdit)) throw new Error(`${item.label} has no edit`);
  const document = TextDocument.create("", "", 0, text);
  const start = document.offsetAt(textEdit.range.start);
  const end = document.offsetAt(textEdit.range.end);
  const isSnippet = item.insertTextFormat === 2;
  const { written, cursor } = isSnippet
    ? readSnippet(textEdit.newText)
    : { written: textEdit.newText, cursor: textEdit.newText.length };
  return { text: text.slice(0, start) + written + text.slice(end), cursor: start + cursor };
}

/** A snippet of the protocol: `$1`, `${1:text}` and escapes. The first place is behind what stands in it. */
function readSnippet(snippet: string): { readonly written: string; readonly cursor: number } {
  let written = "";
  let first: number | null = null;
  let open = 0;
  for (let index = 0; index < snippet.length; index++) {
    const rest = snippet.slice(index);
    const stop = /^\$(\d)|^\$\{(\d):/.exec(rest);
    if (/^\\[\\$}]/.test(rest)) {
      written += rest.charAt(1);
      index++;
    } else if (stop !== null) {
      if (stop[1] === "1") first = written.length;
      if (stop[2] !== undefined) open++;
      index += stop[0].length - 1;
    } else if (rest.startsWith("}") && open > 0) {
      first ??= written.length;
      open--;
    } else if (rest.startsWith("$")) {
      throw new Error(`a bare $ in the snippet ${snippet}`);
    } else {
      written += rest.charAt(0);
    }
  }
  return { written, cursor: first ?? written.length };
}
