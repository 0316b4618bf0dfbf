import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeKey } from "./annotation-line.mjs";

/**
 * Where the check found what a baseline lists, by the keys of `placeKey`. A report that cannot be read lists nothing: whether the part
 * has failed is judged elsewhere.
 *
 * @param {string} reports the folder of the reports
 * @returns {ReadonlySet<string>}
 */
export function acceptedFindings(reports) {
  try {
    const log = JSON.parse(readFileSync(join(reports, "check.sarif"), "utf8"));
    return new Set(log.runs[0].results.filter(isInBaseline).flatMap(keysOfResult));
  } catch {
    return new Set();
  }
}

/**
 * A result of SARIF, as far as it matters here.
 *
 * @typedef {object} Result
 * @property {string} ruleId
 * @property {readonly { readonly kind: string }[]} [suppressions]
 * @property {readonly { readonly physicalLocation: PhysicalLocation }[]} locations one
 *
 * @typedef {object} PhysicalLocation
 * @property {{ readonly uri: string }} artifactLocation
 * @property {{ readonly startLine: number, readonly startColumn: number, readonly endLine: number }} region
 */

/** @param {Result} result */
function isInBaseline({ suppressions = [] }) {
  return suppressions.some(({ kind }) => kind === "external");
}

/** @param {Result} result */
function keysOfResult({ ruleId, locations }) {
  return locations.map(({ physicalLocation: { artifactLocation, region } }) => {
    const { startLine, startColumn, endLine } = region;
    return placeKey({
      title: ruleId,
      file: decodeURIComponent(artifactLocation.uri),
      line: startLine,
      column: startLine === endLine ? startColumn : null,
    });
  });
}
