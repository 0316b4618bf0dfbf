/*
 * Mapping files of any size as people and programs write them: rejections by text, by field, by status, by list, and one
 * example for every ten rules. Number N always gives the same rule.
 */

/**
 * @typedef {object} Rule
 * @property {string} written as a line of the mapping file
 * @property {string} label
 * @property {string} body of a response that the rule decides
 */

/** @type {readonly ((n: number) => Rule)[]} */
const KINDS = [
  (n) => jsonRule(n, "$.error.code", { error: { code: `E${n}` } }, `E${n}`),
  (n) => textRule(n, "keyword", `field ${n} is missing`, `Sorry, field ${n} is missing or empty.`),
  (n) => textRule(n, "exact", `ERROR ${n}:*`, `ERROR ${n}: the lead was not taken`),
  (n) => jsonRule(n, "$.errors[*].code", { errors: [{ code: `code-${n}` }] }, `code-${n}`),
  (n) => textRule(n, "word", `reason-${n}`, `Rejected (reason-${n}).`),
  (n) => rule(n, `xml "//result/code" exact "X${n}"`, `<result><code>X${n}</code></result>`),
  (n) => rule(n, `status 4xx and json "$.reason" exact "reason ${n}"`, `{"reason":"reason ${n}"}`),
  (n) => rule(n, `split "|" part 2 exact "S${n}"`, `400|S${n}|0`),
  (n) => rule(n, `keyword "lead ${n} closed", "campaign ${n} closed"`, `The campaign ${n} closed yesterday.`),
  (n) =>
    rule(n, `json "$.code" exact "C${n}" and not json "$.ok" exact "true"`, `{"ok":false,"code":"C${n}"}`),
];

/**
 * @param {number} n
 * @param {string} condition
 * @param {string} body
 * @returns {Rule}
 */
function rule(n, condition, body) {
  return { written: `reject ${condition} as "Reason ${n}"`, label: `Reason ${n}`, body };
}

/**
 * @param {number} n
 * @param {"keyword" | "word" | "exact"} how
 * @param {string} text
 * @param {string} body
 */
function textRule(n, how, text, body) {
  return rule(n, `${how} "${text}"`, body);
}

/**
 * @param {number} n
 * @param {string} path
 * @param {object} body
 * @param {string} text
 */
function jsonRule(n, path, body, text) {
  return rule(n, `json "${path}" exact "${text}"`, JSON.stringify(body));
}

/**
 * @param {number} count
 * @returns {readonly Rule[]}
 */
export function makeRules(count) {
  return Array.from({ length: count }, (_, n) => {
    const kind = KINDS[n % KINDS.length];
    if (kind === undefined) throw new RangeError(`no kind of rule for ${n}`);
    return kind(n);
  });
}

/**
 * A mapping file with the given number of rules.
 *
 * @param {number} count
 */
export function makeMapping(count) {
  const lines = ['system "Benchmark"', "", 'success json "$.status" exact "sold"', ""];
  const examples = ["", 'example 200 \'{"status":"sold"}\' is success'];
  makeRules(count - 1).forEach(({ written, label, body }, n) => {
    if (n % 50 === 0) lines.push(`# Reasons from ${n} on`);
    lines.push(written);
    // The kind changes from example to example.
    if (n % 10 === Math.floor(n / 10) % 10) examples.push(`example 422 '${body}' is reject "${label}"`);
  });
  return `${[...lines, ...examples].join("\n")}\n`;
}
