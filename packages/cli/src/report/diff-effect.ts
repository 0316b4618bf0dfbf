import type { MoneyChange, Verdict } from "@responses/dsl";
import { counted, type ExampleChange, isHardlyEver, listed, moneyOf } from "@responses/dsl/editor";
import type { ComparedFile } from "../runs/compared-file.js";
import type { DiffReport } from "../runs/diff-run.js";
import { partedChanges } from "../runs/parted-changes.js";
import { countOfLost } from "./diff-words.js";

/**
 * What a change does to sales, in a sentence or two for whoever reads nothing else: what is recorded first, then what was made up. Only what
 * is known is said, and what is accepted is left out. Null where no response of a compared mapping gets another verdict, as far as is known.
 */
export function effectOf(report: DiffReport): string | null {
  const lost = countOfLost(report, "differs");
  const removed =
    lost === 0
      ? []
      : [
          `**All sales of ${counted(lost, "mapping")} that ${lost === 1 ? "was" : "were"} removed are lost**.`,
        ];
  const compared = effectOfCompared(report);
  const sentences = [...removed, ...(compared === null ? [] : [compared])];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function effectOfCompared({ files, acceptance, leftOut }: DiffReport): string | null {
  const parted = files.flatMap((file) => (file.kind === "compared" ? [partedChanges(file, acceptance)] : []));
  const open = parted.map((one) => one.open);
  const recorded = open.flatMap(({ examples }) => examples.changes);
  const madeUp = open.flatMap(({ comparison }) =>
    comparison.changes.filter((change) => !change.isRecorded && !isHardlyEver(change)),
  );
  if (recorded.length + madeUp.length === 0) return null;
  const others = KINDS.flatMap(({ money, can }) => {
    const isKnown = recorded.some(isOf(money)) || !madeUp.some((change) => change.money === money);
    // Labels matter little beside sales.
    return isKnown || (money === "none" && recorded.length > 0) ? [] : [can];
  });
  const all = {
    count: sum(open, ({ examples }) => examples.count),
    accepted: sum(parted, ({ accepted }) => accepted.examples.changes.length),
    hasOthers: files.some(mayHaveOtherResponses),
  };
  return [
    recordedSentence(recorded, all),
    ...(others.length === 0
      ? []
      : [recorded.length === 0 ? `${capital(listed(others))}.` : `Besides, ${listed(others)}.`]),
    ...(files.every(touchesNoSale)
      ? [`No sale is lost or gained${leftOut.length === 0 ? "" : " in what was compared"}.`]
      : []),
  ].join(" ");
}

/** What is said of each kind of change, money first. */
const KINDS: readonly {
  readonly money: MoneyChange;
  /** Of recorded responses, so many of them. */
  readonly did: (changes: readonly ExampleChange[]) => string;
  /** Of responses that were made up: there are such. */
  readonly can: string;
}[] = [
  {
    money: "success-lost",
    did: (changes) => `**${changes.length} that counted as ${sales(changes)} ${becoming(changes)}**`,
    can: "**responses are possible that counted as sales and no longer do**",
  },
  {
    money: "success-gained",
    did: (changes) =>
      `**${changes.length} that did not count as ${sales(changes)} now ${changes.length === 1 ? "does" : "do"}**`,
    can: "**responses are possible that did not count as sales and now do**",
  },
  {
    money: "success-captures",
    did: (changes) =>
      `**${changes.length} that still ${changes.length === 1 ? "counts as a sale hands" : "count as sales hand"} back other captures**, as another price`,
    can: "**sales are possible that hand back other captures**, as another price",
  },
  {
    money: "none",
    did: (changes) =>
      `${changes.length} ${changes.length === 1 ? "gets" : "get"} another outcome, label or captures without a sale`,
    can: "responses are possible that get another outcome, label or captures without a sale",
  },
];

/** The recorded responses of the mappings that have verdicts on both sides. */
interface RecordedResponses {
  readonly count: number;
  /** How many of them get another verdict that is accepted. */
  readonly accepted: number;
  /** Whether other mappings may have some. */
  readonly hasOthers: boolean;
}

/** Whether recorded responses of a mapping are no part of what is said of verdicts, since it has none on one side. */
function mayHaveOtherResponses(file: ComparedFile): boolean {
  switch (file.kind) {
    case "compared":
      return false;
    case "added":
    case "removed":
      return file.examples > 0;
    case "refused":
    case "unreadable":
      return true;
  }
}

/** @param changes those that nobody has accepted */
function recordedSentence(changes: readonly ExampleChange[], all: RecordedResponses): string {
  const parts = [
    ...(all.hasOthers ? ["in the mappings that have verdicts before and after"] : []),
    ...(all.accepted > 0 ? ["besides what is accepted"] : []),
    recordedClause(changes, all),
  ];
  return `${capital(parts.join(", "))}.`;
}

function recordedClause(changes: readonly ExampleChange[], { count, accepted }: RecordedResponses): string {
  if (changes.length === 0) {
    if (count === 0) return "no response is recorded in what was changed";
    if (accepted > 0) return "no recorded response gets another verdict";
    return count === 1
      ? "the recorded response keeps its verdict"
      : `all ${count} recorded responses keep their verdicts`;
  }
  const did = KINDS.flatMap((kind) => {
    const own = changes.filter(isOf(kind.money));
    return own.length === 0 ? [] : [kind.did(own)];
  });
  return `of ${counted(count, "recorded response")} ${listed(did)}`;
}

function isOf(money: MoneyChange): (change: ExampleChange) => boolean {
  return ({ before, after }) => moneyOf(before.verdict, after.verdict) === money;
}

function sales({ length }: readonly ExampleChange[]): string {
  return length === 1 ? "a sale" : "sales";
}

/** What sales became: the one outcome that all of them have now, or that they are none. */
function becoming(changes: readonly ExampleChange[]): string {
  const [outcome, ...others] = new Set(changes.map(({ after }) => after.verdict.outcome));
  const [is, does] = changes.length === 1 ? ["is", "does"] : ["are", "do"];
  if (outcome === undefined || others.length > 0) return `no longer ${does}`;
  return BECOMING[outcome](is);
}

const BECOMING: Readonly<Record<Verdict["outcome"], (is: string) => string>> = {
  // Sales that stay sales are no change of this kind.
  success: (is) => `${is} a sale`,
  reject: (is) => `${is} now rejected`,
  error: (is) => `${is} now taken for a technical failure`,
  unmapped: (is) => `${is} now known to no rule`,
};

/** Whether it is proved that money does not change hands otherwise, be that accepted. */
function touchesNoSale(file: ComparedFile): boolean {
  if (file.kind !== "compared") return false;
  const { changes, unlistedSales, undecided } = file.comparison;
  return (
    unlistedSales === 0 &&
    undecided.length === 0 &&
    changes.every(({ money }) => money === "none") &&
    file.examples.changes.every(isOf("none"))
  );
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((all, item) => all + numberOf(item), 0);
}

function capital(text: string): string {
  return text.replace(/[a-z]/, (letter) => letter.toUpperCase());
}
