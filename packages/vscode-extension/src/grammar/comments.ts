import type { Rule } from "./rule.js";

const COMMENT = "comment.line.number-sign.responses";

export const comment: Rule = { name: COMMENT, match: "#.*$" };

/** Comments, and among those on lines of their own the ones that silence a finding. */
export const comments: readonly Rule[] = [
  {
    name: COMMENT,
    match: String.raw`^[ \t]*(#)[ \t]*(responses-ignore)(?=[ \t:]|$)(?:[ \t]+([a-z-]+))?(?:[ \t]*:.*)?$`,
    captures: {
      2: { name: "storage.modifier.directive.responses" },
      3: { name: "entity.name.tag.finding.responses" },
    },
  },
  comment,
];
