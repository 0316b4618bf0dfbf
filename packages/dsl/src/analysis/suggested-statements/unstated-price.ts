import { subjectOf } from "../../bodies/example-subject.js";
import { writeCaptures } from "../../examples/written-captures.js";
import type { LocalFix } from "../../findings/finding.js";
import { capturedText } from "../../matching/verdict.js";
import type { Capture, Example } from "../../model/mapping.js";
import { firstNonBlank } from "../../runtime/picked.js";
import type { LocalSpan } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { placeInBody } from "../placing/body-place.js";
import { stateCaptures, statesCapture } from "./stated-captures.js";

/** A captured price that speaks against an example's verdict, and that the example does not state. */
export interface UnstatedPrice {
  readonly name: string;
  readonly value: string;
  /** Where the body has it. */
  readonly span: LocalSpan;
  /** States it: whoever does has looked at it. */
  readonly fix: LocalFix;
}

/**
 * The first price of an example that is in doubt; null where there is none, or the example states it.
 *
 * @param prices the mapping's captures that are taken for prices
 * @param isDoubtful whether a price of that text is in doubt
 */
export function unstatedPriceOf(
  example: Example,
  prices: readonly Capture[],
  isDoubtful: (value: string) => boolean,
  analysed: AnalysedMapping,
): UnstatedPrice | null {
  const { model } = example;
  const captured = analysed.outcomeOf(model)?.verdict.captures ?? {};
  for (const { model: capture } of prices) {
    const { name } = capture;
    const value = capturedText(captured, name);
    if (value === null || !isDoubtful(value) || statesCapture(model, name)) continue;
    const picked = firstNonBlank(subjectOf(model).pick(capture.field));
    if (picked === null) continue;
    const stated = [{ name, value }];
    const title = `Write that it is meant: with ${writeCaptures(stated)}`;
    const fix = { title, kind: "suggested", edits: [stateCaptures(example, stated)] } as const;
    return { name, value, span: placeInBody(example, picked.start, picked.end), fix };
  }
  return null;
}
