import { StepError } from "./step.mjs";

/**
 * An input of the action, which action.yml gives as an environment variable: `max-warnings` is INPUT_MAX_WARNINGS.
 *
 * @param {string} name
 */
export function textInput(name) {
  return (process.env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
}

/**
 * An input that is `true` or `false`. Throws a StepError for anything else, so that no misspelt word turns something off.
 *
 * @param {string} name
 */
export function flagInput(name) {
  const text = textInput(name);
  if (text === "true" || text === "false") return text === "true";
  throw new StepError(`the input ${name} is true or false, not ${JSON.stringify(text)}`);
}

/**
 * An input of one value a line.
 *
 * @param {string} name
 * @returns {readonly string[]}
 */
export function linesInput(name) {
  return textInput(name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
