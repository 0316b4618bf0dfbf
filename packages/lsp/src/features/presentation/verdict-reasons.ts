import { type ExampleResult, type Rule, type Verdict, writeVerdict } from "@responses/dsl";
import {
  presentCaptures,
  quoted,
  ruleOnOneLine,
  type Subject,
  writeExpectedVerdict,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "./bounded-text.js";
import { isTooMuch, NOT_SEARCHED } from "./example-subjects.js";
import { captureDifference, placeOfRule } from "./example-words.js";
import { matchPlaceOf, showMatch } from "./match-place.js";
import { type Block, code, line, link, type Piece, strong, words, written } from "./preview-text.js";

/** Captures, and rules that would match too, that are named at most: more are only counted. */
const MOST_CAPTURES = 4;
const MOST_RULES = 3;

/** The outcome is a word of the language, the label somebody's text. */
export function verdictPieces(verdict: string): readonly Piece[] {
  const blank = verdict.indexOf(" ");
  if (blank === -1) return [strong(verdict)];
  return [strong(verdict.slice(0, blank)), words(" "), written(verdict.slice(blank + 1))];
}

/** What an example gets, and whether that is what it states. */
export function exampleVerdictPieces(
  { example, verdict, difference }: ExampleResult,
  start: "Gets " | "gets " = "Gets ",
): readonly Piece[] {
  const gets = [words(start), ...verdictPieces(writeVerdict(verdict))];
  if (difference === null) return [...gets, words(", as expected")];
  if (difference.kind === "verdict") {
    return [
      ...gets,
      words(", but "),
      ...verdictPieces(writeExpectedVerdict(example.model.verdict)),
      words(" is expected"),
    ];
  }
  return [...gets, words(", but "), ...captureDifference(difference, 40)];
}

/**
 * Which rule decided, and where in the body; `subject` is null for a body that is too long to look into. `location` is where the rule's
 * place leads; null where it leads nowhere.
 */
export function reasonBlocks(
  decidedBy: Rule,
  subject: Subject | null,
  usable: UsableMapping,
  location: Location | null,
): readonly Block[] {
  const place = placeOfRule(decidedBy, usable);
  const decided = line(
    [
      words("Decided by "),
      ...(location === null ? place : [link(place, location)]),
      words(": "),
      written(shortened(ruleOnOneLine(decidedBy, 400, "close"), 180)),
    ],
    250,
  );
  if (subject === null || isTooMuch(decidedBy.model, subject))
    return [decided, line([words(`Where it matched is not shown: ${NOT_SEARCHED}`)], 120)];
  const match = matchPlaceOf(decidedBy, subject, null);
  if (match.kind === "nowhere") return [decided];
  return [decided, ...code([showMatch(subject.body, match, 170)])];
}

/** What was captured, but for `told`, which stands elsewhere; nothing for a mapping without other captures. */
export function captureBlocks(
  { captures: found }: Verdict,
  { mapping }: UsableMapping,
  told: string | null,
): readonly Block[] {
  if (mapping.captures.every(({ model }) => model.name === told)) return [];
  const entries = presentCaptures(found).filter(({ name }) => name !== told);
  if (entries.length === 0) return [line([words("Captures nothing")], 100)];
  const shown = entries
    .slice(0, MOST_CAPTURES)
    .flatMap(({ name, value }, index) => [
      words(index === 0 ? "Captures " : ", "),
      written(`${shortened(name, 30)} ${quoted(value)}`),
    ]);
  const more = entries.length - MOST_CAPTURES;
  return [line(more > 0 ? [...shown, words(` and ${more} more`)] : shown, 300)];
}

/** The rules that hold as well; only their order keeps them from deciding. */
export function otherRuleBlocks(others: readonly Rule[], usable: UsableMapping): readonly Block[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_RULES).flatMap((rule, index) => {
    const { outcome, label } = rule.model;
    const verdict = label.kind === "fixed" ? writeVerdict({ outcome, label: label.text }) : outcome;
    return [
      words(index === 0 ? "Would match too: " : ", "),
      ...placeOfRule(rule, usable),
      words(" ("),
      ...verdictPieces(verdict),
      words(")"),
    ];
  });
  const more = others.length - MOST_RULES;
  return [line(more > 0 ? [...shown, words(` and ${more} more`)] : shown, 300)];
}
