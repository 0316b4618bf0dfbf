import { counted, listed } from "../findings/counted.js";
import { quoted } from "../findings/quoted.js";
import type { Response } from "../matching/response.js";
import { Subject } from "../matching/subject.js";
import { capturedText, type Verdict, writeVerdict } from "../matching/verdict.js";
import type { Rule } from "../model/mapping.js";
import type { ComparedMappings } from "./compared-mappings.js";
import type { Comparison, VerdictChange } from "./comparison.js";
import { isHardlyEver } from "./escaped-bodies.js";
import type { ExampleChange } from "./example-changes.js";
import { moneyOf } from "./verdict-difference.js";

/** What another verdict means, for whoever pays first. */
export function meaningOf({ money, differs }: Pick<VerdictChange, "money" | "differs">): string {
  switch (money) {
    case "success-lost":
      return "no longer a sale";
    case "success-gained":
      return "now a sale";
    case "success-captures":
      return "a sale with other captures";
    case "none":
      return differs === "outcome"
        ? "another outcome"
        : differs === "label"
          ? "another label"
          : "other captures";
  }
}

/** What a recorded answer's change means; null where nobody pays for it. */
export function meaningOfExample({ before, after }: ExampleChange): string | null {
  const money = moneyOf(before.verdict, after.verdict);
  return money === "none" ? null : meaningOf({ money, differs: "outcome" });
}

/** Whether some response gets another verdict: of the groups that were found, or of the recorded ones. */
export function changesVerdicts({ comparison, examples }: ComparedMappings): boolean {
  return comparison.changes.length > 0 || examples.changes.length > 0;
}

/** Whether a change shows in more than bodies that nearly no system sends. */
function touchesOrdinaryBodies({ comparison, examples }: ComparedMappings): boolean {
  return examples.changes.length > 0 || !comparison.changes.every(isHardlyEver);
}

/** What came of a comparison, as a clause. */
export function conclusionOf(compared: ComparedMappings): string {
  if (changesVerdicts(compared)) return touchesOrdinaryBodies(compared) ? DIFFERS : DIFFERS_IN_ESCAPES;
  return compared.comparison.undecided.length > 0 ? UNDECIDED : SAME_FOR_ALL;
}

export const DIFFERS = "responses get another verdict";
const DIFFERS_IN_ESCAPES =
  "no ordinary response was found that gets another verdict, only bodies with needless escapes, which systems hardly ever send";
export const UNDECIDED = "it is not known whether any response changes its verdict";
export const SAME_FOR_ALL = "no response changes its verdict (proved)";

/** What is known of verdicts that are not told. */
export function unlistedInWords({
  unlisted,
  unlistedSales,
}: Pick<Comparison, "unlisted" | "unlistedSales">): string {
  const sales =
    unlistedSales === 0
      ? "in none of them would a sale count no more, or count now"
      : `in ${unlistedSales} of them a sale would count no more, or count now`;
  return `not told: ${counted(unlisted, "other group")} of responses whose verdict the same rules may change, too (${sales})`;
}

/** Captures that are named, at most. */
const SHOWN_CAPTURES = 4;

/** Both verdicts as far as they differ; texts of files in them are not made safe. */
export function verdictsInWords(before: Verdict, after: Verdict): readonly [before: string, after: string] {
  const names = [...new Set([...Object.keys(before.captures), ...Object.keys(after.captures)])].filter(
    (name) => capturedText(before.captures, name) !== capturedText(after.captures, name),
  );
  // Another outcome can have other captures without that anybody changed those.
  if (before.outcome !== after.outcome || names.length === 0)
    return [writeVerdict(before), writeVerdict(after)];
  const shown = names.slice(0, SHOWN_CAPTURES);
  const rest = names.length - shown.length;
  const written = (verdict: Verdict): string => {
    const captures = shown.map((name) => {
      const text = capturedText(verdict.captures, name);
      return text === null ? `no ${shortName(name)}` : `${shortName(name)} ${quoted(text)}`;
    });
    return `${writeVerdict(verdict)} with ${listed([...captures, ...(rest > 0 ? [`${rest} more`] : [])])}`;
  };
  return [written(before), written(after)];
}

function shortName(name: string): string {
  return name.length > 60 ? quoted(name) : name;
}

/** A response as texts and data show it: its status, and its body as text. */
export function responseParts(response: Response): { readonly status: number | null; readonly body: string } {
  const { status } = response;
  return { status: Number.isInteger(status) ? (status ?? null) : null, body: new Subject(response).body };
}

/** What is said of a witness that nobody has recorded. */
export const MADE_UP = "made up";

/** The recorded response that is the witness of a change; null where it was made up. */
export function recordedWitness(
  { isRecorded, before, after, witness }: VerdictChange,
  { examples }: Pick<ComparedMappings, "examples">,
): ExampleChange | null {
  if (!isRecorded) return null;
  const recorded = examples.changes.find(
    ({ example: { model }, before: old, after: now }) =>
      old.place === before &&
      now.place === after &&
      model.status === witness.status &&
      model.body === witness.body,
  );
  return recorded ?? null;
}

/** The rule at a place of a comparison; null where none holds. */
export function ruleAt({ rules }: { readonly rules: readonly Rule[] }, place: number | null): Rule | null {
  return place === null ? null : (rules[place] ?? null);
}
