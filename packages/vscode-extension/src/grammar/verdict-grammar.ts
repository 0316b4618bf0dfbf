import { wordsAt } from "@responses/dsl/editor";

/** The page of a verdict: headings, the verdict itself, and the places in the body that decided. */
export const verdictGrammar = {
  name: "Verdict",
  scopeName: "text.responses-verdict",
  patterns: [
    { name: "markup.heading.responses-verdict", match: "^\\S.* (?:this response|response\\b.*[:.])$" },
    {
      match: `^ {2}Gets (${wordsAt("verdict").join("|")})(?: (.*))?$`,
      captures: {
        1: { name: "keyword.control.outcome.responses-verdict" },
        2: { name: "entity.name.type.label.responses-verdict" },
      },
    },
    { name: "markup.inserted.responses-verdict", match: "^ {2}✓" },
    { name: "markup.deleted.responses-verdict", match: "^ {2}✗" },
  ],
};
