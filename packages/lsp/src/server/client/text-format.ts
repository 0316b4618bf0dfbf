import { MarkupKind } from "vscode-languageserver";
import type { TextFormat } from "../../features/presentation/preview-text.js";

/** The first format that a client names and the server knows; a client that names none gets plain text. */
export function textFormat(named: readonly string[] | undefined): TextFormat {
  const known = named?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText);
  return known === MarkupKind.Markdown ? "markdown" : "plaintext";
}
