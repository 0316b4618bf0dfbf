import { addToGroup } from "../../incremental/groups.js";
import type { Rule } from "../../model/mapping.js";
import { writeName } from "../../syntax/text-literal.js";
import type { LocalSpan } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { labelOf } from "../facts/label-spellings.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";

/** A label that stands in a rule, as such or after `or`. */
interface WrittenLabel {
  readonly rule: Rule;
  readonly text: string;
  readonly span: LocalSpan;
}

export const checkLabelSpelling = checkOfMapping(function* (analysed) {
  const { file } = analysed.mapping;
  for (const labels of groupsOfSpellings(analysed)) {
    const wanted = wantedSpelling(labels, file.path);
    for (const { rule, text, span } of labels) {
      if (rule.file.path !== file.path || text === wanted.text) continue;
      const parameters = { label: text, other: wanted.text, place: linePlace(wanted.rule, file) };
      const related = [relatedPlace(wanted.rule, wanted.span, "the label as it is written here")];
      const written = writeName(wanted.text);
      const fixes = [suggestTest(span, written)];
      yield findingAt({ name: "label-spelling", parameters }, rule, span, { related, fixes });
    }
  }
});

/** The labels that have more than one spelling. */
function groupsOfSpellings({ mapping, knowledge }: AnalysedMapping): Iterable<readonly WrittenLabel[]> {
  const groups = new Map<string, WrittenLabel[]>();
  const { ambiguous } = knowledge.labels;
  if (ambiguous.size === 0) return [];
  for (const rule of mapping.rules) {
    const label = labelOf(rule.model);
    const span = spanOfLabel(rule);
    if (label === null || span === null || !ambiguous.has(label.key)) continue;
    addToGroup(groups, label.key, { rule, text: label.text, span });
  }
  return groups.values();
}

function spanOfLabel({ model: { label }, statement }: Rule): LocalSpan | null {
  if (label.kind === "fixed") return label.span;
  const { node } = statement.syntax;
  return node.kind === "rule" && node.label?.kind === "field" ? (node.label.fallback?.span ?? null) : null;
}

/**
 * The spelling that the others should take, at its first place: one of an included file, which other mappings share;
 * else the one that is used most; of equals the first.
 */
function wantedSpelling(labels: readonly WrittenLabel[], own: string): WrittenLabel {
  const included = labels.find(({ rule }) => rule.file.path !== own);
  if (included !== undefined) return included;
  const counts = new Map<string, { readonly first: WrittenLabel; count: number }>();
  for (const label of labels) {
    const known = counts.get(label.text);
    if (known === undefined) counts.set(label.text, { first: label, count: 1 });
    else known.count++;
  }
  return [...counts.values()].reduce((most, next) => (next.count > most.count ? next : most)).first;
}
