/** A fenced block of a Markdown page: its language, the conventions behind it, its text, and the line it begins on. */
export interface FencedBlock {
  readonly language: string;
  /** `name=value` behind the language. */
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a page, in order. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { readonly info: string; readonly line: number; readonly lines: string[] } | null = null;
  markdown.split("\n").forEach((line, index) => {
    if (open === null) {
      if (line.startsWith("```")) open = { info: line.slice(3), line: index + 1, lines: [] };
    } else if (line === "```") {
      blocks.push(blockOf(open.info, open.line, `${open.lines.join("\n")}\n`));
      open = null;
    } else {
      open.lines.push(line);
    }
  });
  if (open !== null) throw new Error("a fenced block is not closed");
  return blocks;
}

function blockOf(info: string, line: number, text: string): FencedBlock {
  const [language = "", ...rest] = info.trim().split(/ +/);
  const options = new Map(
    rest.map((option): [string, string] => {
      const [name = "", value = ""] = option.split("=");
      return [name, value];
    }),
  );
  return { language, options, text, line };
}
