import { format, type Tree } from "@responses/dsl";
import { refuses } from "@responses/dsl/editor";
import { changedSinceRead, rewriteAtomically } from "@responses/node-host";
import { safe } from "../terminal/safe.js";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

export interface FormatReport {
  /** How many files were read. */
  readonly files: number;
  /** Those whose layout changed, or would change. */
  readonly changed: readonly string[];
  /** Those with statements that can't be read, which stay as they are, and how many. */
  readonly unread: readonly { readonly path: string; readonly statements: number }[];
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
  const unread: { readonly path: string; readonly statements: number }[] = [];
  let read = 0;
  let output: string | null = null;
  const problems = eachPath(inputs, "formatting", (path) => {
    const { tree } = files.read(path);
    const { text } = tree.source;
    const content = files.contentOf(path);
    if (!Buffer.from(text).equals(content)) {
      throw new UsageError(`cannot format ${safe(path)}: it is not a text in UTF-8 of at most 16 MB`);
    }
    read++;
    const statements = unreadStatements(tree);
    if (statements > 0) unread.push({ path, statements });
    const formatted = format(text);
    if (target === "output") output = formatted;
    if (formatted === text) return;
    if (target === "files" && !rewriteAtomically(path, content, formatted)) throw changedSinceRead(path);
    changed.push(path);
  });
  return { files: read, changed, unread, output, problems };
}

function unreadStatements({ statements }: Tree): number {
  return statements.filter(({ syntax }) => syntax.findings.some(({ name }) => refuses(name))).length;
}
