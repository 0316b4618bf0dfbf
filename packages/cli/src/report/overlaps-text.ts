import type { Rule } from "@responses/dsl";
import { counted, responseText } from "@responses/dsl/editor";
import type { MappingOverlaps } from "../runs/overlap-run.js";
import type { UndecidedRule } from "../runs/undecided-rules.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { placeText } from "./finding-text.js";

/** The pairs of rules of one mapping that hold for one response, each on a line of its own with such a response below it. */
export function overlapLines(
  { file, pairs, undecided, left }: MappingOverlaps,
  { style }: Page,
): readonly string[] {
  const number =
    pairs.length === 0 ? "no two rules" : counted(pairs.length, "pair of rules", "pairs of rules");
  return [
    `${style.bold(safe(file))} ${number} of different verdicts can hold for one response`,
    ...pairs.flatMap(({ upper, lower, witness, upperVerdict, lowerVerdict }) => [
      `  ${placeOf(upper)} ${safe(upperVerdict)}, ${placeOf(lower)} ${safe(lowerVerdict)}`,
      `    ${style.cyan("for example")} ${responseText(witness.status, witness.body)}`,
    ]),
    ...undecided.map(
      ({ upper, lower, reason }) => `  ${placeOf(upper)}, ${placeOf(lower)} not decided: ${reason}`,
    ),
    ...(left === 0 ? [] : [`  ${counted(left, "more pair")} not gone through: it would take too many steps`]),
  ];
}

/** The questions about rules that have no answer. */
export function undecidedLines(undecided: readonly UndecidedRule[], { style }: Page): readonly string[] {
  const isReachDecided = undecided.every(({ question }) => question !== "reach");
  return [
    ...(isReachDecided ? ["for every rule it is known whether it can ever decide"] : []),
    ...undecided.flatMap((own) => [
      `${style.bold(placeOf(own.rule))} not decided`,
      `  ${openQuestion(own)}: ${own.reason}`,
    ]),
  ];
}

function openQuestion({ rule, question }: UndecidedRule): string {
  switch (question) {
    case "reach":
      return "it is not known whether this rule can ever decide";
    case "order":
      return rule.model.outcome === "success"
        ? "not every rule below was compared with this success rule, which may take responses that they are meant for"
        : "not every success rule above was compared with this rule, and one may take responses that it is meant for";
  }
}

function placeOf({ file, statement, model }: Rule): string {
  return placeText(file.path, file.tree.source, statement.start + model.condition.span.from);
}
