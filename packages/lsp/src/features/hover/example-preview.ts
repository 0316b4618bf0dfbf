import { type ExampleResult, quoted, type Rule, type Verdict, writeVerdict } from "@responses/dsl";
import type { Meaning } from "../../workspace/meaning.js";
import { asItWas } from "../as-it-was.js";
import { subjectOf } from "./example-subjects.js";
import { expectedInWords, placeOfRule, shortened } from "./example-words.js";
import { matchPlaceOf, showMatch } from "./match-place.js";
import { missInWords, nearMissForExample } from "./near-misses.js";
import { type Block, line, type Piece, strong, words, written } from "./preview-text.js";

/** So many captures, and rules that would match too, are named. */
const MOST_CAPTURES = 4;
const MOST_RULES = 3;

/** The verdict on an example, why, what was captured, and which rules would match too. */
export function examplePreview(result: ExampleResult, meaning: Meaning): readonly Block[] {
  const last = asItWas(meaning, meaning.standingAt(result.example));
  return [
    line(verdictInWords(result), 300),
    ...reason(result, meaning),
    ...captures(result.verdict, meaning),
    ...otherRules(result, meaning),
    ...nearMiss(result, meaning),
    ...(last === null ? [] : [line(last, 150)]),
  ];
}

function verdictInWords({ example, verdict, difference }: ExampleResult): readonly Piece[] {
  const gets = [words("Gets "), ...verdictPieces(writeVerdict(verdict))];
  if (difference === null) return [...gets, words(", as expected")];
  if (difference.kind === "verdict") {
    return [
      ...gets,
      words(", but "),
      ...verdictPieces(expectedInWords(example.model.verdict)),
      words(" is expected"),
    ];
  }
  const { name, expected, actual } = difference;
  const found = actual === null ? [words(" is missing")] : [words(" is "), written(quoted(actual))];
  const wanted = expected === "" ? [words("none")] : [written(quoted(expected))];
  return [...gets, words(", but "), written(shortened(name, 40)), ...found, words(", expected "), ...wanted];
}

/** The outcome is a word of the language, the label somebody's text. */
function verdictPieces(verdict: string): readonly Piece[] {
  const blank = verdict.indexOf(" ");
  if (blank === -1) return [strong(verdict)];
  return [strong(verdict.slice(0, blank)), words(" "), written(verdict.slice(blank + 1))];
}

function reason({ example, decidedBy }: ExampleResult, meaning: Meaning): readonly Block[] {
  if (decidedBy === null) return [line([words("No rule matches it")], 100)];
  const decided = line(
    [words("Decided by "), ...placeOfRule(decidedBy, meaning), words(": "), written(ruleText(decidedBy))],
    250,
  );
  const subject = subjectOf(example.model);
  if (subject === null) return [decided];
  const place = matchPlaceOf(decidedBy, subject, null);
  if (place.kind === "nowhere") return [decided];
  return [decided, { kind: "code", lines: [showMatch(subject.body, place, 170)], language: "text" }];
}

/** The rule as it is written, on one line, as much of it as can be of interest. */
function ruleText({ statement: { syntax } }: Rule): string {
  const { from, to } = syntax.span;
  return shortened(syntax.text.slice(from, Math.min(to, from + 400)).replace(/\s*[\r\n]\s*/g, " "), 180);
}

function captures({ captures: found }: Verdict, { mapping }: Meaning): readonly Block[] {
  if (mapping.captures.length === 0) return [];
  const entries = Object.entries(found);
  if (entries.length === 0) return [line([words("Captures nothing")], 100)];
  const shown = entries
    .slice(0, MOST_CAPTURES)
    .flatMap(([name, text], index) => [
      words(index === 0 ? "Captures " : ", "),
      written(`${shortened(name, 30)} ${quoted(text)}`),
    ]);
  const more = entries.length - MOST_CAPTURES;
  return [line(more > 0 ? [...shown, words(` and ${more} more`)] : shown, 300)];
}

function otherRules({ example, decidedBy }: ExampleResult, meaning: Meaning): readonly Block[] {
  const others = meaning.run.rulesFor(example).filter((rule) => rule !== decidedBy);
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_RULES).flatMap((rule, index) => {
    const { outcome, label } = rule.model;
    const verdict = label.kind === "fixed" ? writeVerdict({ outcome, label: label.text }) : outcome;
    return [
      words(index === 0 ? "Would match too: " : ", "),
      ...placeOfRule(rule, meaning),
      words(" ("),
      ...verdictPieces(verdict),
      words(")"),
    ];
  });
  const more = others.length - MOST_RULES;
  return [line(more > 0 ? [...shown, words(` and ${more} more`)] : shown, 300)];
}

function nearMiss(result: ExampleResult, meaning: Meaning): readonly Block[] {
  const found = nearMissForExample(result, meaning);
  if (found === null) return [];
  const start = [words("Nearly matches "), ...placeOfRule(found.rule, meaning), words(", ")];
  return [line([...start, ...missInWords(found, 90)], 250)];
}
