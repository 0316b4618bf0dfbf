import type { MoneyChange } from "@responses/dsl";
import {
  type ComparedMappings,
  codeSpan,
  counted,
  type ExampleChange,
  escapedGroups,
  isHardlyEver,
  listed,
  MONEY_ORDER,
  meaningOf,
  moneyOf,
} from "@responses/dsl/editor";
import { type ComparedFile, type ComparedResult, newIn } from "../runs/compared-file.js";
import type { DiffReport } from "../runs/diff-run.js";
import { losesAllSales } from "../runs/mapping-alone.js";
import { partedChanges, reasonFor } from "../runs/parted-changes.js";
import { standingOf } from "../runs/standing.js";
import { countOfLost, failingInWords, newFindingsInWords } from "./diff-words.js";

/**
 * How much a comparison found, as lines of a Markdown list, the most important first; and what the words in them mean, for whoever
 * reads nothing else of the project. Empty where there is nothing to count.
 */
export function headlineBlocks(report: DiffReport): readonly string[] {
  const counts = [
    ...lostLines(report, "differs"),
    ...groupLines(report),
    ...exampleLines(report),
    ...findingLines(report),
    ...fileLines(report),
  ];
  if (counts.length === 0) return [];
  return [counts.map((line) => `- ${line}`).join("\n"), ...(hasGroups(report) ? [LEGEND] : [])];
}

const LEGEND = [
  "A mapping file says what a buyer's response means; of its rules the first that holds decides.",
  `${codeSpan("success")} is a sale that is paid for, ${codeSpan("reject")} a refusal, ${codeSpan("error")} a technical failure that`,
  `is neither, ${codeSpan("unmapped")} a response that no rule knows. Recorded responses are examples in the file;`,
  "a made-up one stands for a whole kind of responses, of which a buyer may send many or none.",
].join(" ");

function comparedOf({ files }: DiffReport): readonly (ComparedFile & ComparedResult)[] {
  return files.flatMap((file) => (file.kind === "compared" ? [file] : []));
}

function hasGroups(report: DiffReport): boolean {
  return comparedOf(report).some(({ comparison }) => comparison.changes.length > 0);
}

function groupLines(report: DiffReport): readonly string[] {
  const parted = comparedOf(report).map((file) => partedChanges(file, report.acceptance));
  const open = parted.map((one) => one.open);
  const all = open.flatMap(({ comparison }) => comparison.changes);
  const changes = all.filter((change) => !isHardlyEver(change));
  const hardlyEver = all.filter(isHardlyEver);
  const unlisted = sum(open, ({ comparison }) => comparison.unlisted);
  const sales = sum(open, ({ comparison }) => comparison.unlistedSales);
  const undecided = sum(open, ({ comparison }) => comparison.undecided.length);
  return [
    ...MONEY_ORDER.flatMap((money) => {
      const recorded = sum(open, ({ examples }) => examples.changes.filter(isOfMoney(money)).length);
      const madeUp = changes.filter((change) => change.money === money && !change.isRecorded).length;
      if (recorded + madeUp === 0) return [];
      const counts = [
        ...(recorded === 0 ? [] : [counted(recorded, "recorded response")]),
        ...(madeUp === 0 ? [] : [recorded === 0 ? counted(madeUp, "made-up response") : `${madeUp} made-up`]),
      ];
      return [`${MEANINGS[money]}: ${listed(counts)}`];
    }),
    ...(hardlyEver.length === 0 ? [] : [escapedGroups(hardlyEver)]),
    ...(unlisted === 0
      ? []
      : [
          `${counted(unlisted, "more difference")} of the same rules are possible, ${sales === 0 ? "none" : sales} of them with sales: ${codeSpan("responses diff --all")} tells`,
        ]),
    ...acceptedLines(parted.map(({ accepted }) => accepted)),
    ...(undecided === 0 ? [] : [`**${counted(undecided, "group")} not decided**`]),
  ];
}

/** Mappings that went with all their sales, which counts most. */
function lostLines(report: DiffReport, standing: "differs" | "accepted"): readonly string[] {
  const lost = countOfLost(report, standing);
  if (lost === 0) return [];
  const accepted = standing === "accepted" ? ", and accepted" : "";
  return [
    `**${counted(lost, "mapping")} removed, and all ${lost === 1 ? "its" : "their"} sales lost**${accepted}`,
  ];
}

function acceptedLines(accepted: readonly ComparedMappings[]): readonly string[] {
  const groups = sum(accepted, ({ comparison }) => comparison.changes.length);
  const recorded = sum(accepted, ({ examples }) => examples.changes.length);
  if (groups === 0) return [];
  const which = recorded === 0 ? "" : `, ${counted(recorded, "recorded response")} among them`;
  const sales = MONEY_ORDER.flatMap((money) => {
    const count = sum(
      accepted,
      ({ comparison }) => comparison.changes.filter((one) => one.money === money).length,
    );
    return money === "none" || count === 0 ? [] : [`${count} ${meaningOf({ money, differs: "outcome" })}`];
  });
  return [
    `${counted(groups, "group")} of responses ${groups === 1 ? "is" : "are"} accepted${which}${sales.length === 0 ? "" : `: **${listed(sales)}**`}`,
  ];
}

function isOfMoney(money: MoneyChange): (change: ExampleChange) => boolean {
  return ({ before, after }) => moneyOf(before.verdict, after.verdict) === money;
}

/** What becomes of responses. */
const MEANINGS: Readonly<Record<MoneyChange, string>> = {
  "success-lost": "**No longer counted as a sale**",
  "success-gained": "**Now counted as a sale, and not before**",
  "success-captures": "**Sales with other captures**, such as another price",
  none: "Another outcome, label or captures, and no sale depends on it",
};

function exampleLines(report: DiffReport): readonly string[] {
  const touched = report.files.filter((file) => newIn(file).failing.length > 0);
  const failing = touched.flatMap((file) => newIn(file).failing);
  const examples = sum(touched, examplesIn);
  return failing.length === 0 ? [] : [`**${failingInWords(failing, examples)}**`];
}

function examplesIn(file: ComparedFile): number {
  if (file.kind === "compared") return file.mappingAfter.examples.length;
  return file.kind === "added" ? (file.mapping?.examples.length ?? 0) : 0;
}

function findingLines(report: DiffReport): readonly string[] {
  const found = report.files.flatMap((file) => newIn(file).newFindings);
  return found.length === 0 ? [] : [`**${newFindingsInWords(found)}**`];
}

function fileLines(report: DiffReport): readonly string[] {
  const { files, acceptance } = report;
  const countOf = (isCounted: (file: ComparedFile) => boolean): number => files.filter(isCounted).length;
  const kinds: readonly (readonly [what: string, isOfKind: (file: ComparedFile) => boolean])[] = [
    ["added", ({ kind }) => kind === "added"],
    ["removed", (file) => file.kind === "removed" && !losesAllSales(file)],
    ["left out now", ({ leftOut }) => leftOut === "after"],
  ];
  const failed = countOf((file) => standingOf(file, acceptance) === "failed");
  return [
    ...lostLines(report, "accepted"),
    ...kinds.flatMap(([what, isOfKind]) => {
      const isAccepted = (file: ComparedFile): boolean => reasonFor(acceptance, file) !== null;
      const open = countOf((file) => isOfKind(file) && !isAccepted(file));
      const accepted = countOf((file) => isOfKind(file) && isAccepted(file));
      return [
        ...(open === 0 ? [] : [`${counted(open, "mapping")} ${what}`]),
        ...(accepted === 0 ? [] : [`${counted(accepted, "mapping")} ${what}, and accepted`]),
      ];
    }),
    ...(failed === 0 ? [] : [`**${counted(failed, "mapping")} could not be compared**`]),
  ];
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((all, item) => all + numberOf(item), 0);
}
