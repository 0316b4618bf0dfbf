import type { Severity } from "./catalogue-entry.js";

/** What is said of one kind of change. */
export interface ChangeRecord {
  readonly level: Severity;
  /** What it is, in a sentence. */
  readonly what: string;
  /** What to look at. */
  readonly advice: string;
}

/** What `responses diff` tells, by the name that it has in reports. */
export const CHANGES = {
  "sale-lost": {
    level: "warning",
    what: "Responses that counted as a sale no longer do after this change.",
    advice:
      "If the buyer did take the lead in the example, the supplier is not paid for it: add it as an example with its right verdict.",
  },
  "sale-gained": {
    level: "warning",
    what: "Responses that were not a sale count as one after this change.",
    advice:
      "If the buyer did not take the lead in the example, it is paid for all the same: add it as an example with its right verdict.",
  },
  "sale-captures-changed": {
    level: "warning",
    what: "Responses that count as a sale before and after this change hand back other captures, as another price or none.",
    advice:
      "If a price, a lead id or an address comes of it, see that what reads them still gets the right one: add an example with its right values.",
  },
  "verdict-changed": {
    level: "hint",
    what: "Responses get another outcome, label or capture after this change, and no sale is touched.",
    advice: "See whether reports and retries that go by the label still say what they should.",
  },
  "recorded-answer-changed": {
    level: "warning",
    what: "A recorded response gets another verdict after this change.",
    advice: "If the new verdict is right, correct the example; otherwise the change is wrong.",
  },
  "mapping-added": {
    level: "hint",
    what: "A mapping file is new; there is nothing to compare it with.",
    advice: "Read it as a whole.",
  },
  "mapping-removed": {
    level: "warning",
    what: "A mapping file was removed, or its project file leaves it out now; nothing reads the responses of its system any more.",
    advice: "Check that leads are no longer sent to the system that it was for.",
  },
  "change-not-decided": {
    level: "warning",
    what: "It is not known whether some responses get another verdict after this change.",
    advice: "Look at the two rules yourself, or write the change in smaller steps.",
  },
} as const satisfies Readonly<Record<string, ChangeRecord>>;

export type ChangeKind = keyof typeof CHANGES;

/** Money first. */
export const CHANGE_KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

export function isChangeKind(name: string): name is ChangeKind {
  return Object.hasOwn(CHANGES, name);
}
