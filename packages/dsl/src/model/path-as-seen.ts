import { codePointName, isUnseen } from "../text/unseen-characters.js";
import type { PathReading } from "./path-reading.js";

/** Texts in quotation marks, to the end where they are not closed, and what stands between them. */
const STRETCHES = /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|[^'"]+/gs;

/**
 * Reads a path; where one that cannot be read holds what nobody sees, it is what it seems to be that was meant, so that no name that is
 * offered has such a character in it. What stands in quotation marks is as it is written. Linear where `read` is.
 */
export function readAsSeen<Path>(text: string, read: (text: string) => PathReading<Path>): PathReading<Path> {
  const reading = read(text);
  if (reading.kind === "path") return reading;
  const { seen, unseen, certain } = withoutUnseen(text);
  if (unseen === null) return reading;
  const problem = `it holds an invisible character (${codePointName(unseen)})`;
  const meant = read(seen);
  if (meant.kind === "path") return { kind: "fault", problem, suggestion: { path: seen, certain } };
  const { suggestion } = meant;
  return {
    kind: "fault",
    problem: `${problem}; ${meant.problem}`,
    suggestion: suggestion && { path: suggestion.path, certain: certain && suggestion.certain },
  };
}

interface Seen {
  readonly seen: string;
  /** The first character that is left out; null for a path that is as it seems. */
  readonly unseen: number | null;
  /** Whether none of them can belong to what stands before it, as letters of some scripts and emoji have them. */
  readonly certain: boolean;
}

function withoutUnseen(text: string): Seen {
  let [seen, certain, isInBrackets] = ["", true, false];
  let unseen: number | null = null;
  // Kept apart, since to look into a text that grows copies it each time.
  let last = 0;
  for (const [stretch] of text.matchAll(STRETCHES)) {
    if (/^['"]/.test(stretch)) {
      seen += stretch;
      last = stretch.codePointAt(stretch.length - 1) ?? 0;
      continue;
    }
    for (const character of stretch) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (character === "[" || character === "]") isInBrackets = character === "[";
      if (!isLeftOut(character, codePoint, isInBrackets)) {
        seen += character;
        last = codePoint;
        continue;
      }
      unseen ??= codePoint;
      certain &&= last < 0x80;
    }
  }
  return { seen, unseen, certain };
}

/** White space that is no blank of a path can be part of a name, but not in brackets. */
function isLeftOut(character: string, codePoint: number, isInBrackets: boolean): boolean {
  if (/^[ \t\r\n]/.test(character)) return false;
  return isUnseen(codePoint) || (isInBrackets && /^\s/.test(character));
}
