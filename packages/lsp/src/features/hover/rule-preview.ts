import type { ExampleResult, Rule, RuleModel } from "@responses/dsl";
import { conditionInWords, nearExampleForRule, resultInWords, subjectOf } from "@responses/dsl/editor";
import type { ShownFinding } from "../../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { byteLength } from "../presentation/bounded-text.js";
import { countsInWords, countsOf } from "../presentation/example-counts.js";
import { NOT_SEARCHED, searchedSubjectOf } from "../presentation/example-subjects.js";
import { differenceInWords, placeOfExample, placeOfRule } from "../presentation/example-words.js";
import { excerpt } from "../presentation/excerpt.js";
import { type Focus, matchPlaceOf, showMatch } from "../presentation/match-place.js";
import { nearMissPieces } from "../presentation/near-miss-pieces.js";
import {
  type Block,
  code,
  line,
  type Piece,
  piecesOf,
  strong,
  textOfPieces,
  words,
} from "../presentation/preview-text.js";
import { staleBlocks } from "../presentation/stale-note.js";
import { chooseExamples, matchKindOf } from "./example-choice.js";
import type { ToldFindings } from "./told-findings.js";
import { witnessLines } from "./witness-lines.js";

/** What a line about an example may take. */
const EXAMPLE_BYTES = 120;

/** What a rule does, apart from examples: its verdict, and in plain words when it matches. */
export function ruleInWords(model: RuleModel): Block {
  const [outcome, ...label] = piecesOf(resultInWords(model));
  const result: readonly Piece[] = outcome === undefined ? label : [strong(outcome.text), ...label];
  return line([...result, words(" · "), ...piecesOf(conditionInWords(model.condition))], 500);
}

/**
 * What a rule does to the file's examples: how many it matches and decides, where it matched in a few of them, and one
 * that it nearly matches; and responses that show what was found in it. That a rule above takes them, or that it decides none, is not
 * said where it is told beside the preview.
 */
export function rulePreview(
  rule: Rule,
  usable: UsableMapping,
  findings: readonly ShownFinding[],
  focus: Focus,
  mostExamples: number,
  told: ToldFindings,
): readonly Block[] {
  const matched = usable.run.matchedBy(rule);
  const examples = chooseExamples(matched, rule, mostExamples).map((result) =>
    exampleLine(result, rule, usable, focus, told),
  );
  // What was recorded tells more than what is made up.
  const isShownByExamples = matched.some((result) => matchKindOf(result, rule) === "wrong");
  const witnesses =
    mostExamples === 0 || isShownByExamples ? [] : witnessLines(rule, usable, findings, focus);
  const others = mostExamples === 0 ? [] : [...missLines(rule, usable), ...madeUpLines(rule, usable)];
  const lines = [...witnesses, ...examples, ...others];
  return [
    line([words(countsInWords(countsOf(rule, usable), told.has("untested-rule")))], 150),
    ...code(lines),
    ...staleBlocks(usable, usable.shownAt(rule)),
  ];
}

const MARKS = { right: "✓", wrong: "✗", earlier: "–" } as const;

function exampleLine(
  result: ExampleResult,
  rule: Rule,
  usable: UsableMapping,
  focus: Focus,
  told: ToldFindings,
): string {
  const kind = matchKindOf(result, rule);
  const { model } = result.example;
  const subject = searchedSubjectOf(rule.model, model);
  const place = `${placeOfExample(result.example, usable)}${remark(result, rule, usable, told)}`;
  const start = `${MARKS[kind]} ${place}${subject === null ? ` (${NOT_SEARCHED})` : ""}: `;
  const left = Math.max(40, EXAMPLE_BYTES - byteLength(start));
  if (subject === null) return start + excerpt(model.body, null, left);
  return start + showMatch(subject.body, matchPlaceOf(rule, subject, focus), left);
}

/** Why it is not as it should be, or not this rule's. */
function remark(result: ExampleResult, rule: Rule, usable: UsableMapping, told: ToldFindings): string {
  const { decidedBy } = result;
  if (decidedBy !== rule) {
    if (decidedBy === null || told.has("unreachable-rule")) return "";
    return `, decided earlier by ${textOfPieces(placeOfRule(decidedBy, usable))}`;
  }
  const difference = differenceInWords(result);
  return difference === null ? "" : `, ${difference}`;
}

/** A response that the rule decides, where no example shows one. */
function madeUpLines(rule: Rule, usable: UsableMapping): readonly string[] {
  const response = usable.run.decidedBy(rule).length > 0 ? null : usable.responseFor(rule);
  if (response === null) return [];
  const { status, body } = response;
  const start = `+ made up, decided by this rule: ${status === null ? "" : `${status} `}`;
  const left = Math.max(40, EXAMPLE_BYTES - byteLength(start));
  return [start + excerpt(body, null, left)];
}

function missLines(rule: Rule, usable: UsableMapping): readonly string[] {
  const found = nearExampleForRule(rule, usable.run);
  if (found === null) return [];
  const { example } = found.result;
  const start = `≈ ${placeOfExample(example, usable)} nearly matches, `;
  const bytes = Math.max(40, EXAMPLE_BYTES - byteLength(start) - 30);
  const pieces = nearMissPieces(found.miss, subjectOf(example.model).body, bytes);
  return [start + textOfPieces(pieces)];
}
