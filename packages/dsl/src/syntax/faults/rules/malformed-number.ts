import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isNumberMatchWord } from "../../vocabulary.js";
import type { Explainer } from "../explanation.js";

type ExpectedNumber = "number" | "status" | "part";

/** Longer runs are not fixed: the expressions below are for what a person can write. */
const LONGEST_FIXED = 100;

/** Something that begins with a digit or a sign where a number, status or part is expected, and is none. */
export const explainMalformedNumber: Explainer = ({ tokens, index, text }) => {
  const run = numberRun(tokens, index, text);
  if (run === null) return null;
  const { from, to, expected } = run;
  const written = text.slice(from, to);
  const span = { from, to };
  const short = written.length <= LONGEST_FIXED;
  const better = short ? wellFormed(written, expected) : null;
  // Where a comma is the decimal point, 1,000 is one.
  const kind = /^-?[0-9]+,[0-9]{3}$/.test(written) && !/^-?0/.test(written) ? "suggested" : "automatic";
  const fixes = better === null ? [] : [replaceWith(span, better, `Write ${better}`, kind)];
  const problem = short ? problemOf(written) : "malformed";
  return { name: "invalid-number", parameters: { expected, written, problem }, span, fixes };
};

function problemOf(
  written: string,
): "malformed" | "thousands" | "decimal-comma" | "plus-sign" | "no-leading-digit" {
  if (/^\+/.test(written)) return "plus-sign";
  if (/^-?\./.test(written)) return "no-leading-digit";
  if (/^-?(?:0|[1-9][0-9]*),[0-9]+$/.test(written) && !/^-?[1-9][0-9]{0,2},[0-9]{3}$/.test(written))
    return "decimal-comma";
  if (/^-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+$/.test(written)) return "decimal-comma";
  if (/^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(written)) return "thousands";
  return "malformed";
}

function wellFormed(written: string, expected: ExpectedNumber): string | null {
  if (expected === "status") {
    if (/^[0-9]xx$/i.test(written)) return written.toLowerCase();
    const [, from, to] = /^([1-5](?:[0-9]{2}|xx))-([1-5](?:[0-9]{2}|xx))$/i.exec(written) ?? [];
    if (from !== undefined && to !== undefined) return `${withDigits(from, "0")}..${withDigits(to, "9")}`;
    return /^[1-5][0-9]x$/i.test(written) ? `${withDigits(written, "0")}..${withDigits(written, "9")}` : null;
  }
  if (/^\+[0-9]+$/.test(written)) return written.slice(1);
  if (expected === "part") return null;
  if (/^\+[0-9]+\.[0-9]+$/.test(written)) return written.slice(1);
  if (/^\.[0-9]+$/.test(written)) return `0${written}`;
  if (/^-\.[0-9]+$/.test(written)) return `-0${written.slice(1)}`;
  const [, number, word] = /^(-?[0-9]+(?:\.[0-9]+)?)(and|as)$/.exec(written) ?? [];
  if (number !== undefined && word !== undefined) return `${number} ${word}`;
  // Of these the comma can only be the decimal point: a group of thousands has three digits, and does not begin with 0.
  const [, whole, fraction] = /^(-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)),([0-9]+)$/.exec(written) ?? [];
  if (whole !== undefined && fraction !== undefined && problemOf(written) === "decimal-comma")
    return `${whole.replaceAll(".", "")}.${fraction}`;
  return problemOf(written) === "thousands" ? written.replaceAll(",", "") : null;
}

/** The first or last status that is written with x for any digit. */
function withDigits(written: string, digit: "0" | "9"): string {
  return written.toLowerCase().replaceAll("x", digit);
}

/** The unbroken run of characters that was to be a number, and what it was to be. */
function numberRun(
  tokens: readonly Token[],
  index: number,
  text: string,
): { readonly from: number; readonly to: number; readonly expected: ExpectedNumber } | null {
  // The number may have been read up to its fault (`1` of `1,000`): then the word that wants a number is further left.
  for (const back of [0, 1, 2, 3]) {
    const first = tokens[index - back];
    const expected = expectedAt(tokens, index - back);
    if (first === undefined || expected === null) continue;
    const from = first.startOffset;
    const to = Math.max(endOfRun(text, from, expected), first.endOffset + 1);
    const reached = tokens[index]?.startOffset ?? 0;
    if (to <= reached) return null;
    return /^[+-]?\.?[0-9]/.test(text.slice(from, to)) ? { from, to, expected } : null;
  }
  return null;
}

/** What kind of number the word before the token wants. */
function expectedAt(tokens: readonly Token[], index: number): ExpectedNumber | null {
  const word = tokens[index - 1]?.image ?? "";
  if (isNumberMatchWord(word)) return "number";
  switch (word) {
    case "part":
      return "part";
    case "status":
    case "..":
      return "status";
    case ",":
      return isInStatusList(tokens, index - 1) ? "status" : null;
    default:
      return null;
  }
}

/** Whether the comma belongs to a list of statuses. */
function isInStatusList(tokens: readonly Token[], comma: number): boolean {
  let index = comma;
  while (index > 0 && /^(?:,|\.\.|[0-9]+|[0-9]xx)$/.test(tokens[index]?.image ?? "")) index--;
  return tokens[index]?.image === "status";
}

function endOfRun(text: string, from: number, expected: ExpectedNumber): number {
  const stop = expected === "number" ? /[^0-9A-Za-z.,+_%-]/g : /[^0-9A-Za-z+_-]/g;
  stop.lastIndex = from;
  const end = stop.exec(text)?.index ?? text.length;
  return text.charAt(end - 1) === "," ? end - 1 : end;
}
