import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { StepError } from "./step.mjs";

/**
 * What the runner says in an environment variable. Throws a StepError where it does not.
 *
 * @param {string} name
 */
export function runnerVariable(name) {
  const value = process.env[name] ?? "";
  if (value === "") throw new StepError(`${name} is not set: this runs as a step of a workflow on GitHub`);
  return value;
}

/**
 * Sets an output of the step, whatever its value holds.
 *
 * @param {string} name
 * @param {string} value
 */
export function setOutput(name, value) {
  // Nothing in a value can end it: it cannot know the delimiter.
  const delimiter = `end-${randomBytes(16).toString("hex")}`;
  append("GITHUB_OUTPUT", `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/**
 * Appends Markdown to the summary of the job.
 *
 * @param {string} markdown
 */
export function appendSummary(markdown) {
  append("GITHUB_STEP_SUMMARY", `${markdown}\n`);
}

/**
 * The event that started the workflow, as GitHub describes it.
 *
 * @returns {{ readonly name: string, readonly payload: unknown }}
 */
export function readEvent() {
  const path = runnerVariable("GITHUB_EVENT_PATH");
  try {
    return { name: runnerVariable("GITHUB_EVENT_NAME"), payload: JSON.parse(readFileSync(path, "utf8")) };
  } catch (error) {
    if (error instanceof StepError) throw error;
    throw new StepError(`the event in GITHUB_EVENT_PATH cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * A value deep in an event; undefined where there is none.
 *
 * @param {unknown} payload
 * @param {readonly string[]} path
 * @returns {unknown}
 */
export function valueIn(payload, ...path) {
  let value = payload;
  for (const name of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/**
 * A text deep in an event; empty where there is none.
 *
 * @param {unknown} payload
 * @param {readonly string[]} path
 */
export function textIn(payload, ...path) {
  const value = valueIn(payload, ...path);
  return typeof value === "string" ? value : "";
}

/** @param {unknown} error */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string} variable that names the file
 * @param {string} text
 */
function append(variable, text) {
  const path = runnerVariable(variable);
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new StepError(`the file in ${variable} cannot be written: ${reasonOf(error)}`);
  }
}
