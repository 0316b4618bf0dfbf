import { type PathFieldWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly kind: PathFieldWord;
  readonly path: string;
  /** What is wrong with it, as the end of a sentence. */
  readonly problem: string;
}

export const invalidPath = defineEntry({
  name: "invalid-path",
  severity: "error",
  refuses: true,
  message: ({ kind, path, problem }: Parameters) =>
    `${quoted(path)} is not ${kind === "xml" ? "an" : "a"} ${VOCABULARY[kind].format} path: ${problem}`,
  page: {
    what: "The path after json or xml cannot be read. A JSON path is $ and steps: .name, ['any name'], [0], [-1], [*]. An XML path is element names after / or //, and perhaps an attribute at its end: \"//lead/@id\".",
    why: "A path that is read in another way than it was meant picks nothing, and a rule that picks nothing never holds.",
    wrong: 'reject json "$.no-match" exact "true" as "No match"\n',
    right:
      'reject json "$[\'no-match\']" exact "true" as "No match"\nsuccess json "$.sold" exact "true"\nexample \'{"no-match":true}\' is reject "No match"\nexample \'{"sold":true}\' is success\n',
    fix: "Write names with other characters than letters, digits and _ in brackets and quotes: $['no-match']. Where the path that was meant is clear, `responses check --fix` writes it. Filters, as [?(@.level=='error')], are not part of the language: [*] takes all elements, and a test holds if one of them passes, so write a rule for each code that counts, with a label of its own.",
  },
});
