import { FileError, type FileFault } from "./file-error.js";
import type { FileSource } from "./file-source.js";
import { placedProblems, readSettings } from "./settings-text.js";

/** What reading the text of a file with settings gives: its content, or all that is wrong with it. */
type Parsed<Content> =
  | { readonly kind: "content"; readonly content: Content }
  | { readonly kind: "fault"; readonly problems: Parameters<typeof placedProblems>[1] };

/**
 * What a file with settings says; null where there is none. Throws a FileError for one that cannot be used.
 *
 * @param place absolute
 * @param path as messages call it
 * @param fault what one is called that holds something else
 */
export function readSettingsFile<Content>(
  source: FileSource,
  { place, path }: { readonly place: string; readonly path: string },
  fault: Extract<FileFault, { readonly problems: unknown }>["kind"],
  parse: (text: string) => Parsed<Content>,
): Content | null {
  const read = readSettings(source, place);
  switch (read.kind) {
    case "missing":
      return null;
    case "unreadable":
      throw new FileError({ kind: "cannot-read", path, reason: read.reason });
    case "text": {
      const result = parse(read.text);
      if (result.kind === "content") return result.content;
      throw new FileError({ kind: fault, path, problems: placedProblems(read.text, result.problems) });
    }
  }
}
