/**
 * What runners obey wherever it stands in a line: GitHub's old commands (`##[group]x`), those of Azure Pipelines (`##vso[task]x`) and of
 * TeamCity (`##teamcity[x]`).
 */
export const RUNNER_MARK = /##(?=\[|vso\[|teamcity\[)/gi;

/** What begins a command of GitHub's runner at the beginning of a line, after blanks and colours. */
const COMMAND = new RegExp(`^((?:\\s|${"\u001b"}\\[[0-9;]*m)*):(?=:)`);

/**
 * A line for people, in which no runner finds a command, whatever text of a file, a body or a name stands in it: its marks are written as
 * escapes. All that the command prints for people comes through here.
 */
export function deadLine(line: string): string {
  if (!line.includes("::") && !line.includes("##")) return line;
  return line.replace(COMMAND, "$1\\u{3A}").replace(RUNNER_MARK, "\\u{23}#");
}

/** The same of several lines. */
export function deadLines(text: string): string {
  return text.split("\n").map(deadLine).join("\n");
}
