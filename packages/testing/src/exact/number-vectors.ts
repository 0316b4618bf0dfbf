import { foldedTexts } from "./numbered-tests.js";
import type { AskedOfField, ValuesOfField } from "./values-of-field.js";

/**
 * The same for a field that is asked for numbers. Beside them only `exact` without wildcards, or of wildcards alone, is understood: then a value is one of
 * those texts or it is none of them, and a number is one of the limits, lies between two neighbours among them, or beyond all. Null
 * for other tests, and for limits that JavaScript's numbers may not hold exactly.
 */
export function numberVectors(asked: readonly AskedOfField[]): ValuesOfField | null {
  const limits: number[] = [];
  const texts = new Set<string>();
  for (const { test } of asked) {
    if (test.kind === "number") {
      if (!/^-?\d{1,6}(\.\d{1,3})?$/.test(test.number)) return null;
      limits.push(Number(test.number));
    } else if (test.kind === "text") {
      if (test.how !== "exact") return null;
      for (const pieces of foldedTexts(test)) {
        if (isAnyText(pieces)) continue;
        if (pieces.length > 1) return null;
        texts.add(pieces.join(""));
      }
    }
  }
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const between = sorted.flatMap((limit, index) => {
    const next = sorted[index + 1];
    return next === undefined ? [limit, limit + 1] : [limit, (limit + next) / 2];
  });
  const numbers = [(sorted[0] ?? 0) - 1, ...between].map((number) => otherwiseWritten(number, texts));
  const noNumber = ["f", "z", "q", ...[...texts].map((text) => `${text}f`)].find((text) => !texts.has(text));
  const ofText = (text: string): bigint =>
    asked.reduce(
      (bits, { number, test }) => (holdsFor(test, text) ? bits | (1n << BigInt(number)) : bits),
      0n,
    );
  // White space alone is the empty text for `exact`, and yet not empty.
  const candidates = ["", " ", ...texts, ...numbers, ...(noNumber === undefined ? [] : [noNumber])];
  return { values: candidates.map((text) => ({ holds: ofText(text), text })), ofText };
}

/** Whether the pattern is of wildcards alone. */
function isAnyText(pieces: readonly string[]): boolean {
  return pieces.length > 1 && pieces.every((piece) => piece === "");
}

/** The number, written as none of the texts is: zeros behind the point change nothing. */
function otherwiseWritten(number: number, texts: ReadonlySet<string>): string {
  let written = String(number);
  if (texts.has(written) && !written.includes(".")) written += ".";
  while (texts.has(written) || written.endsWith(".")) written += "0";
  return written;
}

function holdsFor(test: AskedOfField["test"], text: string): boolean {
  const trimmed = text.trim();
  switch (test.kind) {
    case "empty":
      return false;
    case "text":
      return foldedTexts(test).some((pieces) => isAnyText(pieces) || pieces.join("") === trimmed);
    case "number": {
      const [, digits] = /^\$?\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.exec(trimmed) ?? [];
      if (digits === undefined) return false;
      return test.how === "above"
        ? Number(digits) > Number(test.number)
        : Number(digits) < Number(test.number);
    }
  }
}
