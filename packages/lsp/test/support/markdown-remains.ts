/*
 * What of a markdown text is markup or plain words: all that is left when fenced code and code spans are taken out, as
 * CommonMark (0.31.2, §4.5 and §6.1) has them. What stands in code is shown as it is, so nothing there is live.
 */
export function markdownRemains(text: string): string {
  const lines: string[] = [];
  let fence = 0;
  for (const line of text.split("\n")) {
    const opening = /^ {0,3}(`{3,})[^`]*$/.exec(line)?.[1]?.length ?? 0;
    const closing = /^ {0,3}(`{3,}) *$/.exec(line)?.[1]?.length ?? 0;
    if (fence > 0 && closing >= fence) fence = 0;
    else if (fence === 0 && opening > 0) fence = opening;
    else if (fence === 0) lines.push(line);
    else if (fence > 0) lines.push("");
  }
  if (fence > 0) throw new Error("a fence is not closed");
  // A line of ours is a paragraph's line at most, so no code span goes beyond it but into the next.
  return withoutCodeSpans(lines.join("\n"));
}

function withoutCodeSpans(text: string): string {
  let remains = "";
  let at = 0;
  while (at < text.length) {
    if (text[at] === "\\") {
      remains += text.slice(at, at + 2);
      at += 2;
      continue;
    }
    const run = /^`+/.exec(text.slice(at))?.[0];
    if (run === undefined) {
      remains += text[at++];
      continue;
    }
    const end = endOfSpan(text, at + run.length, run.length);
    if (end === null) throw new Error(`a code span is not closed: ${text.slice(at, at + 40)}`);
    at = end;
  }
  return remains;
}

/** Behind the next run of exactly so many backticks. */
function endOfSpan(text: string, from: number, length: number): number | null {
  for (const { index, 0: run } of text.slice(from).matchAll(/`+/g)) {
    if (run.length === length) return from + index + length;
  }
  return null;
}
