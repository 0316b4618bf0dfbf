import type { Statement } from "@responses/dsl";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { placeOfExample } from "../presentation/example-words.js";
import type { Places } from "../presentation/places.js";
import { linkTo } from "../presentation/preview-text.js";
import { locationOfExample, locationOfRule } from "../presentation/rule-locations.js";

/** Examples of a rule that are linked at most: a preview is short, and the references of the rule are all of them. */
const MOST_LINKS = 5;

/**
 * From a rule to the examples that it decides, as a line of markdown; empty for all else. Nothing but the addresses of the files is live.
 */
export function exampleLinks(document: AnalysedDocument, statement: Statement, places: Places): string {
  const { usable } = document;
  const rule = usable?.ruleOf(statement) ?? null;
  if (usable === null || rule === null) return "";
  const decided = usable.run.decidedBy(rule);
  const links = decided.slice(0, MOST_LINKS).flatMap(({ example }) => {
    const location = locationOfExample(example, document, places);
    return location === null ? [] : [linkTo(placeOfExample(example, usable), location)];
  });
  const more = decided.length - links.length;
  return links.length === 0 ? "" : `Examples: ${links.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

/** Where the rule stands that decides an example, if its preview can lead there; null where nothing is known of it. */
export function decidingLocation(
  document: AnalysedDocument,
  statement: Statement,
  places: Places,
): Location | null {
  const deciding = document.usable?.resultOf(statement)?.decidedBy ?? null;
  return deciding === null ? null : locationOfRule(deciding, document, places);
}
