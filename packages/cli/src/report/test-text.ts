import { type Rule, writeVerdict } from "@responses/dsl";
import {
  type CoveredPart,
  counted,
  listed,
  quoted,
  responseText,
  subjectOf,
  traceRule,
  writeExpectedVerdict,
} from "@responses/dsl/editor";
import { codeFrame } from "@responses/reporting";
import { NO_RESPONSE_KNOWN } from "../annotations/coverage-annotations.js";
import type { PartCoverage } from "../runs/part-coverage.js";
import type { UncoveredRule } from "../runs/rule-coverage.js";
import { passes, type TestedExample, type TestedFile, type TestReport } from "../runs/test-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { errorLines, findingLines } from "./finding-text.js";
import { placeOf } from "./statement-place.js";
import { printFor, ruleLines } from "./trace.js";

const EXPLAINED =
  "responses match MAPPING --explain BODYFILE tells of a response, rule by rule, why it gets its verdict";

/** `responses test`: a line a file, what failed, and with coverage the rules that no example decides. */
export function testAsText(report: TestReport, withCoverage: boolean, page: Page): readonly string[] {
  const { files } = report;
  const failures = files.flatMap((file) => failureLines(file, page));
  return [
    ...errorLines(report, page),
    ...failures,
    ...(failures.length === 0 ? [] : [page.style.dim(EXPLAINED), ""]),
    ...files.map((file) => fileLine(file, page)),
    ...(withCoverage ? coverageLines(report, page) : []),
    "",
  ];
}

/**
 * How many of the rules the examples decide, and the others with their places, each with an example to be pasted; then the captures
 * that no example says anything of.
 */
export function coverageLines(report: TestReport, page: Page): readonly string[] {
  const { files, uncheckedCaptures, sourceOf } = report;
  const { style } = page;
  const tested = files.filter(({ isRefused }) => !isRefused);
  const rules = tested.reduce((sum, file) => sum + file.rules, 0);
  const undecided = tested.flatMap((file) => file.undecided);
  const unreachable = tested.flatMap((file) => file.unreachable);
  const left = rules - undecided.length - unreachable.length;
  const uncovered = tested.flatMap(({ parts }) => parts.uncovered);
  // What says that no example checks a capture also says that none has it.
  const unchecked = new Set(uncheckedCaptures.map(({ finding: { file, span } }) => `${span.start} ${file}`));
  const isUnchecked = ({ of, span }: CoveredPart): boolean =>
    unchecked.has(`${of.statement.start + span.from} ${of.file.path}`);
  const isMadeUp = undecided.some(({ example }) => example !== null);
  return [
    "",
    style.bold(`coverage: examples decide ${left} of ${counted(rules, "rule")}`),
    ...partCounts(tested.map(({ parts }) => parts)),
    ...headed(style.yellow("no example decides:"), undecided, (one) => uncoveredLines(one, page)),
    ...(isMadeUp ? [style.dim(MADE_UP)] : []),
    ...headed(style.red("no example can decide, and responses check says why:"), unreachable, (rule) =>
      rulePlace(rule, page),
    ),
    ...PART_KINDS.flatMap(({ kind, heading }) => {
      const left = uncovered.filter((part) => part.kind === kind && !isUnchecked(part));
      return headed(style.yellow(heading), left, (part) => partPlace(part, page));
    }),
    ...headed(style.yellow("no example checks:"), uncheckedCaptures, (one) =>
      findingLines(one, sourceOf, page),
    ),
  ];
}

/** What can be left out besides rules, and how that is said. */
const PART_KINDS = [
  {
    kind: "capture",
    heading: "no example fills these captures:",
    count: (covered: number, all: number) => `fill ${covered} of ${counted(all, "capture")}`,
  },
  {
    kind: "label",
    heading: "no example gives these labels, which are fields:",
    count: (covered: number, all: number) =>
      `give ${covered} of ${counted(all, "label from a field", "labels from fields")}`,
  },
  {
    kind: "member",
    heading: "no example needs these, each one of several:",
    count: (covered: number, all: number) => `need ${covered} of ${all} members of lists`,
  },
] as const satisfies readonly {
  readonly kind: CoveredPart["kind"];
  readonly heading: string;
  readonly count: (covered: number, all: number) => string;
}[];

/** How much the examples cover of what there is besides rules; nothing where there is nothing else. */
function partCounts(parts: readonly PartCoverage[]): readonly string[] {
  const told = PART_KINDS.flatMap(({ kind, count }) => {
    const all = parts.reduce((sum, { counts }) => sum + counts[kind], 0);
    const left = parts.reduce(
      (sum, { uncovered }) => sum + uncovered.filter((part) => part.kind === kind).length,
      0,
    );
    return all === 0 ? [] : [count(all - left, all)];
  });
  return told.length === 0 ? [] : [`they ${listed(told)}`];
}

function partPlace({ of, span }: CoveredPart, page: Page): readonly string[] {
  const { start } = of.statement;
  return [
    placeOf(of),
    ...codeFrame(of.file.tree.source, { start: start + span.from, end: start + span.to }, page),
  ];
}

/** Things below a line that says what they have in common; nothing where there are none. */
function headed<One>(
  heading: string,
  all: readonly One[],
  linesOf: (one: One) => readonly string[],
): readonly string[] {
  return all.length === 0 ? [] : [heading, ...all.flatMap(linesOf)];
}

const MADE_UP =
  "these examples can be pasted into the file; their responses are made up and named so, and one that the system really gave says more";

function uncoveredLines({ rule, example }: UncoveredRule, page: Page): readonly string[] {
  const ready = example === null ? [`  ${NO_RESPONSE_KNOWN}`] : example.split("\n").map(safe);
  return [...rulePlace(rule, page), ...ready];
}

/** A rule's place, and its first line. */
function rulePlace(rule: Rule, page: Page): readonly string[] {
  const { start, syntax } = rule.statement;
  const span = { start: start + syntax.span.from, end: start + syntax.span.to };
  return [placeOf(rule), ...codeFrame(rule.file.tree.source, span, page).slice(0, 1)];
}

function fileLine({ path, examples, rules, isRefused }: TestedFile, { style }: Page): string {
  const failed = examples.filter((example) => !passes(example)).length;
  const mark =
    failed > 0 || isRefused ? style.red("✗") : examples.length === 0 ? style.dim("-") : style.green("✓");
  const count = counted(examples.length, "example");
  const counts = isRefused
    ? `${count}, ${failed > 0 ? `${failed} failed: ` : ""}not run, since the mapping has errors`
    : failed > 0
      ? `${count}, ${failed} failed`
      : examples.length > 0
        ? count
        : rules > 0
          ? `no examples (${counted(rules, "rule")})`
          : "no rules and no examples";
  return `${mark} ${safe(path)}  ${style.dim(counts)}`;
}

function failureLines(file: TestedFile, page: Page): readonly string[] {
  if (file.isRefused) return [];
  return file.examples
    .filter((example) => !passes(example))
    .flatMap((example) => [...failedExample(example, page), ""]);
}

function failedExample(
  { example, result, below, near, asked, noCapture }: TestedExample,
  page: Page,
): readonly string[] {
  if (result === null) return [];
  const { style } = page;
  const { name, status, body, verdict } = example.model;
  const { difference, decidedBy } = result;
  const title = `${style.red("✗")} ${style.bold(placeOf(example))}${name === null ? "" : ` ${safe(name)}`}`;
  const compared: readonly (readonly [string, string])[] =
    difference?.kind === "capture"
      ? [
          ["expected", `${safe(difference.name)} ${quoted(difference.expected)}`],
          [
            "actual",
            difference.actual === null
              ? (noCapture ?? `there is no ${difference.name}`)
              : `${safe(difference.name)} ${quoted(difference.actual)}`,
          ],
        ]
      : [
          ["expected", writeExpectedVerdict(verdict)],
          ["actual", writeVerdict(result.verdict)],
        ];
  const head = [
    title,
    `  response  ${responseText(status, body)}`,
    ...compared.map(([what, text]) => `  ${what.padEnd(9)} ${safe(text)}`),
  ];
  const subject = subjectOf(example.model);
  const print = printFor(subject, page);
  const linesOf = (rule: Rule) => ruleLines(traceRule(rule, subject), print);
  const nearly = [
    ...(near === null ? [] : ["  nearly holds", ...linesOf(near.rule)]),
    ...(asked?.kind === "single" ? ["  would give what is expected", ...linesOf(asked.rule)] : []),
    ...(asked?.kind === "none" ? [`  no rule gives ${safe(writeExpectedVerdict(verdict))}`] : []),
  ];
  if (decidedBy === null) return [...head, "  no rule holds for this response", ...nearly];
  const meant =
    below === null ? [] : ["  would give what is expected, but is further down", ...linesOf(below)];
  return [...head, "  decided by", ...linesOf(decidedBy), ...meant, ...nearly];
}
