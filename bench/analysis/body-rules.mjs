import { keywords } from "../match/made/keywords.mjs";

/*
 * Rules on the body alone, such that other procedures can be asked the same: mostly keywords, some patterns and words, now and then with a
 * second test, and every tenth one taken by another above. All in small letters, since solvers know nothing of letter case.
 */

/**
 * @typedef {object} BodyTest
 * @property {"keyword" | "exact"} how
 * @property {readonly string[]} pieces of a pattern, any text between them; one for a keyword
 * @property {boolean} negated
 *
 * @typedef {readonly BodyTest[]} BodyRule tests that must all hold
 */

/**
 * @param {number} count
 * @returns {readonly BodyRule[]}
 */
export function bodyRules(count) {
  const texts = keywords(count).map((text) => text.toLowerCase());
  return texts.map((text, n) => {
    const other = texts[(n * 7 + 3) % count] ?? text;
    switch (n % 10) {
      case 3:
        return [exact("", text.slice(0, 6), text.slice(6), "")];
      case 5:
        return [exact(text, "")];
      case 7:
        return [keyword(text), { ...keyword(other), negated: true }];
      case 9:
        return [keyword(`${texts[n - 5] ?? ""} again`)];
      default:
        return [keyword(text)];
    }
  });
}

/**
 * @param {string} text
 * @returns {BodyTest}
 */
function keyword(text) {
  return { how: "keyword", pieces: [text], negated: false };
}

/**
 * @param {...string} pieces
 * @returns {BodyTest}
 */
function exact(...pieces) {
  return { how: "exact", pieces, negated: false };
}

/**
 * As a mapping has them.
 *
 * @param {readonly BodyRule[]} rules
 */
export function mappingTextOf(rules) {
  return rules
    .map((tests) => {
      const written = tests.map(
        ({ how, pieces, negated }) => `${negated ? "not " : ""}${how} ${JSON.stringify(pieces.join("*"))}`,
      );
      return `reject ${written.join(" and ")}\n`;
    })
    .join("");
}
