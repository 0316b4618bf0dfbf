import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptedFindings } from "./accepted-findings.mjs";
import { placeKey, readAnnotation } from "./annotation-line.mjs";

/** GitHub shows ten of each kind of all steps of an action together; two are left for what the action itself says. */
const MOST_OF_A_KIND = 8;

/** The gravest first. */
const COMMANDS = ["error", "warning", "notice"];

/**
 * The annotations that the parts of a run have left, the most serious first, no more than GitHub shows. The parts meet the same things,
 * each in its own right: what is found at one place is told once, with the gravest word that a part has for it.
 *
 * @param {readonly import("./results.mjs").Result[]} results
 * @param {string} reports the folder of the reports
 * @returns {readonly string[]} commands to the runner
 */
export function annotationsOf(results, reports) {
  const accepted = acceptedFindings(reports);
  // What is new to a baseline is so to a comparison, which knows of none. That an example fails counts in spite of it.
  const lines = results.flatMap(({ part }) =>
    annotationsIn(reports, part).filter((line) => part !== "diff" || !accepted.has(keyOf(line))),
  );
  const told = toldOnce(lines);
  return COMMANDS.flatMap((command) => {
    const ofCommand = told.filter((line) => line.startsWith(`::${command} `));
    if (ofCommand.length <= MOST_OF_A_KIND) return ofCommand;
    const note = `::${command} title=left out::more than GitHub shows of one step: its log and the summary of the job tell all`;
    return [...ofCommand.slice(0, MOST_OF_A_KIND - 1), note];
  });
}

/**
 * The annotations that a part has left; none where it has left no report.
 *
 * @param {string} reports the folder of the reports
 * @param {import("./parts.mjs").Part} part
 * @returns {readonly string[]}
 */
export function annotationsIn(reports, part) {
  const path = join(reports, `${part}-annotations.txt`);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
}

/**
 * Leaves out what is of one kind at one place as another that is as grave or graver, and tells of a recorded response that changes
 * and fails in one annotation.
 *
 * @param {readonly string[]} lines
 * @returns {readonly string[]}
 */
function toldOnce(lines) {
  /** @type {Map<string, string>} */
  const byPlace = new Map();
  for (const line of lines) {
    const key = keyOf(line);
    const known = byPlace.get(key);
    if (known === undefined || rankOf(line) < rankOf(known)) byPlace.set(key, line);
  }
  return withChangesAtFailures([...byPlace.values()]);
}

/**
 * Puts what a comparison says of a recorded response behind what is said of it where it fails.
 *
 * @param {readonly string[]} lines
 * @returns {readonly string[]}
 */
function withChangesAtFailures(lines) {
  const all = lines.map((line) => ({ line, annotation: readAnnotation(line) }));
  /** The annotations of failing examples by their places. @type {Map<string, string>} */
  const failing = new Map();
  for (const { line, annotation } of all)
    if (annotation?.title === "example-fails") failing.set(`${annotation.line} ${annotation.file}`, line);
  /** @type {Map<string, string>} */
  const behind = new Map();
  const told = all.flatMap(({ line, annotation }) => {
    if (annotation?.title !== "recorded-answer-changed") return [line];
    const failure = linesOf(annotation)
      .map((at) => failing.get(`${at} ${annotation.file}`))
      .find((found) => found !== undefined);
    if (failure === undefined) return [line];
    behind.set(failure, `${behind.get(failure) ?? ""}%0A%0A${annotation.message}`);
    return [];
  });
  return told.map((line) => `${line}${behind.get(line) ?? ""}`);
}

/** @param {import("./annotation-line.mjs").PlacedAnnotation} annotation */
function linesOf({ line, endLine }) {
  return Array.from({ length: endLine - line + 1 }, (_, index) => line + index);
}

/**
 * What tells an annotation's kind and place from those of others; the line itself of one that has no place.
 *
 * @param {string} line
 */
function keyOf(line) {
  const annotation = readAnnotation(line);
  return annotation === null ? line : placeKey(annotation);
}

/** @param {string} line */
function rankOf(line) {
  return COMMANDS.findIndex((command) => line.startsWith(`::${command} `));
}
