import { relative, resolve } from "node:path";
import type { Problem } from "./problem.js";

/** The sentence of a problem, the name of the finding, other places that belong to it, and how it is mended. */
export function problemText(problem: Problem): string {
  const { message, name, related, fixes } = problem;
  return [
    name === null ? message : `${message} [${name}]`,
    ...related.map(
      (other) => `${shownPath(other.path)}:${other.place.line}:${other.place.column + 1}: ${other.message}`,
    ),
    ...fixes.map(
      ({ title, isAutomatic }) => `fix: ${title}${isAutomatic ? " (responses check --fix makes it)" : ""}`,
    ),
  ].join("\n");
}

/** A problem with its place before it, from 1, and the line below it: for tools that show nothing but a text. */
export function placedText(problem: Problem): string {
  const { place, path } = problem;
  const shown = shownPath(path);
  if (place === null) return `${shown}: ${problemText(problem)}`;
  return `${shown}:${place.line}:${place.column + 1}: ${problemText(problem)}\n${place.frame}`;
}

/** The path from the current folder, with `/`. */
export function shownPath(path: string): string {
  return relative(resolve("."), path).replaceAll("\\", "/");
}
