import { relative, resolve } from "node:path";
import { withSlashes } from "@responses/node-host/paths";
import { whoMakes } from "@responses/reporting";
import type { Problem, ProblemFix } from "./problem.js";

/** The sentence of a problem and the name of the finding. */
export function headline({ message, name }: Problem): string {
  return name === null ? message : `${message} [${name}]`;
}

/** How a fix is shown on a line. */
export function fixText({ title, kind }: ProblemFix): string {
  return `fix: ${title} (${whoMakes(kind)})`;
}

/** All that is to be said of a problem, but for its own place: tools mark what they print by how it came to them, not by its gravity. */
export function problemText(problem: Problem): string {
  const { severity, example, related, fixes } = problem;
  return [
    `${severity}: ${headline(problem)}`,
    ...(example === null ? [] : [`for example ${example}`]),
    ...related.map(
      (other) => `${shownPath(other.path)}:${other.place.line}:${other.place.column + 1}: ${other.message}`,
    ),
    ...fixes.map(fixText),
  ].join("\n");
}

/** A problem with its place before it, from 1, and the line below it: for tools that show nothing but a text. */
export function placedText(problem: Problem): string {
  const { place, path } = problem;
  const shown = shownPath(path);
  if (place === null) return `${shown}: ${problemText(problem)}`;
  return `${shown}:${place.line}:${place.column + 1}: ${problemText(problem)}\n${place.frame}`;
}

/** The path from the current folder, with `/`: terminals resolve it there, whichever folder a bundler, or one inside it, calls its own. */
export function shownPath(path: string): string {
  return withSlashes(relative(resolve("."), path));
}
