import type { Finding, RelatedPlace } from "../../findings/finding.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Rule } from "../../model/mapping.js";

/**
 * Whether a finding speaks of both rules already, where it stands or as related places, or shows at the upper one a response for
 * which the lower one holds as well.
 */
export function isSaidOfPair(upper: Rule, lower: Rule, found: readonly Finding[]): boolean {
  return found.some((finding) => {
    const places = [finding, ...finding.related];
    if (!places.some((place) => isIn(place, upper))) return false;
    if (places.some((place) => isIn(place, lower))) return true;
    const { witness } = finding;
    return isIn(finding, upper) && witness !== null && ruleHolds(lower.model, new Subject(witness));
  });
}

function isIn({ file, span }: Pick<RelatedPlace, "file" | "span">, rule: Rule): boolean {
  const { start, syntax } = rule.statement;
  return file === rule.file.path && start <= span.start && span.start < start + syntax.text.length;
}
