import { leadsToAnother } from "./leading-answer.js";

/** A stretch of a text: one answer of several. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Behind it stands a header or an empty line: a body can hold what looks like it, too. */
const STATUS_LINE =
  /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]([^\r\n]*))?(?=\r?\n(?:[\w-]+:|[ \t]*\r?\n)|\r?\n?(?![\s\S]))/gm;

/**
 * The answers that a text is which begins like one, as `curl -i` prints them, one below the other; one for a text that is a single answer.
 * What `-L` or a proxy brings before an answer belongs to it, and so does what begins like an answer in a body of several parts. Linear.
 */
export function printedAnswers(text: string): readonly Stretch[] {
  const starts = [...text.matchAll(STATUS_LINE)];
  const [first] = starts;
  if (first === undefined || !isBlank(text, first.index)) return [{ start: 0, end: text.length }];
  const answers: Stretch[] = [];
  let start = 0;
  for (const [at, { index, 1: status, 2: reason = "" }] of starts.entries()) {
    const end = starts[at + 1]?.index ?? text.length;
    const { head, body } = partsOf(text.slice(index, end));
    // Of several parts each can be an answer of its own, which is no answer of the system.
    if (answers.length === 0 && /^\s*--\S/.test(body)) return [{ start: 0, end: text.length }];
    const line = { status: Number(status), reason: reason.trim() };
    const isEmpty = body.trim() === "";
    if (end < text.length && isEmpty && leadsToAnother(line, (name) => headerIn(head, name))) continue;
    // Empty lines stand between two of them.
    const last = end < text.length ? start + text.slice(start, end).trimEnd().length : end;
    answers.push({ start, end: last });
    start = end;
  }
  return answers;
}

function isBlank(text: string, end: number): boolean {
  return /^\uFEFF?\s*$/.test(text.slice(0, end));
}

function partsOf(answer: string): { readonly head: string; readonly body: string } {
  const gap = /\r?\n[ \t]*\r?\n/.exec(answer);
  return gap === null
    ? { head: answer, body: "" }
    : { head: answer.slice(0, gap.index), body: answer.slice(gap.index + gap[0].length) };
}

function headerIn(head: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(head)?.[1]?.trim() ?? null;
}
