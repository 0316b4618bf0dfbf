/** A line `NAME=VALUE` or `NAME: VALUE`, and between which texts its value stands. */
export interface LineValue {
  readonly name: string;
  readonly text: string;
  /**
   * What stands directly before the value, with the end of the line before it: LF, also where CR stands before that, so that a
   * field finds the value in both.
   */
  readonly opener: string;
  /** Where the line begins, and from where to where its value goes. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

const LINE = /^([A-Za-z][\w.-]{0,40}[=:])[ \t]*([^\r\n]*)$/;

/** Lines read at most: more are a table or a log. */
const MOST_LINES = 200;

/**
 * The values of a text that is lines of names and values, two at least and nothing else but blank lines; none of any other
 * text. Of a name that stands in several lines, the first.
 */
export function outlineLines(body: string): readonly LineValue[] {
  const lineEnd = body.includes("\r\n") ? "\r\n" : "\n";
  const lines = body.split(lineEnd);
  if (lines.length < 2 || lines.length > MOST_LINES) return [];
  const values = new Map<string, LineValue>();
  let at = 0;
  for (const line of lines) {
    const [, head = "", text = ""] = LINE.exec(line) ?? [];
    if (head === "" && line.trim() !== "") return [];
    const start = at + line.length - text.length;
    const value = {
      name: head.slice(0, -1),
      text: text.trim(),
      opener: (at === 0 ? "" : "\n") + head,
      from: at,
      start,
      end: start + text.trimEnd().length,
    };
    if (head !== "" && !values.has(head)) values.set(head, value);
    at += line.length + lineEnd.length;
  }
  return values.size < 2 ? [] : [...values.values()];
}
