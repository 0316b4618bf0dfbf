import {
  compare,
  type FileModel,
  type Linked,
  link,
  type Mapping,
  noOtherFiles,
  parse,
} from "@responses/dsl";
import { analyse, analyseAtOnce } from "@responses/dsl/editor";
import { numberedTests } from "@responses/testing/exact/numbered-tests";
import { refaTakenByOne } from "@responses/testing/exact/refa-reachability";
import { worstCases } from "@responses/testing/exact/worst-case-lists";
import { finish } from "@responses/testing/finish";
import {
  type KnownReachability,
  knownReachability,
} from "../../packages/dsl/src/reachability/known-reachability.js";
import { makeMapping } from "../mappings.mjs";
import { median, timeOnce, workedMs } from "../stopwatch.mjs";
import { bodyRules, mappingTextOf } from "./body-rules.mjs";

/*
 * What is measured in a process of its own: `size N`, `peers N` or `worst`. What comes out is printed as JSON.
 */

/** Milliseconds for a file as people write it. */
export interface OfSize {
  readonly rules: number;
  readonly reachability: number;
  /** All of an analysis: examples, reachability, every check. */
  readonly analysis: number;
  /** After the text of one rule in the middle was changed. */
  readonly recheck: number;
  readonly analysisAfterEdit: number;
  /** Comparing with the file in which five rules were edited. */
  readonly difference: number | null;
  /** Rules that are not decided. */
  readonly undecided: number;
}

/** What becomes of a list that is made to be slow. */
export interface OfWorstCase {
  readonly name: string;
  readonly rules: number;
  readonly steps: number;
  readonly mostStepsOfRule: number;
  readonly undecided: number;
  /** What is said of the last rule. */
  readonly last: string;
  readonly ms: number;
}

/** Milliseconds that each of a file's questions takes, whether a rule can decide. */
export interface OfPeers {
  readonly own: number;
  readonly refa: number;
}

const [what, number] = process.argv.slice(2);
process.stdout.write(JSON.stringify(measured()));

function measured(): OfSize | OfPeers | readonly OfWorstCase[] {
  switch (what) {
    case "size":
      return ofSize(Number(number));
    case "peers":
      return ofPeers(Number(number));
    case "worst":
      return worstCases().map(({ name, text }) => ofWorstCase(name, text));
    default:
      throw new Error(`nothing is measured that is called ${what}`);
  }
}

/** Larger files are not compared. */
const MOST_COMPARED = 10_000;

function ofSize(size: number): OfSize {
  // A small file is measured warm, a large one as a user meets it.
  const times = size <= 1000 ? 20 : 1;
  const text = makeMapping(size);
  const linked = linkedOf(text, null);
  const reachability = timeOnce(() => known(linked.mapping, null), times, workedMs);
  const analysis = timeOnce(() => analyseAtOnce(linked), times, workedMs);
  const before = known(linked.mapping, null);
  const analysed = analyseAtOnce(linked);
  const edited = [5, 2, 8, 4, 6].map((tenths) =>
    linkedOf(withTextEdited(text, ruleNear((size * tenths) / 10)), linked.mapping.file),
  );
  const other = linkedOf(editedFiveTimes(text, size), null).mapping;
  return {
    rules: linked.mapping.rules.length,
    reachability,
    analysis,
    recheck: median(edited.map(({ mapping }) => timeOnce(() => known(mapping, before), 1, workedMs))),
    analysisAfterEdit: median(
      edited.map((after) => timeOnce(() => finish(analyse(after, analysed)), 1, workedMs)),
    ),
    difference: size > MOST_COMPARED ? null : timeOnce(() => compare(linked.mapping, other), times, workedMs),
    undecided: before.rules.filter(({ answer }) => answer.kind === "undecided").length,
  };
}

function known({ rules }: Mapping, before: KnownReachability | null): KnownReachability {
  const models = rules.map(({ model }) => model);
  return finish(knownReachability(models, before));
}

/** A rule that looks for a keyword (`makeMapping`), by its number. */
function ruleNear(place: number): number {
  return Math.max(1, Math.floor(place / 10) * 10 - 9);
}

/** The mapping with another text in the rule. */
function withTextEdited(text: string, rule: number): string {
  return replaced(text, `"field ${rule} is missing"`, `"field ${rule} was missing"`);
}

/** Two texts changed, one rule gone, one that gives another label, one that comes first. */
function editedFiveTimes(text: string, size: number): string {
  const [a, b, gone, relabelled] = [1, 3, 5, 7].map((tenths) => ruleNear((size * tenths) / 10));
  const moved = ruleNear((size * 9) / 10);
  const edited = [a, b].reduce<string>((one, rule) => withTextEdited(one, rule ?? 1), text);
  const without = [gone, moved].reduce<string>(
    (one, rule) => replaced(one, `${keywordRule(rule ?? 1)}\n`, ""),
    edited,
  );
  const labelled = replaced(without, `as "Reason ${relabelled}"\n`, 'as "Another reason"\n');
  return replaced(labelled, "\nsuccess ", `\n${keywordRule(moved)}\nsuccess `);
}

function keywordRule(rule: number): string {
  return `reject keyword "field ${rule} is missing" as "Reason ${rule}"`;
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the benchmark's mapping has no ${from}`);
  return text.replace(from, () => to);
}

function linkedOf(text: string, previous: FileModel | null): Linked & { readonly kind: "mapping" } {
  const linked = link(parse("benchmark.responses", text, previous), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the benchmark's mapping is refused");
  return linked;
}

/** The same rules, which ask for the body alone, in both ways. */
function ofPeers(count: number): OfPeers {
  const { mapping } = linkedOf(mappingTextOf(bodyRules(count)), null);
  const { asked, lists } = numberedTests([mapping]);
  const own = timeOnce(() => known(mapping, null), 20, workedMs);
  const refa = timeOnce(() => refaTakenByOne(lists[0] ?? [], asked), 1, workedMs);
  return { own: own / count, refa: refa / count };
}

function ofWorstCase(name: string, text: string): OfWorstCase {
  const { mapping } = linkedOf(text, null);
  let rules: KnownReachability["rules"] = [];
  const ms = timeOnce(
    () => {
      rules = known(mapping, null).rules;
    },
    1,
    workedMs,
  );
  const steps = rules.map((rule) => rule.steps);
  const last = rules.at(-1)?.answer;
  return {
    name,
    rules: rules.length,
    steps: steps.reduce((sum, some) => sum + some, 0),
    mostStepsOfRule: Math.max(...steps),
    undecided: rules.filter(({ answer }) => answer.kind === "undecided").length,
    last: last === undefined ? "" : last.kind === "undecided" ? "not decided" : last.kind,
    ms,
  };
}
