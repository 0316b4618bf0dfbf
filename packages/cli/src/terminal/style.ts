import { type Paint, PLAIN_STYLE, type Style } from "@responses/reporting";

const CODES: Readonly<Record<keyof Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The colours for a stream: those of a terminal, unless NO_COLOR or FORCE_COLOR (not empty, not 0) says otherwise. */
export function styleFor(stream: Stream, env: NodeJS.ProcessEnv = process.env): Style {
  if (!usesColours(stream, env)) return PLAIN_STYLE;
  const paint =
    ([open, close]: readonly [number, number]): Paint =>
    (text) =>
      `\u001b[${open}m${text}\u001b[${close}m`;
  return {
    bold: paint(CODES.bold),
    dim: paint(CODES.dim),
    red: paint(CODES.red),
    green: paint(CODES.green),
    yellow: paint(CODES.yellow),
    blue: paint(CODES.blue),
    cyan: paint(CODES.cyan),
  };
}

function usesColours(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** The columns of a stream; a readable number where it is no terminal. */
export function widthOf(stream: Stream): number {
  const columns = stream.isTTY === true ? stream.columns : undefined;
  return Math.max(40, columns ?? 120);
}

/** The columns for prose: longer lines are hard to read. Where it is no terminal, a paragraph is one line. */
export function textWidthOf(stream: Stream): number {
  return stream.isTTY === true ? Math.min(widthOf(stream), 90) : Infinity;
}
