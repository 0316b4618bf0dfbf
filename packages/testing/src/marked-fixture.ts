import { applyFixes, check, type Finding, type Host, link, messageOf, parse } from "@responses/dsl";
import { catalogue } from "@responses/dsl/editor";

/*
 * A fixture is a mapping file in which comment lines mark what is expected of the line above them:
 *
 *     success keyword "valid"
 *     #               ^^^^^^^ warning keyword-inside-word: a part of the message
 *
 * The carets stand under the very characters of the finding's range; the part after the colon is optional and must occur
 * in the message. Carets after `<` (`#<^^^^^`) mark a range from the line's very beginning, where the `#` stands. A range over several lines is marked on its first line, up to that line's end. Further files follow
 * after lines of the form `# file: NAME`; the first is `mapping.responses`.
 */

export interface MarkedFixture {
  readonly files: ReadonlyMap<string, string>;
  readonly expected: readonly string[];
  /** What the messages of the findings at a place must say, each one of these. */
  readonly messages: ReadonlyMap<string, readonly string[]>;
}

export const MAIN_FILE = "mapping.responses";

const MARK = /^(#[ \t]*)(<?\^+)[ \t]*(error|warning|hint)[ \t]+([a-z-]+)(?::[ \t]*(.*))?$/;

export function readFixture(text: string): MarkedFixture {
  const files = new Map<string, string>();
  const expected: string[] = [];
  const messages = new Map<string, string[]>();
  for (const part of text.split(/^(?=# file: )/m)) {
    const header = /^# file: (.*)\r?\n/.exec(part);
    const name = header?.[1] ?? MAIN_FILE;
    const content = header === null ? part : part.slice(header[0].length);
    files.set(name, content);
    let marked = 0;
    content.split(/\r\n|\n|\r/).forEach((line, index) => {
      const mark = MARK.exec(line);
      if (mark === null) {
        marked = index;
        return;
      }
      const [, indent = "", carets = "", severity = "", finding = "", message] = mark;
      const first = carets.startsWith("<") ? 1 : indent.length + 1;
      const entry = `${name}:${marked + 1}:${first}-${indent.length + carets.length + 1} ${severity} ${finding}`;
      expected.push(entry);
      if (message !== undefined) messages.set(entry, [...(messages.get(entry) ?? []), message]);
    });
  }
  return { files, expected: expected.sort(), messages };
}

/** A host over the files of a fixture. */
export function hostOf(files: ReadonlyMap<string, string>): Host {
  return {
    resolve: (_from, include) => include,
    load: (path) => {
      const text = files.get(path);
      return text === undefined ? null : parse(path, text);
    },
  };
}

export function findingsOf(files: ReadonlyMap<string, string>): readonly Finding[] {
  return check(link(parse(MAIN_FILE, files.get(MAIN_FILE) ?? ""), hostOf(files)));
}

/** The findings in the form of `expected`; where `messages` asks for a text that is missing, with the real message. */
export function actualOf({ files, messages }: MarkedFixture): readonly string[] {
  return findingsOf(files)
    .map((finding) => {
      const source = parse(finding.file, files.get(finding.file) ?? "").tree.source;
      const start = source.positionAt(finding.span.start);
      const lineEnd = source.lineEnd(start.line);
      const end = source.positionAt(Math.min(finding.span.end, Math.max(lineEnd, finding.span.start)));
      const severity = catalogue[finding.name].severity;
      const entry = `${finding.file}:${start.line + 1}:${start.column + 1}-${end.column + 1} ${severity} ${finding.name}`;
      const text = messageOf(finding);
      const wanted = messages.get(entry) ?? [text];
      return wanted.some((message) => text.includes(message)) ? entry : `${entry}: ${text}`;
    })
    .sort();
}

/** The main file without its marks, after applying each finding's first fix of an accepted kind. */
export function fixedText(fixture: string, kinds: readonly ("automatic" | "suggested")[]): string {
  const files = new Map([...readFixture(fixture).files].map(([name, text]) => [name, withoutMarks(text)]));
  const fixes = findingsOf(files)
    .filter(({ file }) => file === MAIN_FILE)
    .flatMap((finding) => finding.fixes.filter(({ kind }) => kinds.includes(kind)).slice(0, 1));
  return applyFixes(files.get(MAIN_FILE) ?? "", fixes).text;
}

export function withoutMarks(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !MARK.test(line.trimEnd()))
    .join("");
}
