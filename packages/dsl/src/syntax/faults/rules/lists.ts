import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import type { Explanation, Fault } from "../fault.js";
import { changing, deleting } from "../fixes.js";
import { isStatus, isText, spanOf } from "../token-places.js";
import { beginsTest, startOfTest } from "./test-start.js";

/** Behind a comma of a list no value follows. */
export function explainAfterComma(fault: Fault, found: Token): Explanation | null {
  const comma = fault.before;
  if (comma?.image !== "," || !fault.isInside("rule")) return null;
  const earlier = startOfTest(fault);
  const inStatus = fault.rule === "statusRange";
  const how = inStatus ? "status" : listWord(fault);
  if (found.image === how && (inStatus ? isStatus(fault.next) : isText(fault.next))) {
    return fault.explain(found, { problem: "repeated-match-word", word: how }, [
      deleting(fault.text, spanOf(found), "automatic"),
    ]);
  }
  if (
    beginsTest(found) &&
    earlier !== null &&
    (isText(fault.next) || isStatus(fault.next) || found.image === "not")
  ) {
    const fix = replaceWith(spanOf(comma), " and", "Join the tests with and", "suggested");
    return fault.explain(comma, { problem: "comma-between-tests" }, [fix]);
  }
  if (found.image === "as" || found.image === "and" || found.image === "or")
    return explainTrailingComma(fault, comma);
  return null;
}

/** The word that the list before the fault belongs to. */
function listWord(fault: Fault): string {
  let index = fault.index - 1;
  while (index > 0 && (isText(fault.tokens[index] ?? null) || fault.tokens[index]?.image === ",")) index--;
  return fault.tokens[index]?.image ?? "";
}

export function explainTrailingComma(fault: Fault, comma: Token): Explanation {
  return fault.explain(comma, { problem: "trailing-comma" }, [
    changing("Delete the comma", "automatic", { span: spanOf(comma), newText: "" }),
  ]);
}
