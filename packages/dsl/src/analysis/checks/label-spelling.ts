import type { Rule } from "../../model/mapping.js";
import { writeName } from "../../syntax/text-literal.js";
import type { LocalSpan } from "../../text/span.js";
import { type AnalysedMapping, findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { labelKey } from "../label-key.js";
import { linePlace } from "../rule-place.js";
import { suggestTest } from "../shown-test.js";

/** A label that stands in a rule, as such or after `or`. */
interface WrittenLabel {
  readonly rule: Rule;
  readonly text: string;
  readonly span: LocalSpan;
}

export const checkLabelSpelling: Check = function* (analysed) {
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
};

/** The labels that have more than one spelling. */
function groupsOfSpellings({ mapping }: AnalysedMapping): readonly (readonly WrittenLabel[])[] {
  const groups = new Map<string, WrittenLabel[]>();
  for (const rule of mapping.rules) {
    const label = labelIn(rule);
    if (label === null) continue;
    const key = labelKey(label.text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [label]);
    else group.push(label);
  }
  return [...groups.values()].filter(([first, ...rest]) => rest.some(({ text }) => text !== first?.text));
}

function labelIn(rule: Rule): WrittenLabel | null {
  const { label } = rule.model;
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return { rule, text: label.text, span: label.span };
    case "field": {
      const { node } = rule.statement.syntax;
      const written = node.kind === "rule" && node.label?.kind === "field" ? node.label.fallback : null;
      return label.fallback === null || written === null
        ? null
        : { rule, text: label.fallback, span: written.span };
    }
  }
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
