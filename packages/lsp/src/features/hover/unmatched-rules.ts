import type { Example, Rule } from "@responses/dsl";
import {
  counted,
  type ExplainedBody,
  evidenceInWords,
  onOneLine,
  type Subject,
  traceRule,
} from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { isTooMuch } from "../presentation/example-subjects.js";
import { placeOfRule } from "../presentation/example-words.js";
import { type Block, line, words, written } from "../presentation/preview-text.js";
import { writtenBody } from "../presentation/written-body.js";
import type { ToldFindings } from "./told-findings.js";

/** Rules that are told of, a line each, at most. */
const MOST_RULES = 6;

const UNSAID = "The body is too long to say here why no rule holds; Explain This Verdict does";

/**
 * Of each rule why it does not hold for an example that no rule matches: the last of its tests that was tried, and what that met. Nothing
 * of a rule of which that is told beside the preview.
 */
export function unmatchedRuleBlocks(
  example: Example,
  subject: Subject | null,
  usable: UsableMapping,
  beside: ToldFindings,
): readonly Block[] {
  if (subject === null) return [line([words(UNSAID)], 120)];
  const { rules, file } = usable.mapping;
  const own = rules.filter((rule) => rule.file === file);
  const told = [...own, ...rules.filter((rule) => rule.file !== file)].slice(0, MOST_RULES);
  const body = writtenBody(example, subject, usable);
  const lines = told.flatMap((rule) => lineFor(rule, subject, body, usable, beside));
  const more = rules.length - told.length;
  return more > 0 ? [...lines, line([words(`and ${counted(more, "more rule")}`)], 60)] : lines;
}

function lineFor(
  rule: Rule,
  subject: Subject,
  body: ExplainedBody,
  usable: UsableMapping,
  beside: ToldFindings,
): readonly Block[] {
  if (isTooMuch(rule.model, subject))
    return [
      line([...placeOfRule(rule, usable), words(": not looked into, the body is too long for it")], 120),
    ];
  const failing = traceRule(rule, subject).tests.at(-1);
  if (failing === undefined) return [];
  const { from, to } = failing.test.span;
  const evidence = evidenceInWords(failing, body);
  if (beside.says(`line ${usable.lineOf(rule) + 1} `, evidence)) return [];
  const text = onOneLine(rule.statement.syntax.text.slice(from, to).slice(0, 200));
  return [
    line(
      [
        ...placeOfRule(rule, usable),
        words(": "),
        written(shortened(text, 60)),
        words(", but "),
        written(shortened(evidence, 90)),
      ],
      200,
    ),
  ];
}
