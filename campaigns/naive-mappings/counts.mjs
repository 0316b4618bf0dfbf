/** @typedef {import("./evaluation.mjs").Evaluation} Evaluation */

/**
 * With which examples the tools see a naive rule: none, the success that it is made of, or all answers of the system.
 *
 * @typedef {"bare" | "sample" | "all"} Situation
 *
 * @typedef {object} NaiveRow a naive rule of a system, and how it does in each situation
 * @property {string} system
 * @property {string} style
 * @property {string} rule
 * @property {Readonly<Record<Situation, Evaluation>>} in alone
 * @property {Readonly<Record<Situation, Evaluation>> | null} above above the careful rules for refusals of the system; null where it has none
 *
 * @typedef {object} Counts
 * @property {number} rules
 * @property {number} wrong rules that take an answer for a success that is none
 * @property {number} answers the answers that these take wrongly
 * @property {number} pointed how many of the wrong rules have a warning
 * @property {number} fixed how many of the wrong rules have a warning with a fix
 * @property {number} cured how many take nothing wrongly after the first fix, and lose no more successes than before
 * @property {number} narrower how many take nothing wrongly after it, and lose only successes more that the author has not seen
 * @property {number} worse how many take more wrongly after it, or lose more successes that the author has seen
 */

/** @type {readonly Situation[]} */
export const SITUATIONS = ["bare", "sample", "all"];

/** Takes an answer for a success that is none: that is the same in all situations. @param {NaiveRow} row */
export function isWrong(row) {
  return row.in.bare.asWritten.accepted > 0;
}

/** Right on all answers of the system. @param {NaiveRow} row */
export function isRight(row) {
  return !isWrong(row) && row.in.bare.asWritten.lost === 0;
}

/** Of a line that is right as written: the first fix takes a refusal, or loses a success. @param {Evaluation} evaluation */
export function isSpoiltByFix({ afterFix }) {
  return afterFix !== null && afterFix.accepted + afterFix.lost > 0;
}

/** @param {Evaluation} evaluation @returns {"cured" | "narrower" | "worse" | null} null for one that is left as wrong as it was */
function effectOf({ asWritten, afterFix }) {
  if (afterFix === null) return null;
  if (afterFix.accepted > asWritten.accepted || afterFix.lostSeen > asWritten.lostSeen) return "worse";
  if (afterFix.accepted > 0) return null;
  return afterFix.lost > asWritten.lost ? "narrower" : "cured";
}

/**
 * @param {readonly NaiveRow[]} rows
 * @param {Situation} situation
 * @returns {Counts}
 */
export function countsOf(rows, situation) {
  return countsOfAll(rows.map((row) => row.in[situation]));
}

/**
 * The same of lines that stand above careful rules for refusals, and how many of the wrong ones have the finding that is about
 * just that.
 *
 * @param {readonly NaiveRow[]} rows
 * @param {Situation} situation
 * @returns {Counts & { readonly ofOrder: number }}
 */
export function countsAboveRefusals(rows, situation) {
  const evaluations = rows.flatMap(({ above }) => (above === null ? [] : [above[situation]]));
  const ofOrder = evaluations
    .filter(takesWrongly)
    .filter(({ pointedAt }) => pointedAt.includes(OF_ORDER)).length;
  return { ...countsOfAll(evaluations), ofOrder };
}

/** The finding about a success that takes what a rule below would have refused. */
export const OF_ORDER = "success-before-reject";

/** @param {Evaluation} evaluation */
function takesWrongly({ asWritten }) {
  return asWritten.accepted > 0;
}

/** @param {readonly Evaluation[]} evaluations @returns {Counts} */
function countsOfAll(evaluations) {
  const wrong = evaluations.filter(takesWrongly);
  return {
    rules: evaluations.length,
    wrong: wrong.length,
    answers: wrong.reduce((sum, { asWritten }) => sum + asWritten.accepted, 0),
    pointed: wrong.filter(({ pointedAt }) => pointedAt.length > 0).length,
    fixed: wrong.filter(({ fixed }) => fixed !== null).length,
    cured: wrong.filter((evaluation) => effectOf(evaluation) === "cured").length,
    narrower: wrong.filter((evaluation) => effectOf(evaluation) === "narrower").length,
    worse: wrong.filter((evaluation) => effectOf(evaluation) === "worse").length,
  };
}
