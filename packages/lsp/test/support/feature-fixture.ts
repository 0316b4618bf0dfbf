import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Span } from "@responses/dsl";

/*
 * A fixture of a feature: a sentence on what it shows, then sections that begin with a line `=== title`. A section whose
 * title is a file's name (`acme.responses`, `responses.config.json`) is that file; all others are what is expected, and
 * the feature's test says what they mean.
 *
 * In files, `‸` is the cursor and `«…»` a marked stretch; both are taken out before the file is used.
 */

const CURSOR = "‸";
const OPEN = "«";
const CLOSE = "»";

/** A file of a fixture, without its marks. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  /** The offset of the cursor; null where the file has none. */
  readonly cursor: number | null;
  /** The marked stretches, in order. */
  readonly marked: readonly Span[];
}

export interface FeatureFixture {
  /** The file's name without its ending. */
  readonly name: string;
  readonly files: readonly FixtureFile[];
  /** The file with the cursor, or the first. */
  readonly main: FixtureFile;
  /** What is expected, by the section's title, without the line end at its end. */
  readonly expected: ReadonlyMap<string, string>;
}

/** All fixtures of a feature: the files of `test/fixtures/FEATURE`. */
export function fixturesOf(feature: string): readonly FeatureFixture[] {
  const folder = fileURLToPath(new URL(`../fixtures/${feature}/`, import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".fixture"))
    .sort()
    .map((file) => readFixture(file.replace(/\.fixture$/, ""), readFileSync(join(folder, file), "utf8")));
}

function readFixture(name: string, content: string): FeatureFixture {
  const [, ...sections] = content.split(/^=== /m);
  const files: FixtureFile[] = [];
  const expected = new Map<string, string>();
  for (const section of sections) {
    const lineEnd = section.indexOf("\n");
    const title = section.slice(0, lineEnd).trim();
    // The blank line before the next section is there for the reader.
    const text = section.slice(lineEnd + 1).replace(/\n\n$/, "\n");
    if (/\.(?:responses|json)$/.test(title)) files.push(readFile(title, text));
    else expected.set(title, text.replace(/\n$/, ""));
  }
  const main = files.find(({ cursor }) => cursor !== null) ?? files[0];
  if (main === undefined) throw new Error(`the fixture ${name} has no file`);
  return { name, files, main, expected };
}

function readFile(name: string, marked: string): FixtureFile {
  let text = "";
  let cursor: number | null = null;
  const spans: Span[] = [];
  const open: number[] = [];
  for (const character of marked) {
    if (character === CURSOR) cursor = text.length;
    else if (character === OPEN) open.push(text.length);
    else if (character === CLOSE) spans.push({ start: open.pop() ?? text.length, end: text.length });
    else text += character;
  }
  return { name, text, cursor, marked: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
}
