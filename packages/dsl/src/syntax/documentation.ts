import type { LocalSpan } from "../text/span.js";
import type { Comment } from "./tokens.js";
import type { Suppression } from "./tree.js";

/** What the comment lines directly above a statement say: its documentation, and what is silenced in it. */
export interface LeadingComments {
  readonly documentation: string;
  readonly suppressions: readonly Suppression[];
}

const DIRECTIVE = "responses-ignore";
/** Also what is nearly the directive: it must not be taken for a plain comment. */
const NEARLY_DIRECTIVE = /^(?:responses?[-_ ]?(?:ignore|disable|suppress)|responses-ignored)\b/i;

/** Reads the comments that stand before a statement's word; `text` is the statement's text. */
export function readLeadingComments(comments: readonly Comment[], text: string): LeadingComments {
  const documentation: string[] = [];
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    const content = text.slice(comment.from + 1, comment.to);
    const trimmed = content.trim();
    const span = { from: comment.from, to: comment.to };
    if (NEARLY_DIRECTIVE.test(trimmed)) suppressions.push(readSuppression(content, span));
    else documentation.push(content.startsWith(" ") ? content.slice(1) : content);
  }
  return { documentation: documentation.join("\n").trim(), suppressions };
}

function readSuppression(content: string, span: LocalSpan): Suppression {
  const match = /^[ \t]*responses-ignore[ \t]+([a-z-]+)[ \t]*(?::[ \t]*(.*))?$/.exec(content.trimEnd());
  if (match === null) {
    const spelled = content.trim().startsWith(DIRECTIVE);
    const bare = /^[ \t]*responses-ignore[ \t]*:?[ \t]*$/.test(content);
    return { kind: "malformed", problem: spelled && bare ? "no-name" : "spelling", span };
  }
  const [, name = "", reason = ""] = match;
  if (reason === "") return { kind: "malformed", problem: "no-reason", span };
  const from = span.from + 1 + content.indexOf(name, content.indexOf(DIRECTIVE) + DIRECTIVE.length);
  return { kind: "suppression", name, nameSpan: { from, to: from + name.length }, reason, span };
}
