import { responseText } from "../explain/response-text.js";
import { ruleOnOneLine } from "../explain/rule-text.js";
import { codeSpan } from "../findings/code-span.js";
import { counted } from "../findings/counted.js";
import type { Example, Rule } from "../model/mapping.js";
import type { ComparedMappings } from "./compared-mappings.js";
import type { UndecidedChange, VerdictChange } from "./comparison.js";
import {
  conclusionOf,
  meaningOf,
  meaningOfExample,
  responseParts,
  ruleAt,
  SAME_FOR_ALL,
  unlistedInWords,
  verdictsInWords,
} from "./comparison-words.js";
import type { ExampleChange } from "./example-changes.js";

/** Of one comparison, so that what stands behind it is read, too. */
const SHOWN_GROUPS = 20;
const SHOWN_EXAMPLES = 10;
const SHOWN_UNDECIDED = 10;

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
 */
export function comparisonAsMarkdown(compared: ComparedMappings, placeOf: PlacesInWords): readonly string[] {
  if (conclusionOf(compared) === SAME_FOR_ALL) return [asSentence(SAME_FOR_ALL)];
  const { comparison, examples } = compared;
  const { changes, unlisted, undecided } = comparison;
  const more = changes.length - SHOWN_GROUPS;
  return [
    ...changes.slice(0, SHOWN_GROUPS).map((change) => changeBlock(change, compared, placeOf)),
    ...(more > 0 ? [`- and ${counted(more, "more group")}`] : []),
    ...(unlisted > 0 ? [`- ${unlistedInWords(unlisted)}`] : []),
    ...(examples.changes.length > 0 ? [examplesBlock(compared, placeOf)] : []),
    ...undecided.slice(0, SHOWN_UNDECIDED).map((one) => undecidedLine(one, compared, placeOf)),
    ...(undecided.length > SHOWN_UNDECIDED
      ? [`- **Not decided**: ${undecided.length - SHOWN_UNDECIDED} more`]
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
    `  - for example ${codeSpan(responseText(status, body))}`,
    `  - decided before by ${ruleText(ruleAt(compared.mappingBefore, change.before), placeOf.before)}`,
    `  - decided now by ${ruleText(ruleAt(compared.mappingAfter, change.after), placeOf.after)}`,
  ].join("\n");
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

function examplesBlock({ examples }: ComparedMappings, placeOf: PlacesInWords): string {
  const { changes, count } = examples;
  const more = changes.length - SHOWN_EXAMPLES;
  return [
    `- **${changes.length} of ${counted(count, "recorded answer")}** ${changes.length === 1 ? "gets" : "get"} another verdict:`,
    ...changes.slice(0, SHOWN_EXAMPLES).map((change) => exampleLine(change, placeOf)),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ].join("\n");
}

function exampleLine(change: ExampleChange, placeOf: PlacesInWords): string {
  const { example, recordedIn, before, after } = change;
  const { name } = example.model;
  const [old, now] = verdictsInWords(before.verdict, after.verdict);
  const meaning = meaningOfExample(change);
  const title = name === null ? "" : ` ${codeSpan(name)}`;
  const place = (recordedIn === "before" ? placeOf.before : placeOf.after)(example);
  return `  - ${codeSpan(place)}${title}: ${codeSpan(old)} → ${codeSpan(now)}${meaning === null ? "" : `, ${meaning}`}`;
}
