/** A stretch of a file's text: UTF-16 offsets from the file's start, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of one statement's text: UTF-16 offsets from the statement's start, `to` exclusive.
 * A statement is read without knowing where it stands, so that equal texts share one result; the other field names
 * keep the two kinds of offset from being mixed up.
 */
export interface LocalSpan {
  readonly from: number;
  readonly to: number;
}

/** Where a stretch of a statement lies in the file, given the offset at which the statement's text begins. */
export function spanInFile(local: LocalSpan, statementStart: number): Span {
  return { start: statementStart + local.from, end: statementStart + local.to };
}

/** The smallest stretch that holds both. */
export function joinLocalSpans(first: LocalSpan, last: LocalSpan): LocalSpan {
  return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
}
