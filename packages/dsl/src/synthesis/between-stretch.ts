import type { BetweenFieldDescription } from "../model/fields/between-field.js";

/** A text behind the text that opens it, and what may close it. */
export interface Stretch {
  readonly opened: string;
  /** None where only the body's end closes it. */
  readonly closers: readonly string[];
  readonly endsWithBody: boolean;
}

/** The stretch of a body out of which the field picks the text. */
export function stretchWith(field: BetweenFieldDescription, text: string): Stretch {
  const { open, closers, foldedEnd } = field;
  const isNamed = /[A-Za-z:]$/.test(open) && text !== "" && !/^[\s"'<]/.test(text);
  return {
    opened: `${beforeOpen(open, text)}${open}${isNamed ? " " : ""}${text}`,
    closers,
    endsWithBody: foldedEnd.kind === "nearest" && foldedEnd.orEnd,
  };
}

/** A bracket around JSON stands behind a function's name. */
function beforeOpen(open: string, text: string): string {
  return open === "(" && /^[{[]/.test(text) ? "callback" : "";
}

/** The stretches one behind another, each closed by its closer of that number; the last one by the body's end if it may. */
export function joinStretches(stretches: readonly Stretch[], choice: number, isLast: boolean): string {
  const ordered = [...stretches].sort((one, other) => closersOf(one) - closersOf(other)).reverse();
  let written = "";
  for (const [index, stretch] of ordered.entries()) {
    const before = written === "" || /[\s&;,|<>]$/.test(written) ? "" : " ";
    written += before + stretch.opened;
    const isAtEnd = isLast && index === ordered.length - 1 && stretch.endsWithBody;
    if (!isAtEnd) written += closerOf(stretch, choice);
  }
  return written;
}

function closersOf({ closers }: Stretch): number {
  return closers.length;
}

/** The closer of that number, counted round. */
export function closerOf({ closers }: Stretch, choice: number): string {
  return closers.length === 0 ? "" : (closers[choice % closers.length] ?? "");
}
