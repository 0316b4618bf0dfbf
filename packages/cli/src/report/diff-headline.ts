import type { MoneyChange } from "@responses/dsl";
import { codeSpan, counted, escapedGroups, isHardlyEver, MONEY_ORDER } from "@responses/dsl/editor";
import type { ComparedResult, DiffReport } from "../runs/diff-run.js";
import { failingInWords, standingOf } from "./diff-words.js";

/**
 * How much a comparison found, as lines of a Markdown list, the most important first; and what the words in them mean, for whoever
 * reads nothing else of the project. Empty where there is nothing to count.
 */
export function headlineBlocks(report: DiffReport): readonly string[] {
  const counts = [...groupLines(report), ...exampleLines(report), ...fileLines(report)];
  if (counts.length === 0) return [];
  return [counts.map((line) => `- ${line}`).join("\n"), ...(hasGroups(report) ? [LEGEND] : [])];
}

const LEGEND = [
  "A mapping file says what the response of a buyer means, rule by rule; the first rule that holds decides.",
  `${codeSpan("success")} is a sale that is paid for, ${codeSpan("reject")} a refusal with its reason,`,
  `${codeSpan("error")} a failure that judges nothing, and ${codeSpan("unmapped")} what no rule knows.`,
  "A group is what one rule decided before and another decides now. Its response is recorded, that is, an example in a file has it,",
  "or made up to show the difference, and then no buyer need ever send it.",
].join(" ");

function comparedOf({ files }: DiffReport): readonly ComparedResult[] {
  return files.flatMap((file) => (file.kind === "compared" ? [file] : []));
}

function hasGroups(report: DiffReport): boolean {
  return comparedOf(report).some(({ comparison }) => comparison.changes.length > 0);
}

function groupLines(report: DiffReport): readonly string[] {
  const compared = comparedOf(report);
  const all = compared.flatMap(({ comparison }) => comparison.changes);
  const changes = all.filter((change) => !isHardlyEver(change));
  const hardlyEver = all.length - changes.length;
  const unlisted = sum(compared, ({ comparison }) => comparison.unlisted);
  const sales = sum(compared, ({ comparison }) => comparison.unlistedSales);
  const undecided = sum(compared, ({ comparison }) => comparison.undecided.length);
  return [
    ...MONEY_ORDER.flatMap((money) => {
      const own = changes.filter((change) => change.money === money);
      if (own.length === 0) return [];
      const recorded = own.filter(({ isRecorded }) => isRecorded).length;
      const known = recorded === 0 ? "" : `, ${recorded} of them with a recorded response`;
      return [`${MEANINGS[money](own.length)}${known}`];
    }),
    ...(hardlyEver === 0 ? [] : [escapedGroups(hardlyEver)]),
    ...(unlisted === 0
      ? []
      : [
          `${counted(unlisted, "more group")} may change, too, ${sales === 0 ? "no sale" : counted(sales, "sale")} among them: ${codeSpan("responses diff --all")} tells`,
        ]),
    ...(undecided === 0 ? [] : [`**${counted(undecided, "group")} not decided**`]),
  ];
}

const MEANINGS: Readonly<Record<MoneyChange, (count: number) => string>> = {
  "success-lost": (count) =>
    `**${counted(count, "group")} of responses ${count === 1 ? "stops" : "stop"} counting as a sale**`,
  "success-gained": (count) =>
    `**${counted(count, "group")} of responses ${count === 1 ? "begins" : "begin"} to count as a sale**`,
  "success-captures": (count) =>
    `**${counted(count, "group")} of sales ${count === 1 ? "hands" : "hand"} back other captures** (another price, or none)`,
  none: (count) =>
    `${counted(count, "group")} of responses ${count === 1 ? "gets" : "get"} another outcome, reason or captures without a sale being touched`,
};

function exampleLines(report: DiffReport): readonly string[] {
  const compared = comparedOf(report);
  const changed = sum(compared, ({ examples }) => examples.changes.length);
  const recorded = sum(compared, ({ examples }) => examples.count);
  const touched = compared.filter(({ failing }) => failing.length > 0);
  const failing = sum(touched, (file) => file.failing.length);
  const examples = sum(touched, ({ mappingAfter }) => mappingAfter.examples.length);
  return [
    ...(changed === 0
      ? []
      : [
          `**${changed} of ${counted(recorded, "recorded response")}** ${changed === 1 ? "gets" : "get"} another verdict`,
        ]),
    ...(failing === 0 ? [] : [`**${failingInWords(failing, examples)}**`]),
  ];
}

function fileLines(report: DiffReport): readonly string[] {
  const counts = (["added", "removed"] as const).map(
    (kind) => [kind, report.files.filter((file) => file.kind === kind).length] as const,
  );
  const failed = report.files.filter((file) => standingOf(file) === "failed").length;
  return [
    ...counts.flatMap(([kind, count]) => (count === 0 ? [] : [`${counted(count, "mapping")} ${kind}`])),
    ...(failed === 0 ? [] : [`**${counted(failed, "mapping")} could not be compared**`]),
  ];
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((all, item) => all + numberOf(item), 0);
}
