import {
  type Example,
  type ExampleResult,
  type Located,
  type Mapping,
  parse,
  type Rule,
  runExamples,
  type Statement,
} from "@responses/dsl";
import { located } from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";

/*
 * A rule that is offered has been tried on the file's examples: by itself, since what the others say of them is known.
 */

/** The rule that a text says; null for a text that says none, or more. */
export function readRule(text: string): Rule | null {
  const file = parse("", text);
  const [rule] = located(file, "rule");
  return file.tree.statements.length === 1 ? (rule ?? null) : null;
}

/** What a document's mapping means if it means just what the text says now; no rule can be tried on a guess. */
export function currentMapping({ usable }: AnalysedDocument): UsableMapping | null {
  return usable !== null && usable.brokenAt === null ? usable : null;
}

/** The examples for which the rule alone holds, each with the verdict that it would get. */
export function heldBy(
  rule: Rule,
  examples: readonly Example[],
  mapping: Mapping,
): ReadonlyMap<Example, ExampleResult> {
  const results = runExamples({ ...mapping, rules: [rule], examples });
  return new Map(
    results.flatMap((result) => (result.decidedBy === null ? [] : [[result.example, result] as const])),
  );
}

/** The examples that a rule at that place among the mapping's can decide: no rule above it does. */
export function undecidedAbove({ run, mapping }: UsableMapping, place: number): readonly ExampleResult[] {
  const above = new Set(mapping.rules.slice(0, place));
  return run.results.filter(({ decidedBy }) => decidedBy === null || !above.has(decidedBy));
}

/** More of a body's characters are not read to find out whether there is something to offer. */
const MOST_READ_UNASKED = 200_000;

/** Whether the file's examples are so few and short that rules can be tried on them whenever the cursor moves. */
export function isQuicklyTried({ run }: UsableMapping): boolean {
  let length = 0;
  for (const { example } of run.results) {
    length += example.model.body.length + 100;
    if (length > MOST_READ_UNASKED) return false;
  }
  return true;
}

/** The statement of the mapping's own file that a rule is, or the include that it comes through; null for any other rule. */
export function ownStatementOf(rule: Rule, { file, included }: Mapping): Statement | null {
  if (rule.file === file) return rule.statement;
  return included.find((other) => other.file === rule.file)?.through.statement ?? null;
}

/** The text of a statement with a stretch of it replaced. */
export function withReplaced(
  { statement }: Located<unknown>,
  from: number,
  to: number,
  written: string,
): string {
  const { text } = statement.syntax;
  return text.slice(0, from) + written + text.slice(to);
}
