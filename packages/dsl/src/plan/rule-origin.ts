import type { Mapping, Rule } from "../model/mapping.js";

/** Where a rule is written, and how: what generated files show of it. */
export interface RuleOrigin {
  /** The file, by its name from the folder of the mapping's own. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The statement's text. */
  readonly statement: string;
}

/** The origins of a mapping's rules, in the order of the plan's rules; `source` names the mapping's own file. */
export function ruleOrigins({ rules, included }: Mapping, source: string): readonly RuleOrigin[] {
  const names = new Map(included.map(({ file, name }) => [file.path, name]));
  return rules.map(({ file, statement }: Rule) => {
    const { text, span, wordSpan } = statement.syntax;
    return {
      file: names.get(file.path) ?? source,
      line: file.tree.source.positionAt(statement.start + wordSpan.from).line + 1,
      statement: text.slice(span.from, span.to),
    };
  });
}
