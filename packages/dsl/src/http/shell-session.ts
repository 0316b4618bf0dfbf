/*
 * What somebody copied from a terminal begins with the line that they typed: a prompt and a command, which can go on over several lines. Below
 * it is what the command printed, and often the next prompt. Texts may be decoded, or hold a byte in each unit: what tells is ASCII, but for
 * the arrows of some prompts and a byte order mark, which are known in both.
 */

/** What one command printed: a stretch of the text. */
export interface ShellOutput {
  readonly start: number;
  readonly end: number;
}

/** Longer lines hold no prompt, and of the first lines no more is looked at to find whether there is one. */
const LONGEST_LINE = 4000;

const HOST = String.raw`\[[^\]\n]{1,80}\]|[\w.-]+@[\w.-]+(?:[: ][^ \t\r\n$%#>]*)?`;
const FOLDER = String.raw`PS [^>\n]{1,200}|[A-Za-z]:\\[^>\n]{0,200}|[~/][^ \t\r\n$%#>]*`;
const ARROW = "\u276f|\u279c|\u00e2\u009d\u00af|\u00e2\u009e\u009c";
const PROMPT = String.raw`(?:\([\w.-]+\) ?)?(?:(?:${HOST}|${FOLDER}) ?)?(?:[$%>#]|${ARROW})[ \t]*`;

/** What fetches, and what shows what was fetched. Behind signs that other texts begin with, too, only the former is taken for a command. */
const FETCHES = String.raw`(?:curl|wget|xh|https?|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?:\.exe)?`;
const SHOWS = String.raw`(?:cat|type|Get-Content|echo|printf|head|tail|jq|node|npx|python3?|php|ruby|\.\/\S+)`;
const BEFORE_COMMAND = String.raw`(?:(?:[A-Z_][A-Z0-9_]*=\S*|sudo|time)[ \t]+)*`;

const FETCHING_LINE = new RegExp(String.raw`^(${PROMPT})${BEFORE_COMMAND}${FETCHES}(?=[ \t])`, "i");
const SHOWING_LINE = new RegExp(
  String.raw`^((?:(?:${HOST}|${FOLDER}) ?[$%>#]|\$) ?)${BEFORE_COMMAND}${SHOWS}(?=[ \t])`,
  "i",
);

/** What such a command is called with: options, or an address, behind a method or not. */
const ARGUMENT = String.raw`[ \t]+(?:[A-Z]{3,7}[ \t]+)?(?:-|\$\w|['"]?(?:https?://|:\d|localhost\b|[\w-]+[.:/]\w))`;
/** A heading, a quotation or a percentage that begins with the name of a command. */
const SENTENCE = new RegExp(String.raw`^[%>#][ \t]*${BEFORE_COMMAND}${FETCHES}(?=[ \t])(?!${ARGUMENT})`, "i");

/** Without a prompt only what cannot be a sentence about curl. */
const BARE_COMMAND = /^curl(?:\.exe)?[ \t]+(?:-|['"]?https?:\/\/)/i;

/** Whether a text begins with a command as somebody typed it. Blank lines may stand before it. Bounded. */
export function beginsWithCommand(text: string): boolean {
  return promptAt(text, firstLine(text)) !== null;
}

/**
 * What commands printed, in the order of the text; null for a text that does not begin with a command. What is blank is left out, and so is
 * a prompt behind the last of them. Linear.
 */
export function shellOutputs(text: string): readonly ShellOutput[] | null {
  let at = firstLine(text);
  const prompt = promptAt(text, at);
  if (prompt === null) return null;
  const outputs: ShellOutput[] = [];
  while (at < text.length) {
    let start = behindCommand(text, at);
    while (start < text.length && text.slice(start, lineEndAt(text, start)).trim() === "")
      start = lineEndAt(text, start);
    let end = start;
    while (end < text.length && !isNextCommand(text, end, prompt)) end = lineEndAt(text, end);
    if (text.slice(start, end).trim() !== "") outputs.push({ start, end });
    at = end;
  }
  const last = outputs.at(-1);
  if (last === undefined) return [];
  const end = withoutPrompt(text, last, prompt);
  return [...outputs.slice(0, -1), ...(end > last.start ? [{ start: last.start, end }] : [])];
}

function firstLine(text: string): number {
  const blanks = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*/.exec(text)?.[0] ?? "";
  return blanks.length;
}

/** The prompt of the command that begins there, empty for none; null where no command begins. */
function promptAt(text: string, at: number): string | null {
  const line = text.slice(at, Math.min(at + LONGEST_LINE, lineEndAt(text, at)));
  if (SENTENCE.test(line)) return null;
  const prompt = FETCHING_LINE.exec(line)?.[1] ?? SHOWING_LINE.exec(line)?.[1];
  return prompt ?? (BARE_COMMAND.test(line) ? "" : null);
}

/** Whether a further command stands there: behind a prompt that is known, any may. */
function isNextCommand(text: string, at: number, prompt: string): boolean {
  const isSame = prompt.trim().length > 1 && text.startsWith(prompt, at);
  if (isSame && /[A-Za-z./~]/.test(text.charAt(at + prompt.length))) return true;
  const found = promptAt(text, at);
  return found !== null && found !== "";
}

/** Behind the lines of a command: it goes on behind a mark of its shell, within quotes, and to the end of a document that it has in it. */
function behindCommand(text: string, start: number): number {
  const first = lineEndAt(text, start);
  let quote = "";
  let at = start;
  for (let lines = 0; at < text.length && lines < MOST_LINES; lines++) {
    const end = lineEndAt(text, at);
    const line = text.slice(at, end).replace(/\r?\n$/, "");
    const document = quote === "" ? /<<-?[ \t]*(['"]?)(\w+)\1/.exec(line)?.[2] : undefined;
    quote = quoteAfter(line, quote);
    at = end;
    if (document !== undefined) {
      for (let inside = 0; at < text.length && inside < MOST_LINES; inside++) {
        const next = lineEndAt(text, at);
        const isLast = text.slice(at, next).trim() === document;
        at = next;
        if (isLast) return at;
      }
      return first;
    }
    if (quote === "" && !/[\\^`]$/.test(line)) return at;
  }
  // A quote that nobody closes was none.
  return first;
}

/** Lines of a command at most, so that many that are open to their ends take no longer. */
const MOST_LINES = 500;

/** The quote that is open behind a line. */
function quoteAfter(line: string, open: string): string {
  let quote = open;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "\\" && quote !== "'") index++;
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = "";
  }
  return quote;
}

/** Where an output ends that has a prompt behind it, on a line of its own or behind a body without a line end. */
function withoutPrompt(text: string, { start, end }: ShellOutput, prompt: string): number {
  const sign = prompt.trim();
  if (sign === "") return end;
  const written = text.slice(start, end).trimEnd();
  // zsh marks with its own sign that the line end is missing.
  const tail = written.endsWith(`%\n${sign}`) ? `%\n${sign}` : sign;
  if (!written.endsWith(tail)) return end;
  const before = written.slice(0, -tail.length);
  return sign.length > 1 || /(?:^|[\n}\]>])$/.test(before) ? start + before.length : end;
}

/** Behind the line end of the line that begins there. */
function lineEndAt(text: string, at: number): number {
  const feed = text.indexOf("\n", at);
  return feed === -1 ? text.length : feed + 1;
}
