/*
 * A small mapping in the states that a build must tell apart. Letters beyond ASCII stand before the findings, so that columns differ
 * in characters and in bytes.
 */

const FIRST_LINES = 'include "shared.responses"\nsuccess json "$.réponse" exact "accepté"';

const SHARED = 'error status 5xx as "Server error"\n';

const MAIN = `import { match } from "./acme.responses";

console.log(JSON.stringify(match({ status: 503, body: "" })));
`;

/** Sources that build without a word, and print a label of the included file. */
export const RIGHT = {
  "src/main.js": MAIN,
  "src/shared.responses": SHARED,
  "src/acme.responses": `${FIRST_LINES}\n`,
};

/** With a finding that is a warning, in line 3. */
export const DOUBTFUL = `${FIRST_LINES}\nreject  keyword "é" and keyword "OK"\n`;

/** With two errors, the first in line 2, which have fixes. */
export const WRONG = `${FIRST_LINES} az Accepté\nreject az keyword "x"\n`;

/** The project file that makes the warning an error. */
export const STRICT = '{ "severity": { "keyword-matches-key": "error" } }\n';
