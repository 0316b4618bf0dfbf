import { SourceText } from "@responses/dsl";
import {
  charsetNoteInPhrases,
  type GivenAs,
  placeInWords,
  Subject,
  textOfPhrases,
} from "@responses/dsl/editor";
import type { LostBodies } from "../ndjson/tally.js";
import type { MatchReport } from "../runs/match-run.js";
import { safe } from "../terminal/safe.js";

/** What is to be said of the charset by which a body was decoded, a sentence each. */
export function charsetNotes(
  { notes, response }: Pick<MatchReport, "notes" | "response">,
  givenAs: GivenAs,
): readonly string[] {
  if (notes.length === 0) return [];
  const body = new SourceText(new Subject(response).body);
  const placeOf = (at: number) => placeInWords(body, at);
  return notes.map((note) => safe(textOfPhrases(charsetNoteInPhrases(note, placeOf, givenAs))));
}

/** What is to be said of bodies in a stream of lines that hold U+FFFD: once, whatever their number. */
export function lostBodiesNote({ bodies, firstLine, isNotUtf8 }: LostBodies, inputName: string): string {
  const count = bodies.toLocaleString("en");
  const hold = `${count} ${bodies === 1 ? "body" : "bodies"} of ${safe(inputName)} ${bodies === 1 ? "holds" : "hold"}`;
  const why = isNotUtf8 ? "which is not UTF-8" : "where it was already when the line was written";
  const place = `${bodies === 1 ? "in" : "first in"} line ${firstLine.toLocaleString("en")}, ${why}`;
  const wayOut = isNotUtf8 ? "save the file as UTF-8" : "decode each body by the charset in its Content-Type";
  return `${hold} U+FFFD, the mark of a lost character, ${place}; no rule can look for what stood there. To keep it, ${wayOut}`;
}
