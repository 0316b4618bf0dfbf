import type { Statement } from "@responses/dsl";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { placeOfExample, placeOfRule } from "../presentation/example-words.js";
import type { Places } from "../presentation/places.js";
import { escaped, textOfPieces } from "../presentation/preview-text.js";
import { locationOfExample, locationOfRule } from "../presentation/rule-locations.js";

/** Examples of a rule that are linked at most: a preview is short, and the references of the rule are all of them. */
const MOST_LINKS = 5;

/**
 * From a rule to the examples that it decides, from an example to the rule that decides it, as a line of markdown; empty for all
 * else. Nothing but the addresses of the files is live.
 */
export function counterpartLinks(document: AnalysedDocument, statement: Statement, places: Places): string {
  const { usable } = document;
  const rule = usable?.ruleOf(statement) ?? null;
  if (usable !== null && rule !== null) {
    const decided = usable.run.decidedBy(rule);
    const links = decided.slice(0, MOST_LINKS).flatMap(({ example }) => {
      const location = locationOfExample(example, document, places);
      return location === null ? [] : [linkTo(placeOfExample(example, usable), location)];
    });
    const more = decided.length - links.length;
    return links.length === 0 ? "" : `Examples: ${links.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
  }
  const deciding = usable?.resultOf(statement)?.decidedBy ?? null;
  if (usable === null || deciding === null) return "";
  const location = locationOfRule(deciding, document, places);
  return location === null ? "" : `Rule: ${linkTo(textOfPieces(placeOfRule(deciding, usable)), location)}`;
}

/** The address ends where a bracket stands in it. */
function linkTo(text: string, { uri, range }: Location): string {
  const address = uri
    .replace(/[()<>\s]/g, encodeURIComponent)
    .replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"));
  return `[${escaped(text)}](${address}#L${range.start.line + 1})`;
}
