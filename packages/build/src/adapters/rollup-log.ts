import type { Problem } from "../core/problem.js";
import { placedText, problemText, shownPath } from "../core/problem-text.js";
import type { RollupLog } from "./rollup-interfaces.js";

/** For what prints place and frame by itself. */
export function placedLog(problem: Problem): RollupLog {
  const { path, place } = problem;
  const message = problemText(problem);
  if (place === null) return { message: `${shownPath(path)}: ${message}`, id: path };
  const { line, column, frame } = place;
  return { message, id: path, loc: { file: path, line, column }, frame: withoutIndentation(frame) };
}

/** Vite's overlay trims a frame, so that its lines would no longer stand below each other. */
function withoutIndentation(frame: string): string {
  const lines = frame.split("\n");
  const indentation = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indentation)).join("\n");
}

/** For what prints no frame. */
export function framedLog(problem: Problem): RollupLog {
  const log = placedLog(problem);
  return log.frame === undefined ? log : { ...log, message: `${log.message}\n${log.frame}` };
}

/** For what prints no place. */
export function logThatSaysWhere(problem: Problem): RollupLog {
  const { path, place } = problem;
  const log = placedLog(problem);
  if (place === null) return log;
  return { ...log, message: `${shownPath(path)}:${place.line}:${place.column + 1}: ${log.message}` };
}

/** For what prints nothing but the message. */
export function selfContainedLog(problem: Problem): RollupLog {
  return { ...placedLog(problem), message: placedText(problem) };
}

/**
 * Counts the columns from 1. Vite prints `loc.column` as it is, in the terminal and in the overlay, whose links hand it to an editor;
 * both count from 1. What Vite itself would do with a column from 0 (cut a frame, follow a source map) it leaves where a log of `load`
 * has a frame.
 */
export function forVite(write: (problem: Problem) => RollupLog): (problem: Problem) => RollupLog {
  return (problem) => {
    const log = write(problem);
    if (log.loc === undefined) return log;
    return { ...log, loc: { ...log.loc, column: log.loc.column + 1 } };
  };
}
