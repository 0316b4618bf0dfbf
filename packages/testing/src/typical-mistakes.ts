import { readFileSync } from "node:fs";
import { applyFixes, type Finding, type Fix, link, noOtherFiles, parse } from "@responses/dsl";

/** One block of `typical-mistakes.fixture`. */
export interface TypicalMistake {
  readonly source: string;
  readonly messages: readonly string[];
  /** What is marked: `line:from-to`, counted from 1. */
  readonly places: readonly string[];
  /** The text after the automatic fixes; null where there are none. */
  readonly fixed: string | null;
  /** The text after each of the suggested fixes alone. */
  readonly suggestions: readonly string[];
}

const FIXTURE = new URL("../typical-mistakes.fixture", import.meta.url);

/** Reads `typical-mistakes.fixture`: its first lines say how. */
export function typicalMistakes(): readonly TypicalMistake[] {
  const blocks = readFileSync(FIXTURE, "utf8").split(/\n\n+/);
  return blocks.filter((block) => block.startsWith("> ")).map(readMistake);
}

function readMistake(block: string): TypicalMistake {
  const lines = block.split("\n").filter((line) => line !== "");
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  const source = marked("> ").map(withCharacters);
  const fixed = marked("= ");
  const suggested = marked("? ").map(withCharacters);
  // A suggestion has as many lines as its source, where it has several.
  const suggestions = source.length === 1 ? suggested : suggested.length === 0 ? [] : [suggested.join("\n")];
  return {
    source: source.join("\n"),
    messages: marked("! "),
    places: markedPlaces(lines),
    fixed: fixed.length === 0 ? null : fixed.join("\n"),
    suggestions,
  };
}

function markedPlaces(lines: readonly string[]): readonly string[] {
  const places: string[] = [];
  let line = 0;
  for (const written of lines) {
    if (written.startsWith("> ")) line++;
    if (!written.startsWith("^ ")) continue;
    const from = written.indexOf("^", 2) - 1;
    places.push(`${line}:${from}-${written.length - 1}`);
  }
  return places;
}

/** Where the findings are, in the same form; a range over several lines up to its first line's end. */
export function placesOf(text: string, findings: readonly Finding[]): readonly string[] {
  const { source } = parse("mistake.responses", text).tree;
  return findings.map(({ span }) => {
    const { line, column } = source.positionAt(span.start);
    const end = source.positionAt(Math.min(span.end, source.lineEnd(line)));
    return `${line + 1}:${column + 1}-${end.column + 1}`;
  });
}

function withCharacters(line: string): string {
  return line.replace(/<U\+([0-9A-F]{4})>/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** What reading the text by itself says. */
export function readingFindings(text: string): readonly Finding[] {
  return link(parse("mistake.responses", text), noOtherFiles).findings.filter(
    ({ name }) => name !== "include-missing",
  );
}

/** The text after each finding's first automatic fix. */
export function withAutomaticFixes(text: string, findings: readonly Finding[]): string {
  const automatic = findings.flatMap(({ fixes }) =>
    fixes.filter(({ kind }) => kind === "automatic").slice(0, 1),
  );
  return applyFixes(text, automatic).text;
}

export function suggestedFixes(findings: readonly Finding[]): readonly Fix[] {
  return findings.flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "suggested"));
}
