import { lines, oneFile } from "./shapes.mjs";
import { filled } from "./texts.mjs";

/** @typedef {import("./shapes.mjs").Family} Family */

/** Comments, suppressions, captures and what is wrong. @type {Readonly<Record<string, Family>>} */
export const STATEMENTS = {
  "comments above rules": lines((i) => `# about ${i}\nreject keyword "a${i}" as L${i}\n`),
  "suppressions that suppress nothing": lines(
    (i) => `# responses-ignore keyword-inside-word: known\nreject keyword "a${i}" as L${i}\n`,
  ),
  "suppressions that suppress": lines(
    (i) => `# responses-ignore unlabelled-reject: known\nreject keyword "a${i}"\n`,
  ),
  "suppressions of no name": lines(
    (i) => `# responses-ignore no-such-${i}: known\nreject keyword "a${i}" as A\n`,
  ),
  "many suppressions above one rule": oneFile(
    (size) => `${filled(size, () => "# responses-ignore unlabelled-reject: known\n")}reject keyword "a"`,
  ),
  "rejects without labels": lines((i) => `reject keyword "a${i}"\n`),
  "captures of one name": lines(() => 'capture id from json "$.id"\n'),
  "captures of many names": lines((i) => `capture id${i} from json "$.id${i}"\n`),
  "captures of one field": lines((i) => `capture id${i} from json "$.id"\n`),
  systems: lines(() => 'system "Acme"\n'),
  "broken rules": lines((i) => `reject keywrd "a${i}"\n`),
  "rules without a text": lines(() => "error\n"),
  "misspelt statements": lines((i) => `rejct keyword "a${i}"\n`),
  "names like statement words in one list": oneFile(
    (size) => `example "a" is success with a "1",\n${filled(size, () => 'Error "2",\n')}!!`,
  ),
  "names like statement words without a list": oneFile(
    (size) => `success!!\n${filled(size, () => 'Error "2",\n')}`,
  ),
  "needless words before a text": oneFile((size) => `success keyword ${filled(size, () => "of ")}"a"`),
  "needless words before a verdict": oneFile((size) => `example "a" ${filled(size, () => "should ")}success`),
  "open strings": lines((i) => `reject keyword "a${i}\n`),
  "unknown escapes": lines((i) => `reject keyword "\\d${i}" as L\n`),
  "paths that are wrong": lines((i) => `reject json "$.a-b${i}" exact "x" as L\n`),
  "statuses that are wrong": lines((i) => `reject status ${600 + i}\n`),
  "empty texts": lines(() => 'reject keyword ""\n'),
  "asterisks in keywords": lines((i) => `reject keyword "a*${i}" as L\n`),
  "tests that say nothing": lines((i) => `reject keyword "ab${i}" and keyword "b${i}" as L\n`),
  "rules that cannot hold": lines((i) => `reject exact "a${i}" and exact "b${i}" as L\n`),
  "quotation marks": oneFile((size) => `success keyword ${'""'.repeat(size / 2)}`),
  "merge marks": lines(
    (i) => `<<<<<<< a\nreject keyword "a${i}"\n=======\nreject keyword "b${i}"\n>>>>>>> b\n`,
  ),
  "blank lines": oneFile((size) => `reject keyword "a" as A${"\n".repeat(size)}error status 500`),
  "escapes in texts": lines((i) => `reject keyword "\\u{61}\\n\\t${i}" as L\n`),
  "letters with many variants": lines((i) => `reject keyword "σςΣåÅ${i}" as L\n`),
  "text blocks": lines((i) => `reject keyword """\n  a${i}\n  """ as L\n`),
};
