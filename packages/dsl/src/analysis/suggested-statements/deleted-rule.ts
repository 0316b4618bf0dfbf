import type { Fix } from "../../findings/finding.js";
import type { FileModel, Rule } from "../../model/mapping.js";
import { removedStatement } from "../../syntax/moved-statement.js";
import { linePlace } from "../placing/line-place.js";

/** Deletes a rule that never decides: no example can need it. */
export function deleteRule(rule: Rule, file: FileModel): Fix {
  return {
    title: `Delete the rule in ${linePlace(rule, file)}`,
    kind: "suggested",
    edits: removedStatement(file.tree, rule.statement),
  };
}
