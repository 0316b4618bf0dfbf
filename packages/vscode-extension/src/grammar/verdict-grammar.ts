import { OUTCOMES, wordsAt } from "@responses/dsl/editor";
import { ruleParts } from "./grammar.js";
import { jsonParts } from "./json-bodies.js";
import type { Rule } from "./rule.js";

// Bold, as headings are in most colours; what is called a heading is red in some, as if something were wrong.
const HEADING = "markup.bold.responses-verdict";

/** Nothing: what begins goes on to the page's end. */
const NEVER = "(?!)";

/** The response, which is the last on the page: JSON and XML have colours. */
const response: Rule = {
  begin: "^The response, with.*:$",
  beginCaptures: { 0: { name: HEADING } },
  end: NEVER,
  patterns: [
    { begin: String.raw`^(?=[ \t]*[\[{])`, end: NEVER, patterns: jsonParts },
    {
      begin: "^(?=[ \\t]*<)",
      end: NEVER,
      patterns: [
        {
          match: String.raw`</?([^\s<>/!?]+)`,
          captures: { 1: { name: "entity.name.tag.responses-verdict" } },
        },
      ],
    },
    { begin: String.raw`^(?=[ \t]*[^\s\[{<])`, end: NEVER, patterns: [] },
  ],
};

const VERDICTS = wordsAt("verdict").join("|");

/** The page of a verdict: headings, the verdict itself, the rules, and the response. */
export const verdictGrammar = {
  name: "Verdict",
  scopeName: "text.responses-verdict",
  patterns: [
    response,
    { name: HEADING, match: "^\\S.* (?:this response|response\\b.*[:.])$" },
    { name: HEADING, match: "^What is not captured, though it nearly is:$" },
    { name: HEADING, match: "^What .* says of (?:the example in .*|these \\d+ (?:examples|responses))$" },
    {
      match: `^ {2}Gets (${VERDICTS})(?: (.*?))?(?:, (?:as expected|but .*))?$`,
      captures: {
        1: { name: "keyword.control.outcome.responses-verdict" },
        2: { name: "entity.name.type.label.responses-verdict" },
      },
    },
    {
      match: `^ {2}(?:\\d+\\.|line \\d.*?) gets (${VERDICTS})(?: (.*?))?, (?:as expected|but|decided by|no rule)\\b.*$`,
      captures: {
        1: { name: "keyword.control.outcome.responses-verdict" },
        2: { name: "entity.name.type.label.responses-verdict" },
      },
    },
    {
      match: `^(?: {2}(?:(✓)|(✗)) | {4})(?:this rule|line \\d+.*?) {2}(${OUTCOMES.join("|")})( .*)$`,
      captures: {
        1: { name: "markup.inserted.responses-verdict" },
        2: { name: "markup.deleted.responses-verdict" },
        3: { name: "keyword.control.outcome.responses-verdict" },
        4: { patterns: ruleParts },
      },
    },
  ],
};
