import { type AcceptedEntry, readAccepted } from "@responses/dsl/editor";
import { FileError } from "./file-error.js";
import type { FileSource } from "./file-source.js";
import { placedProblems, readSettings } from "./settings-text.js";

/**
 * Reads a file of accepted differences; null where there is none. Throws a FileError for one that cannot be used.
 *
 * @param place absolute
 * @param path as messages call it
 */
export function readAcceptedFile(
  source: FileSource,
  place: string,
  path: string,
): readonly AcceptedEntry[] | null {
  const read = readSettings(source, place);
  switch (read.kind) {
    case "missing":
      return null;
    case "unreadable":
      throw new FileError({ kind: "cannot-read", path, reason: read.reason });
    case "text": {
      const result = readAccepted(read.text);
      if (result.kind === "entries") return result.entries;
      throw new FileError({
        kind: "wrong-accepted-file",
        path,
        problems: placedProblems(read.text, result.problems),
      });
    }
  }
}
