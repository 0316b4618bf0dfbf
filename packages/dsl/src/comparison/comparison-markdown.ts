import { responseText } from "../explain/response-text.js";
import { ruleOnOneLine } from "../explain/rule-text.js";
import { codeSpan } from "../findings/code-span.js";
import { counted } from "../findings/counted.js";
import type { Example, Rule } from "../model/mapping.js";
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
import type { ExampleChange } from "./example-changes.js";

/** How much of one comparison is shown, so that what stands behind it is read, too. */
interface Shown {
  readonly groups: number;
  readonly escaped: number;
  readonly examples: number;
  readonly undecided: number;
}

const SHOWN: Shown = { groups: 20, escaped: 3, examples: 10, undecided: 10 };
const WHOLE: Shown = { groups: Infinity, escaped: Infinity, examples: Infinity, undecided: Infinity };

const LONGEST_RULE = 200;

/** Where a statement stands, as `acme.responses:7`. */
type PlaceInWords = (stated: Rule | Example) => string;

/** The same of a statement of the old mapping, and of one of the new. */
interface PlacesInWords {
  readonly before: PlaceInWords;
  readonly after: PlaceInWords;
}

/**
 * In what two mappings differ, as blocks of Markdown, the most important first; one sentence where they do not. Every text of a file
 * is code, so that nothing in it comes to life.
 *
 * @param isWhole whether nothing is to be left out, however much there is
 */
export function comparisonAsMarkdown(
  compared: ComparedMappings,
  placeOf: PlacesInWords,
  isWhole = false,
): readonly string[] {
  if (conclusionOf(compared) === SAME_FOR_ALL) return [asSentence(SAME_FOR_ALL)];
  const { comparison, examples } = compared;
  const { changes, unlisted, undecided } = comparison;
  const shown = isWhole ? WHOLE : SHOWN;
  const likely = changes.filter((change) => !isHardlyEver(change));
  const escaped = changes.filter(isHardlyEver);
  const more = likely.length - shown.groups;
  return [
    ...likely.slice(0, shown.groups).map((change) => changeBlock(change, compared, placeOf)),
    ...(more > 0 ? [`- and ${counted(more, "more group")}`] : []),
    ...(unlisted > 0 ? [`- ${unlistedInWords(comparison)}`] : []),
    ...(examples.changes.length > 0 ? [examplesBlock(compared, placeOf, shown.examples)] : []),
    ...(escaped.length > 0 ? [escapedBlock(escaped, shown.escaped)] : []),
    ...undecided.slice(0, shown.undecided).map((one) => undecidedLine(one, compared, placeOf)),
    ...(undecided.length > shown.undecided
      ? [`- **Not decided**: ${undecided.length - shown.undecided} more`]
      : []),
  ];
}

/** A clause as a sentence. */
export function asSentence(clause: string): string {
  return `${capitalised(clause)}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function changeBlock(change: VerdictChange, compared: ComparedMappings, placeOf: PlacesInWords): string {
  const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
  const { status, body } = responseParts(change.witness);
  return [
    `- **${capitalised(meaningOf(change))}**: ${codeSpan(old)} → ${codeSpan(now)}`,
    `  - for example ${codeSpan(responseText(status, body))}, ${originOf(change, compared, placeOf)}`,
    `  - decided before by ${ruleText(ruleAt(compared.mappingBefore, change.before), placeOf.before)}`,
    `  - decided now by ${ruleText(ruleAt(compared.mappingAfter, change.after), placeOf.after)}`,
  ].join("\n");
}

/** Groups of which only such bodies are known; they are true, and keep nobody from reading the others. */
function escapedBlock(changes: readonly VerdictChange[], most: number): string {
  const more = changes.length - most;
  return [
    `- ${escapedGroups(changes.length)}:`,
    ...changes.slice(0, most).map((change) => {
      const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
      const { status, body } = responseParts(change.witness);
      return `  - ${codeSpan(old)} → ${codeSpan(now)}, for example ${codeSpan(responseText(status, body))}`;
    }),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ].join("\n");
}

/** Their number in Markdown. */
export function escapedGroups(count: number): string {
  const change = count === 1 ? "changes" : "change";
  return `${counted(count, "more group")} ${change} only where a body writes plain letters as ${codeSpan("\\u0061")}, which systems hardly ever do`;
}

function placeOfExample({ example, recordedIn }: ExampleChange, placeOf: PlacesInWords): string {
  return (recordedIn === "before" ? placeOf.before : placeOf.after)(example);
}

/** Where somebody has recorded the witness; of a made-up one that it is. */
function originOf(change: VerdictChange, compared: ComparedMappings, placeOf: PlacesInWords): string {
  const recorded = recordedWitness(change, compared);
  return recorded === null ? MADE_UP : `recorded at ${codeSpan(placeOfExample(recorded, placeOf))}`;
}

function undecidedLine(
  { before, after, reason }: UndecidedChange,
  { mappingBefore, mappingAfter }: ComparedMappings,
  placeOf: PlacesInWords,
): string {
  const [old, now] = [ruleAt(mappingBefore, before), ruleAt(mappingAfter, after)];
  const rules =
    old === null && now === null
      ? ""
      : ` from ${ruleText(old, placeOf.before)} to ${ruleText(now, placeOf.after)}`;
  return `- **Not decided**${rules}: ${codeSpan(reason)}`;
}

function ruleText(rule: Rule | null, placeOf: PlaceInWords): string {
  if (rule === null) return "no rule";
  return `${codeSpan(ruleOnOneLine(rule, 4 * LONGEST_RULE, "formatted"), LONGEST_RULE)} at ${codeSpan(placeOf(rule))}`;
}

function examplesBlock({ examples }: ComparedMappings, placeOf: PlacesInWords, most: number): string {
  const { changes, count } = examples;
  const more = changes.length - most;
  return [
    `- **${changes.length} of ${counted(count, "recorded answer")}** ${changes.length === 1 ? "gets" : "get"} another verdict:`,
    ...changes.slice(0, most).map((change) => exampleLine(change, placeOf)),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ].join("\n");
}

function exampleLine(change: ExampleChange, placeOf: PlacesInWords): string {
  const { example, before, after } = change;
  const { name } = example.model;
  const [old, now] = verdictsInWords(before.verdict, after.verdict);
  const meaning = meaningOfExample(change);
  const title = name === null ? "" : ` ${codeSpan(name)}`;
  return `  - ${codeSpan(placeOfExample(change, placeOf))}${title}: ${codeSpan(old)} → ${codeSpan(now)}${meaning === null ? "" : `, ${meaning}`}`;
}
