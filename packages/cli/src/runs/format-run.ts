import type { FindingName, Tree } from "@responses/dsl";
import { formatTree, refuses } from "@responses/dsl/editor";
import { rewriteInProject } from "@responses/node-host";
import { safe } from "../terminal/safe.js";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

export interface FormatReport {
  /** How many files were read. */
  readonly files: number;
  /** Those whose layout changed, or would change. */
  readonly changed: readonly ChangedText[];
  /** Those with text that can't be read, which stays as it is. */
  readonly unread: readonly UnreadText[];
  /** The formatted text of standard input; null where files are formatted. */
  readonly output: string | null;
  /** Why files could not be read or written. */
  readonly problems: readonly Problem[];
}

/** A file's text as it was, and as the formatter writes it. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What cannot be read of a file. */
export interface UnreadText {
  readonly path: string;
  /** How many of its statements. */
  readonly statements: number;
  /** Whether something else stands before its first statement, or in a file that has none. */
  readonly outside: "nothing" | "before-first" | "all";
}

/** Where formatted text goes: back into the files, to standard output, or nowhere. */
export type FormatTarget = "files" | "output" | "nowhere";

/** Formats all mapping files of a run. A file that holds bytes that are no text is left as it is, and told. */
export function runFormat(inputs: Inputs, target: FormatTarget): FormatReport {
  const { files } = inputs;
  const changed: ChangedText[] = [];
  const unread: UnreadText[] = [];
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
    const left = unreadText(path, tree);
    if (left.statements > 0 || left.outside !== "nothing") unread.push(left);
    const formatted = formatTree(tree);
    if (target === "output") output = formatted;
    if (target === "files") rewriteInProject(path, content, formatted);
    if (formatted === text) return;
    changed.push({ path, before: text, after: formatted });
  });
  return { files: read, changed, unread, output, problems };
}

function unreadText(path: string, { statements, findings }: Tree): UnreadText {
  const isUnread = ({ name }: { readonly name: FindingName }): boolean => refuses(name);
  return {
    path,
    statements: statements.filter(
      ({ syntax }) => syntax.node.kind === "broken" || syntax.findings.some(isUnread),
    ).length,
    outside: !findings.some(isUnread) ? "nothing" : statements.length === 0 ? "all" : "before-first",
  };
}
