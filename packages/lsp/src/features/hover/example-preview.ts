import type { ExampleResult } from "@responses/dsl";
import {
  missingCaptureInWords,
  missingTextIn,
  nearRuleForExample,
  type Subject,
  subjectOf,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { previewSubjectOf } from "../presentation/example-subjects.js";
import { placeOfRule } from "../presentation/example-words.js";
import { nearMissPieces } from "../presentation/near-miss-pieces.js";
import { type Block, line, type Piece, words, written } from "../presentation/preview-text.js";
import { staleBlocks } from "../presentation/stale-note.js";
import {
  captureBlocks,
  exampleVerdictPieces,
  otherRuleBlocks,
  reasonBlocks,
} from "../presentation/verdict-reasons.js";
import { writtenBody } from "../presentation/written-body.js";
import type { ToldFindings } from "./told-findings.js";
import { unmatchedRuleBlocks } from "./unmatched-rules.js";

/**
 * The verdict on an example, why, what was captured, and which rules would match too. Where what is told beside the preview says how the
 * example fails, the rest alone. `deciding` is where the rule's place leads; null for nowhere.
 */
export function examplePreview(
  result: ExampleResult,
  usable: UsableMapping,
  told: ToldFindings,
  deciding: Location | null,
): readonly Block[] {
  const { example, verdict, decidedBy } = result;
  const others = usable.run.rulesFor(example).filter((rule) => rule !== decidedBy);
  const subject = previewSubjectOf(example.model);
  const isTold = result.difference !== null && told.has("example-fails");
  const toldCapture = isTold && result.difference?.kind === "capture" ? result.difference.name : null;
  return [
    ...(isTold ? [] : [line(verdictInWords(result), 300), ...missingCapture(result, subject, usable)]),
    ...(decidedBy === null
      ? unmatchedRuleBlocks(example, subject, usable, told)
      : reasonBlocks(decidedBy, subject, usable, deciding)),
    ...captureBlocks(verdict, usable, toldCapture),
    ...otherRuleBlocks(others, usable),
    ...(isTold ? [] : nearMiss(result, usable)),
    ...staleBlocks(usable, usable.shownAt(result.example)),
  ];
}

function verdictInWords(result: ExampleResult): readonly Piece[] {
  const why = result.decidedBy === null ? [words(": no rule matches it")] : [];
  return [...exampleVerdictPieces(result), ...why];
}

/** Why a capture is not there that the example expects. */
function missingCapture(
  { example, difference, verdict }: ExampleResult,
  subject: Subject | null,
  usable: UsableMapping,
): readonly Block[] {
  if (difference?.kind !== "capture" || difference.actual !== null || subject === null) return [];
  const missing = missingTextIn(subject, writtenBody(example, subject, usable));
  const why = missingCaptureInWords(difference.name, usable.mapping, verdict.outcome, missing);
  return why === null ? [] : [line([words("It is missing, since "), written(shortened(why, 150))], 200)];
}

function nearMiss(result: ExampleResult, usable: UsableMapping): readonly Block[] {
  const found = nearRuleForExample(result, usable.run);
  if (found === null) return [];
  const start = [words("Nearly matches "), ...placeOfRule(found.rule, usable), words(", ")];
  const { body } = subjectOf(result.example.model);
  return [line([...start, ...nearMissPieces(found.miss, body, 90)], 250)];
}
