import type { CaptureDifference } from "../capture-difference.js";
import { defineEntry } from "../catalogue-entry.js";
import { quoted, visible } from "../quoted.js";

export interface Parameters {
  /** The verdict that the example states, as it would be written. */
  readonly expected: string;
  /** The verdict that it gets, as it would be written. */
  readonly actual: string;
  /** Why, as a sentence: which rule decided and where it matched, or that none held, and which rule was meant to. */
  readonly because: string;
  /** The label that was probably meant, where the outcome is right and the label is hardly written otherwise; null elsewhere. */
  readonly meantLabel: string | null;
  /** The capture that differs, where outcome and label are right. */
  readonly capture: DifferentCapture | null;
}

interface DifferentCapture extends CaptureDifference {
  /** Whether the mapping captures anything under that name; and the name that was probably meant, if not. */
  readonly isKnown: boolean;
  readonly meant: string | null;
  /** Why there is none, as a clause; null where that is not the question. */
  readonly why: string | null;
}

/** Why an example fails that expects a capture that the mapping does not have. */
export function noCaptureNamed(name: string): string {
  return `this mapping has no capture named ${quoted(name)}`;
}

export const exampleFails = defineEntry({
  name: "example-fails",
  severity: "error",
  refuses: false,
  message: ({ expected, actual, because, meantLabel, capture }: Parameters) => {
    const label = meantLabel === null ? "" : `; did you mean ${quoted(meantLabel)}?`;
    if (capture === null) return `expected ${expected}, but the verdict is ${actual}: ${because}${label}`;
    if (!capture.isKnown) {
      const advice =
        capture.meant === null
          ? `write capture ${visible(capture.name)} from …`
          : `did you mean ${quoted(capture.meant)}?`;
      return `${noCaptureNamed(capture.name)}; ${advice}`;
    }
    const found = capture.actual === null ? "is not there" : `is ${quoted(capture.actual)}`;
    const why = capture.why === null ? "" : `: ${capture.why}`;
    return `the capture ${capture.name} ${found}, expected ${quoted(capture.expected)}${why}`;
  },
  page: {
    what: "An example gets a different verdict from the one it states, or a different capture.",
    why: "An example is a response that the system really gave. If the mapping reads it wrongly, leads are paid for that nobody bought, or sales are hidden.",
    wrong: 'success keyword "sold"\nexample "unsold" is unmapped\n',
    right: 'success exact "lead sold"\nexample "unsold" is unmapped\nexample "lead sold" is success\n',
    fix: "The message names the rule that decided and the texts that it found, and a rule above that nearly held for the stated verdict. Where a rule further down would give the stated verdict, the message names that, too: move it up. The fix does so, and is offered if every example that passes now still passes then. Otherwise change the rule that decided, or correct the example if the verdict is right. It cannot be silenced.",
  },
});
