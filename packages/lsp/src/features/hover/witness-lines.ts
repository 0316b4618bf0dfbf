import type { Rule } from "@responses/dsl";
import { Subject, showsResponse } from "@responses/dsl/editor";
import type { ShownFinding } from "../../workspace/analysis/analysed-document.js";
import { holdsOffset } from "../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { byteLength } from "../presentation/bounded-text.js";
import { type Focus, matchPlaceOf, showMatch } from "../presentation/match-place.js";

/** Findings of a rule whose responses are shown at most, and what a line may take: what matters can stand far behind. */
const MOST_SHOWN = 2;
const WITNESS_BYTES = 160;

/**
 * Responses that show what was found in a rule: those that the sentence of the finding does not show whole. Examples of the file are
 * shown as examples.
 */
export function witnessLines(
  rule: Rule,
  usable: UsableMapping,
  findings: readonly ShownFinding[],
  focus: Focus,
): readonly string[] {
  const statement = usable.shownAt(rule);
  if (statement === null) return [];
  const lines: string[] = [];
  for (const { finding, message } of findings) {
    const { name, witness, span } = finding;
    if (witness === null || !holdsOffset(statement, span.start)) continue;
    const { status, body } = witness;
    if (showsResponse(message, witness) || isRecorded(witness, usable)) continue;
    const start = `! made up, ${name}: `;
    const place = matchPlaceOf(rule, new Subject(witness), focus);
    const shownStatus = status === null || place.kind === "status" ? "" : `${status} `;
    lines.push(start + shownStatus + showMatch(body, place, WITNESS_BYTES - byteLength(start)));
    if (lines.length === MOST_SHOWN) break;
  }
  return lines;
}

function isRecorded(
  { status, body }: { readonly status: number | null; readonly body: string },
  { run }: UsableMapping,
): boolean {
  return run.results.some(({ example: { model } }) => model.status === status && model.body === body);
}
