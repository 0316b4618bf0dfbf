import { SourceText, type Span } from "@responses/dsl";
import type { ProjectFileProblem } from "./file-error.js";
import type { FileSource } from "./file-source.js";

/** Bytes of a project file or a baseline at most: a thousand times what anyone writes. Reading a device must end. */
const LARGEST = 16 * 1024 * 1024;

/** The text of a file with settings, or why there is none; a reason is a clause. */
export type SettingsText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Reads a project file or a baseline; `path` is absolute. Never throws. */
export function readSettings(source: FileSource, path: string): SettingsText {
  const read = source.read(path, LARGEST);
  switch (read.kind) {
    case "missing":
      return { kind: "missing" };
    case "impossible":
    case "no-file":
    case "unreadable":
      return { kind: "unreadable", reason: read.reason };
    case "too-large":
      return { kind: "unreadable", reason: "it is larger than 16 MB" };
    case "bytes": {
      const text = textIn(read.bytes);
      return text === null ? { kind: "unreadable", reason: "it is not UTF-8" } : { kind: "text", text };
    }
  }
}

/** Null for bytes that are not UTF-8. */
function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Problems of a text by line and column. */
export function placedProblems(
  text: string,
  problems: readonly { readonly message: string; readonly span: Span }[],
): readonly ProjectFileProblem[] {
  const source = new SourceText(text);
  return problems.map(({ message, span }) => {
    const { line, column } = source.positionAt(span.start);
    return { line: line + 1, column: column + 1, message };
  });
}
