import { format } from "@responses/dsl";
import { writeAtomically } from "@responses/node-host";
import { safe } from "../terminal/safe.js";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

export interface FormatReport {
  /** How many files were read. */
  readonly files: number;
  /** Those whose layout changed, or would change. */
  readonly changed: readonly string[];
  /** The formatted text of standard input; null where files are formatted. */
  readonly output: string | null;
  /** Why files could not be read or written. */
  readonly problems: readonly Problem[];
}

/** Where formatted text goes: back into the files, to standard output, or nowhere. */
export type FormatTarget = "files" | "output" | "nowhere";

/** Formats all mapping files of a run. A file that holds bytes that are no text is left as it is, and told. */
export function runFormat(inputs: Inputs, target: FormatTarget): FormatReport {
  const { files } = inputs;
  const changed: string[] = [];
  let read = 0;
  let output: string | null = null;
  const problems = eachPath(inputs, "formatting", (path) => {
    const { text } = files.read(path).tree.source;
    if (!Buffer.from(text).equals(files.contentOf(path))) {
      throw new UsageError(`cannot format ${safe(path)}: it is not a text in UTF-8 of at most 16 MB`);
    }
    read++;
    const formatted = format(text);
    if (target === "output") output = formatted;
    if (formatted === text) return;
    changed.push(path);
    if (target === "files") writeAtomically(path, formatted);
  });
  return { files: read, changed, output, problems };
}
