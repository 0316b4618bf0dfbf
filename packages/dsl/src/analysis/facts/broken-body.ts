import { bodyKindOf } from "../../bodies/body-kind.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { lowerStatement } from "../../model/lower.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { type PastedJson, pastedJson } from "../../syntax/pasted-json.js";
import { writtenPlace } from "../../syntax/text-literal.js";
import type { StatementSyntax } from "../../syntax/tree.js";
import type { PathFieldWord } from "../../syntax/vocabulary.js";
import type { LocalSpan } from "../../text/span.js";

/** What a body was meant to be and is not. */
export interface BrokenBody {
  readonly format: PathFieldWord;
  /** What is wrong there, as part of a sentence. */
  readonly reason: string;
  readonly span: LocalSpan;
}

/** Why an example's body is not what it is meant to be by how it begins, and where; null for a body that is. */
export const brokenBodyOf = memoized((syntax: StatementSyntax): BrokenBody | null => {
  const { model } = lowerStatement(syntax);
  if (model.kind !== "example") return null;
  const subject = subjectOf(model);
  const format = formatOf(subject.body);
  const fault = format === null ? null : subject.faultFor(format);
  if (format === null || fault === null) return null;
  // Offsets count from behind a byte order mark, which a body loses.
  const dropped = model.body.length - subject.body.length;
  const span = writtenPlace(syntax.text, model.bodySpan, fault.at + dropped);
  return { format, reason: fault.reason, span };
});

/** How an example's body would keep the backslashes of the JSON that was put in its quotes; null for any other body. */
export const pastedBodyOf = memoized((syntax: StatementSyntax): PastedJson | null => {
  const { model } = lowerStatement(syntax);
  return model.kind === "example" ? pastedJson(syntax.text, model.bodySpan, model.body) : null;
});

/** What the body is meant to be, by how it begins. */
function formatOf(body: string): PathFieldWord | null {
  const { start } = trimmedRange(body, 0, body.length);
  // `[ERROR] …` is a line of a log; no value of JSON begins like that.
  if (/^(?:\{|\[[ \t\r\n]*[\]{["0-9tfn-])/.test(body.slice(start, start + 50))) return "json";
  return bodyKindOf(body) === "xml" ? "xml" : null;
}
