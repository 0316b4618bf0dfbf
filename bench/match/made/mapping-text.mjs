/**
 * @param {string} text
 * @returns {string} as a string of a mapping file
 */
export function quoted(text) {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * @param {readonly string[]} texts
 * @param {(text: string, n: number) => string} condition
 * @returns {string} a mapping file with a rule for each text
 */
export function mappingText(texts, condition) {
  return texts.map((text, n) => `reject ${condition(text, n)} as "Reason ${n}"\n`).join("");
}

/**
 * @param {readonly string[]} texts
 * @returns {string} a mapping file that looks for the texts in bodies
 */
export function keywordMapping(texts) {
  return mappingText(texts, (text) => `keyword ${quoted(text)}`);
}
