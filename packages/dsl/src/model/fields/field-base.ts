import type { LocalSpan } from "../../text/span.js";

/** What fields of every kind have. */
export interface FieldBase {
  /** Equal for fields that pick the same texts of every body, so that a body is read once for all of them. */
  readonly key: string;
  readonly span: LocalSpan;
  /** Where its texts stand: its path or name, or the texts at which the body is cut. */
  readonly textSpans: readonly LocalSpan[];
  /** What of it tells which field it is, wherever it stands: its path, or all of it. */
  readonly nameSpan: LocalSpan;
}

/** A text that a field reads: the body, or what another part of the field has picked. Offsets are the same in both forms. */
export interface ReadableText {
  readonly body: string;
  /** With its case folded. */
  readonly foldedBody: string;
}
