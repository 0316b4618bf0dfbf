import { filled, filledHalves } from "./texts.mjs";

/**
 * The files of one member of a family: path and text. The first is the mapping that is asked about.
 *
 * @typedef {readonly (readonly [path: string, text: string])[]} Files
 */

/**
 * Mapping files that grow with a size in characters.
 *
 * @typedef {(size: number) => Files} Family
 */

/** @param {(size: number) => string} text @returns {Family} */
export const oneFile = (text) => (size) => [["acme.responses", `system "Acme"\n${text(size)}\n`]];

/** @param {(index: number) => string} line @returns {Family} */
export const lines = (line) => oneFile((size) => filled(size, line));

/**
 * @param {(index: number) => string} rule
 * @param {(index: number) => string} example
 * @returns {Family}
 */
export const rulesAndExamples = (rule, example) => oneFile((size) => filledHalves(size, rule, example));
