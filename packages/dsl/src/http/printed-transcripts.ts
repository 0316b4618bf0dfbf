import { LAST_WORDS, LONGEST_NOTE } from "./curl-notes.js";
import { isTranscript } from "./curl-transcript.js";
import type { Stretch } from "./printed-answers.js";

/** What curl says first of a further request: how it finds its host, or which connection it takes again. */
const FIRST_WORDS =
  /^(?:\* +(?:Trying |Host \S+ was resolved|Host(?:name)? .{1,300} was found in DNS cache|Added .{1,300} to DNS cache|Rebuilt URL|About to connect|Found bundle|Re-?using existing|Uses proxy|Using Unix)|Note: |[ \t]+% Total)/;

/** An answer from which curl goes on by itself, to where it was sent or once more. */
const GOES_ON = /^(?:\* Issue another request to this URL|Warning: .{0,300}[Ww]ill retry)/;

/**
 * The outputs of `curl -v` that a text is, one below the other, as a script leaves them that calls it several times; one for any other text.
 * A redirect belongs to the answer that it leads to, and a request without an answer is left out. Linear.
 */
export function printedTranscripts(text: string): readonly Stretch[] {
  if (!isTranscript(text)) return [{ start: 0, end: text.length }];
  const transcripts: Stretch[] = [];
  let [start, isAnswered, isOver] = [0, false, false];
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 ? text.length : feed + 1;
    const line = end - at > LONGEST_NOTE ? "" : text.slice(at, end).replace(/\r?\n$/, "");
    if (isOver && FIRST_WORDS.test(line)) {
      transcripts.push({ start, end: at });
      [start, isAnswered, isOver] = [at, false, false];
    } else if (/^< HTTP\/\d/.test(line)) [isAnswered, isOver] = [true, false];
    else if (GOES_ON.test(line)) [isAnswered, isOver] = [false, false];
    else if (isAnswered && LAST_WORDS.test(line)) isOver = true;
    at = end;
  }
  const rest = { start, end: text.length };
  return isAnswered ? [...transcripts, rest] : transcripts.length === 0 ? [rest] : transcripts;
}
