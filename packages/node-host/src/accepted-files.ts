import { type AcceptedEntry, readAccepted } from "@responses/dsl/editor";
import type { FileSource } from "./file-source.js";
import { readSettingsFile } from "./settings-files.js";

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
  return readSettingsFile(source, { place, path }, "wrong-accepted-file", (text) => {
    const result = readAccepted(text);
    return result.kind === "entries" ? { kind: "content", content: result.entries } : result;
  });
}
