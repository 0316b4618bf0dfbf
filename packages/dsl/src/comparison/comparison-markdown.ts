import { writeExpectedVerdict } from "../explain/expected-verdict.js";
import { responseText } from "../explain/response-text.js";
import { ruleOnOneLine } from "../explain/rule-text.js";
import { codeSpan } from "../findings/code-span.js";
import { counted, listed } from "../findings/counted.js";
import { visible } from "../findings/quoted.js";
import { largestOf } from "../incremental/long-lists.js";
import type { Response } from "../matching/response.js";
import { type Verdict, writeVerdict } from "../matching/verdict.js";
import type { Example, Rule } from "../model/mapping.js";
import { beginningOfText } from "../text/beginning-of-text.js";
import type { ComparedMappings } from "./compared-mappings.js";
import type { UndecidedChange, VerdictChange } from "./comparison.js";
import {
  conclusionOf,
  MADE_UP,
  meaningOf,
  meaningOfExample,
  recordedWitness,
  responseParts,
  ruleAt,
  SAME_FOR_ALL,
  unlistedInWords,
  verdictsInWords,
} from "./comparison-words.js";
import { isHardlyEver } from "./escaped-bodies.js";
import { escapedGroups } from "./escaped-groups.js";
import type { ExampleChange } from "./example-changes.js";
import { isOfOneMeaning } from "./one-meaning.js";
import { type RuleEdit, type RuleEdits, ruleEdits } from "./rule-edits.js";

/** How much of one comparison is shown, so that what stands behind it is read, too. */
interface Shown {
  readonly edits: number;
  readonly groups: number;
  readonly escaped: number;
  readonly examples: number;
  readonly undecided: number;
}

const SHOWN: Shown = { edits: 12, groups: 20, escaped: 3, examples: 10, undecided: 10 };
const WHOLE: Shown = {
  edits: Infinity,
  groups: Infinity,
  escaped: Infinity,
  examples: Infinity,
  undecided: Infinity,
};

const LONGEST_RULE = 200;

/** Files that a sentence names at most. */
const NAMED_FILES = 3;

/** Edits of which it is asked whether they change anything, at most: each is compared by itself. */
const MOST_ASKED = 60;

/** Where a statement stands, in Markdown, as `line 7`. */
type PlaceInWords = (stated: Rule | Example) => string;

/** What a comparison is written with. */
export interface ComparisonToWrite {
  readonly compared: ComparedMappings;
  /** Where a statement of the old mapping stands, and one of the new. */
  readonly placeBefore: PlaceInWords;
  readonly placeAfter: PlaceInWords;
  /** The examples of the new mapping that fail in it. */
  readonly failing: readonly FailingInWords[];
  /** Whether the edits of an included file, by its path, are shown where it is told itself. */
  readonly isShownElsewhere: (path: string) => boolean;
  /** What else is known of the edits: blocks that stand below what they do. */
  readonly belowEdits: readonly string[];
  /** Whether `compared` has all that changes, so that an edit of which nothing is told there does nothing. */
  readonly isWhole: boolean;
  /** Whether nothing is to be left out, however much there is. */
  readonly tellsAll: boolean;
}

interface FailingInWords {
  readonly example: Example;
  readonly verdict: Verdict;
  /** Whether it failed before, too. */
  readonly failedBefore: boolean;
}

/**
 * In what two mappings differ, as blocks of Markdown: the rules that were edited, and edit by edit the responses that get another
 * verdict because of it, the most important first; one sentence where nothing differs. Every text of a file is code, so that nothing
 * in it comes to life.
 */
export function comparisonAsMarkdown(written: ComparisonToWrite): readonly string[] {
  return new ComparisonWriter(written).blocks();
}

/**
 * The groups of a comparison by themselves, a line of a Markdown list each: what it means, both verdicts with the rules that give them, and
 * a response. Then the recorded responses that no group was told with.
 *
 * @param headOf what stands before a group, in Markdown
 */
export function groupsAsMarkdown(
  written: ComparisonToWrite,
  headOf: (deciders: Pick<VerdictChange, "before" | "after">) => string,
): readonly string[] {
  const writer = new ComparisonWriter(written);
  const groups = written.compared.comparison.changes.map(
    (change) => `- ${headOf(change)}${writer.groupText(change)}`,
  );
  const recorded = writer.untoldExamples().map((change) => {
    const deciders = { before: change.before.place, after: change.after.place };
    return `- ${headOf(deciders)}${writer.exampleChangeText(change)}`;
  });
  return [...groups, ...recorded];
}

class ComparisonWriter {
  readonly #written: ComparisonToWrite;
  readonly #edits: RuleEdits;
  readonly #shown: Shown;
  readonly #failing: ReadonlyMap<Example, FailingInWords>;
  /** Examples that were told with a group. */
  readonly #told = new Set<Example>();

  constructor(written: ComparisonToWrite) {
    const { compared, failing, tellsAll } = written;
    this.#written = written;
    this.#edits = ruleEdits(compared.mappingBefore, compared.mappingAfter);
    this.#shown = tellsAll ? WHOLE : SHOWN;
    this.#failing = new Map(failing.map((one) => [one.example, one]));
  }

  blocks(): readonly string[] {
    const { compared, belowEdits } = this.#written;
    if (conclusionOf(compared) === SAME_FOR_ALL)
      return [asSentence(SAME_FOR_ALL), ...belowEdits, ...this.#failingBlock()];
    const { changes, unlisted, undecided } = compared.comparison;
    const escaped = changes.filter(isHardlyEver);
    const likely = changes.filter((change) => !isHardlyEver(change));
    const shown = likely.slice(0, this.#shown.groups);
    const more = likely.length - shown.length;
    // Of the examples those are left that no group tells.
    const groups = this.#groupBlocks(shown);
    const [recordedSales, recordedOthers] = this.#exampleBlocks();
    return [
      ...this.#editsBlock(),
      ...recordedSales,
      ...groups,
      ...(more > 0 ? [`- and ${counted(more, "more kind")} of response`] : []),
      ...(unlisted > 0 ? [`- ${unlistedInWords(compared.comparison)}`] : []),
      ...recordedOthers,
      ...this.#failingBlock(),
      ...belowEdits,
      ...this.#listBlock(`- ${escapedGroups(escaped)}:`, escaped, this.#shown.escaped, (change) =>
        this.#groupLine(change),
      ),
      ...this.#listBlock("- **Not decided**:", undecided, this.#shown.undecided, (one) =>
        this.#undecidedLine(one),
      ),
    ];
  }

  /** The edited rules as a patch shows lines. */
  #editsBlock(): readonly string[] {
    const { mappingBefore, mappingAfter } = this.#written.compared;
    const { own: edits, elsewhere } = this.#partedEdits();
    const files = [...new Set(elsewhere.values())];
    const note = `${counted(elsewhere.size, "rule")} edited in ${listed(files.slice(0, NAMED_FILES).map((path) => codeSpan(path)))}${files.length > NAMED_FILES ? ` and ${files.length - NAMED_FILES} more files` : ""}, shown there.`;
    const others = elsewhere.size === 0 ? [] : [note];
    if (edits.length === 0) return others;
    const shown = edits.slice(0, this.#shown.edits);
    const lines = shown.flatMap(({ before, after }) => [
      ...writtenRules("-", ruleAt(mappingBefore, before)),
      ...writtenRules("+", ruleAt(mappingAfter, after)),
    ]);
    const more = edits.length - shown.length;
    return [
      [
        `${counted(edits.length, "rule")} edited:`,
        codeBlock("diff", lines),
        ...(more > 0 ? [`and ${counted(more, "more edited rule")}.`] : []),
        ...this.#idleBlock(shown),
        ...others,
      ].join("\n\n"),
    ];
  }

  /** The edits that are shown here, and those that are shown with an included file, with its path. */
  #partedEdits(): { readonly own: readonly RuleEdit[]; readonly elsewhere: ReadonlyMap<RuleEdit, string> } {
    const { compared, isShownElsewhere } = this.#written;
    const { mappingBefore, mappingAfter } = compared;
    const elsewhere = new Map<RuleEdit, string>();
    for (const edit of this.#edits.edits) {
      const rules = [ruleAt(mappingBefore, edit.before), ruleAt(mappingAfter, edit.after)];
      const [path, ...others] = new Set(rules.flatMap((rule) => (rule === null ? [] : [rule.file.path])));
      const isOwn = path === mappingAfter.file.path || path === mappingBefore.file.path;
      // One that goes from one file to another is no edit of either by itself.
      if (path !== undefined && others.length === 0 && !isOwn && isShownElsewhere(path))
        elsewhere.set(edit, path);
    }
    return { own: this.#edits.edits.filter((edit) => !elsewhere.has(edit)), elsewhere };
  }

  /** Edits that change nothing: whoever looks for what they do would look in vain. */
  #idleBlock(shown: readonly RuleEdit[]): readonly string[] {
    const { compared, isWhole, placeBefore, placeAfter } = this.#written;
    const { changes, unlisted, undecided } = compared.comparison;
    const busy = new Set(changes.flatMap((change) => this.#edits.editsOfDeciders(change)));
    const isKnown = isWhole && busy.size > 0 && unlisted === 0 && undecided.length === 0;
    const idle = shown.slice(0, MOST_ASKED).flatMap((edit) => {
      if (!(isKnown && !busy.has(edit)) && !isOfOneMeaning(edit, compared)) return [];
      const now = ruleAt(compared.mappingAfter, edit.after);
      const old = ruleAt(compared.mappingBefore, edit.before);
      if (now !== null) return [placeAfter(now)];
      return old === null ? [] : [`${OLD}${placeBefore(old)}`];
    });
    return idle.length === 0 ? [] : [`The edit of ${listed(idle)} changes no verdict.`];
  }

  /** The groups, those of one edit together: the edit of the most important one comes first. */
  #groupBlocks(shown: readonly VerdictChange[]): readonly string[] {
    const byCause = new Map<RuleEdit | null, VerdictChange[]>();
    for (const change of shown) {
      const cause = this.#edits.causeOf(change);
      const own = byCause.get(cause) ?? [];
      own.push(change);
      byCause.set(cause, own);
    }
    return [...byCause].map(([cause, own]) =>
      [`- ${this.#causeText(cause)}:`, ...own.map((change) => this.#groupLine(change))].join("\n"),
    );
  }

  #causeText(cause: RuleEdit | null): string {
    const { compared, placeBefore, placeAfter } = this.#written;
    const now = cause === null ? null : ruleAt(compared.mappingAfter, cause.after);
    if (now !== null) return `Because of ${placeAfter(now)}, ${codeSpan(ruleText(now), LONGEST_RULE)}`;
    const old = cause === null ? null : ruleAt(compared.mappingBefore, cause.before);
    if (old === null) return "Though the rules that decide were not edited";
    return `Because ${codeSpan(ruleText(old), LONGEST_RULE)} is gone (${OLD}${placeBefore(old)})`;
  }

  #groupLine(change: VerdictChange): string {
    return `  - ${this.groupText(change)}`;
  }

  /** A group: what it means, both verdicts with the rules that give them, and a response. */
  groupText(change: VerdictChange): string {
    const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
    const response = `for example ${exampleText(change.witness)}, ${this.#originText(change)}`;
    const { before, after } = this.#deciders(change);
    return `**${capitalised(meaningOf(change))}**: ${codeSpan(old)} (${before}) → ${codeSpan(now)} (${after}), ${response}`;
  }

  /** Where the rules that decide stand. */
  #deciders({ before, after }: Pick<VerdictChange, "before" | "after">) {
    const { compared, placeBefore, placeAfter } = this.#written;
    const old = ruleAt(compared.mappingBefore, before);
    const now = ruleAt(compared.mappingAfter, after);
    const unedited = before === null ? null : ruleAt(compared.mappingAfter, this.#edits.unedited(before));
    return {
      before: old === null ? NO_RULE : unedited === null ? `${OLD}${placeBefore(old)}` : placeAfter(unedited),
      after: now === null ? NO_RULE : placeAfter(now),
    };
  }

  /** Where somebody has recorded the witness; of a made-up one that it is. */
  #originText(change: VerdictChange): string {
    const recorded = recordedWitness(change, this.#written.compared);
    if (recorded === null) return MADE_UP;
    this.#told.add(recorded.example);
    const fails = this.#failing.get(recorded.example);
    return `recorded as ${this.#exampleText(recorded)}${fails === undefined ? "" : failsText(fails)}`;
  }

  /** An example by its place and its name. */
  #exampleText({ example, recordedIn }: Pick<ExampleChange, "example" | "recordedIn">): string {
    const { placeBefore, placeAfter } = this.#written;
    const place = (recordedIn === "before" ? placeBefore : placeAfter)(example);
    const { name } = example.model;
    const where = recordedIn === "before" ? `${OLD}${place}` : place;
    return name === null ? `the example in ${where}` : `the example ${codeSpan(name)} in ${where}`;
  }

  /** The recorded responses that no group was told with so far. */
  untoldExamples(): readonly ExampleChange[] {
    return this.#written.compared.examples.changes.filter(({ example }) => !this.#told.has(example));
  }

  /** The recorded responses that no group was told with: sales, and the others. */
  #exampleBlocks(): readonly [sales: readonly string[], others: readonly string[]] {
    const { changes, count } = this.#written.compared.examples;
    const untold = this.untoldExamples();
    const other = untold.length < changes.length ? "other " : "";
    const blockOf = (some: readonly ExampleChange[], what: string): readonly string[] => {
      const head = `- **${some.length} ${other}of ${counted(count, "recorded response")}** ${some.length === 1 ? "gets" : "get"} another verdict${what}:`;
      return this.#listBlock(head, some, this.#shown.examples, (change) => {
        this.#told.add(change.example);
        return `  - ${this.exampleChangeText(change)}`;
      });
    };
    const isSale = (change: ExampleChange): boolean => meaningOfExample(change) !== null;
    const others = untold.filter((change) => !isSale(change));
    return [
      blockOf(
        untold.filter(isSale),
        others.length < untold.length && others.length > 0 ? ", and sales with it" : "",
      ),
      blockOf(others, ""),
    ];
  }

  /** A recorded response, with both verdicts and what it means. */
  exampleChangeText(change: ExampleChange): string {
    const [old, now] = verdictsInWords(change.before.verdict, change.after.verdict);
    const meaning = meaningOfExample(change);
    const fails = this.#failing.get(change.example);
    return `${this.#exampleText(change)}: ${codeSpan(old)} → ${codeSpan(now)}${meaning === null ? "" : `, ${meaning}`}${fails === undefined ? "" : failsText(fails)}`;
  }

  /** The examples that fail and were not told yet. */
  #failingBlock(): readonly string[] {
    const others = [...this.#failing.values()].filter(({ example }) => !this.#told.has(example));
    const other = others.length < this.#failing.size ? "other " : "";
    const head = `- **${counted(others.length, `${other}example`)} ${others.length === 1 ? "fails" : "fail"}**:`;
    return this.#listBlock(head, others, this.#shown.examples, (failing) => {
      const { example, verdict, failedBefore } = failing;
      const before = failedBefore ? ", and failed before" : "";
      return `  - ${this.#exampleText({ example, recordedIn: "after" })} expects ${codeSpan(writeExpectedVerdict(example.model.verdict))} and gets ${codeSpan(writeVerdict(verdict))}${before}`;
    });
  }

  #undecidedLine(change: UndecidedChange): string {
    const { before, after } = this.#deciders(change);
    const rules = before === NO_RULE && after === NO_RULE ? "" : `${before} → ${after}: `;
    return `  - ${rules}${codeSpan(change.reason)}`;
  }

  /** A list below a head; nothing where there is nothing to list. */
  #listBlock<Item>(
    head: string,
    items: readonly Item[],
    most: number,
    lineOf: (item: Item) => string,
  ): readonly string[] {
    if (items.length === 0) return [];
    const more = items.length - most;
    const lines = items.slice(0, most).map(lineOf);
    return [[head, ...lines, ...(more > 0 ? [`  - and ${more} more`] : [])].join("\n")];
  }
}

const NO_RULE = "no rule";

/** Before a place of the older side, as patches number lines. */
const OLD = "old ";

/** A clause as a sentence. */
export function asSentence(clause: string): string {
  return `${capitalised(clause)}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function failsText({ example, failedBefore }: FailingInWords): string {
  const expected = codeSpan(writeExpectedVerdict(example.model.verdict));
  return `, which expects ${expected} and ${failedBefore ? "fails as before" : "now fails"}`;
}

function exampleText(response: Response): string {
  const { status, body } = responseParts(response);
  if (body !== "") return codeSpan(responseText(status, body));
  return status === null ? "an empty body" : `${codeSpan(`${status}`)} with an empty body`;
}

function ruleText(rule: Rule): string {
  return ruleOnOneLine(rule, 4 * LONGEST_RULE, "formatted");
}

function writtenRules(mark: "-" | "+", rule: Rule | null): readonly string[] {
  if (rule === null) return [];
  const written = visible(ruleText(rule));
  return [
    `${mark} ${written.length > LONGEST_RULE ? `${beginningOfText(written, LONGEST_RULE)} …` : written}`,
  ];
}

/** Lines as code: the fence is longer than any run of backticks in them. */
function codeBlock(language: string, lines: readonly string[]): string {
  const text = lines.join("\n");
  const longest = largestOf(
    (text.match(/`+/g) ?? []).map(({ length }) => length),
    2,
  );
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
