import type { DifferingPart, MoneyChange, Rule, Verdict, VerdictChange } from "@responses/dsl";
import {
  type ComparedMappings,
  changesVerdicts,
  type ExampleChange,
  responseParts,
  ruleAt,
  ruleOnOneLine,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { BaseName } from "../../workspace/bases/base-mappings.js";
import { shortened } from "../presentation/bounded-text.js";
import { locationOfRule } from "../presentation/rule-locations.js";
import { staleText } from "../presentation/stale-note.js";
import { type ComparedDocument, lineBefore } from "./compared-document.js";
import { comparisonPage, notComparedPage } from "./comparison-page.js";
import { type RuleNote, ruleNotes } from "./rule-notes.js";

/** A rule of one side. */
export interface ReportedRule {
  /** As its file writes it, on one line. */
  readonly text: string;
  /** The file as findings call it, and the line there, from 1. */
  readonly file: string;
  readonly line: number;
  /** Null for a rule that is not in the text as it is now. */
  readonly location: Location | null;
}

/** What one side says of a response; the rule is null where none holds. */
export interface ReportedDecision {
  readonly verdict: Verdict;
  readonly rule: ReportedRule | null;
}

/** A group of responses that get another verdict, with one of them. */
export interface ReportedChange {
  readonly money: MoneyChange;
  readonly differs: DifferingPart;
  readonly before: ReportedDecision;
  readonly after: ReportedDecision;
  readonly witness: { readonly status: number | null; readonly body: string };
  /** Whether an example has the witness; it is made up otherwise. */
  readonly recorded: boolean;
}

/** A recorded response that gets another verdict. */
export interface ReportedExampleChange {
  readonly name: string | null;
  readonly recordedIn: ExampleChange["recordedIn"];
  readonly before: ReportedDecision;
  readonly after: ReportedDecision;
  readonly response: { readonly status: number | null; readonly body: string };
}

/** As many of several as are told of, and how many there are. */
export interface Shown<One> {
  readonly count: number;
  readonly shown: readonly One[];
}

/** In what the text as it is now differs from what HEAD has, or from what is saved. */
export type ComparisonResult =
  | {
      readonly kind: "compared";
      readonly version: number | null;
      readonly base: BaseName;
      /** The whole name of the commit; null of what is saved. */
      readonly commit: string | null;
      /** What the file was called there, if it was renamed since. */
      readonly formerly: string | null;
      /** `same`: no response changes its verdict, proved. */
      readonly result: "differs" | "undecided" | "same";
      /** Says that what is compared is the mapping of before a statement was broken; null for that of the text as it is. */
      readonly asItWas: string | null;
      /** The most important first. */
      readonly changes: Shown<ReportedChange>;
      /** Groups that were not gone through, since enough others of the same rule are among the changes. */
      readonly unlisted: number;
      /** Those of them whose outcome would become success, or be it no more. */
      readonly unlistedSales: number;
      readonly examples: Shown<ReportedExampleChange>;
      /** Why something is not known, as clauses. */
      readonly undecided: Shown<string>;
      /** To be shown behind the rules responsible. */
      readonly notes: readonly RuleNote[];
      /** All of it as Markdown. */
      readonly page: string;
    }
  | {
      readonly kind: "not-compared";
      readonly version: number | null;
      readonly base: BaseName;
      /** A clause. */
      readonly reason: string;
      /** The same as Markdown. */
      readonly page: string;
    };

/** Groups and recorded answers that are told of: an answer is read by people. */
const MOST_SHOWN = 100;

export function comparisonResult(document: ComparedDocument): ComparisonResult {
  const { compared, usable, base } = document;
  const { comparison, examples } = compared;
  const reported = reportedRules(document);
  return {
    kind: "compared",
    version: document.analysed.version,
    base: base.name,
    commit: base.commit,
    formerly: base.formerly,
    result: changesVerdicts(compared) ? "differs" : comparison.undecided.length > 0 ? "undecided" : "same",
    asItWas: staleText(usable, null),
    changes: shownOf(comparison.changes, (change) => reportedChange(change, compared, reported)),
    unlisted: comparison.unlisted,
    unlistedSales: comparison.unlistedSales,
    examples: shownOf(examples.changes, (change) => reportedExample(change, compared, reported)),
    undecided: shownOf(comparison.undecided, ({ reason }) => reason),
    notes: ruleNotes(document),
    page: comparisonPage(document),
  };
}

/** The answer where there is nothing to compare, or nothing to compare it with; the reason is a clause. */
export function notCompared(analysed: AnalysedDocument, base: BaseName, reason: string): ComparisonResult {
  const page = notComparedPage(analysed, base, reason);
  return { kind: "not-compared", version: analysed.version, base, reason, page };
}

function shownOf<Item, One>(items: readonly Item[], show: (item: Item) => One): Shown<One> {
  return { count: items.length, shown: items.slice(0, MOST_SHOWN).map(show) };
}

interface ReportedRules {
  readonly before: (rule: Rule | null) => ReportedRule | null;
  readonly after: (rule: Rule | null) => ReportedRule | null;
}

function reportedRules({ analysed, usable, places }: ComparedDocument): ReportedRules {
  const textOf = (rule: Rule): string => shortened(ruleOnOneLine(rule, 400, "formatted"), 200);
  return {
    before: (rule) =>
      rule === null
        ? null
        : { text: textOf(rule), file: rule.file.path, line: lineBefore(rule), location: null },
    after: (rule) =>
      rule === null
        ? null
        : {
            text: textOf(rule),
            file: rule.file.path,
            line: usable.lineOf(rule) + 1,
            location: locationOfRule(rule, analysed, places),
          },
  };
}

function reportedChange(
  { money, differs, before, after, verdictBefore, verdictAfter, witness, isRecorded }: VerdictChange,
  { mappingBefore, mappingAfter }: ComparedMappings,
  rules: ReportedRules,
): ReportedChange {
  return {
    money,
    differs,
    before: { verdict: verdictBefore, rule: rules.before(ruleAt(mappingBefore, before)) },
    after: { verdict: verdictAfter, rule: rules.after(ruleAt(mappingAfter, after)) },
    witness: responseParts(witness),
    recorded: isRecorded,
  };
}

function reportedExample(
  { example, recordedIn, before, after }: ExampleChange,
  { mappingBefore, mappingAfter }: ComparedMappings,
  rules: ReportedRules,
): ReportedExampleChange {
  return {
    name: example.model.name,
    recordedIn,
    before: { verdict: before.verdict, rule: rules.before(ruleAt(mappingBefore, before.place)) },
    after: { verdict: after.verdict, rule: rules.after(ruleAt(mappingAfter, after.place)) },
    response: responseParts(example.model),
  };
}
