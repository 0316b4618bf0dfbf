import {
  applyFixes,
  compare,
  type ExampleResult,
  type FindingName,
  type Linked,
  type Mapping,
  runExamples,
} from "@responses/dsl";
import { responseParts, responseText, SAME_FOR_ALL, UNDECIDED, verdictsInWords } from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import type { Inputs } from "./inputs.js";
import { type ChosenFix, ownFindings } from "./own-findings.js";

/** Which suggestions are to be made. */
export interface SuggestionChoice {
  readonly name: FindingName;
  /** From 1; null for the findings of all lines. */
  readonly line: number | null;
  /** Which of several suggestions of one finding, from 1; null where nobody has chosen. */
  readonly number: number | null;
}

/** A finding of which nothing was made. */
export interface LeftSuggestion {
  readonly line: number;
  readonly name: FindingName;
  readonly why: /** There are several, and nobody has chosen; or the number is that of none. */
    | { readonly kind: "choose"; readonly titles: readonly string[] }
    /** Examples that pass would fail, at these lines. */
    | { readonly kind: "examples"; readonly title: string; readonly lines: readonly number[] };
}

interface ChosenSuggestions {
  readonly fixes: readonly ChosenFix[];
  readonly meaning: string | null;
  readonly left: readonly LeftSuggestion[];
}

/**
 * The suggestions of a file that were chosen and can be made: of a finding that has one, that; of one that has several, the one whose
 * number was chosen. None is made after which an example fails that passes now. Runs all examples once for each finding.
 */
export function chooseSuggestions(
  path: string,
  inputs: Inputs,
  { name, line, number }: SuggestionChoice,
): ChosenSuggestions {
  const { files } = inputs;
  const { source } = files.read(path).tree;
  const fixes: ChosenFix[] = [];
  const left: LeftSuggestion[] = [];
  for (const finding of ownFindings(path, inputs)) {
    const at = source.lineAt(finding.span.start) + 1;
    if (finding.name !== name || (line !== null && at !== line)) continue;
    const suggestions = finding.fixes.filter(({ kind }) => kind === "suggested");
    if (suggestions.length === 0) continue;
    const titles = suggestions.map(({ title }) => title);
    const fix = suggestions.length === 1 ? suggestions[0] : suggestions[(number ?? 0) - 1];
    if (fix === undefined) {
      left.push({ line: at, name, why: { kind: "choose", titles } });
      continue;
    }
    const failing = failingAfter(path, inputs, applyFixes(source.text, [...fixes, fix]).text);
    if (failing.length > 0)
      left.push({ line: at, name, why: { kind: "examples", title: fix.title, lines: failing } });
    else fixes.push({ ...fix, kind: "suggested", finding });
  }
  if (fixes.length === 0) return { fixes, left, meaning: null };
  const [before, after] = bothWays(path, inputs, applyFixes(source.text, fixes).text);
  return { fixes, left, meaning: changedMeaning(before, after) };
}

/** The lines, in the text as it is, of the examples that pass now and would fail; where the mapping could not be run any more that is all. */
function failingAfter(path: string, inputs: Inputs, text: string): readonly number[] {
  const [before, after] = bothWays(path, inputs, text);
  if (before.kind === "refused") return [];
  const results = after.kind === "refused" ? null : runExamples(after.mapping);
  const failing = new Set(results?.filter(({ difference }) => difference !== null).map(textOfExample));
  return runExamples(before.mapping)
    .filter(
      (result) => result.difference === null && (results === null || failing.has(textOfExample(result))),
    )
    .map(({ example }) => lineOf(example));
}

/** What an example says: a suggestion moves it, and changes none that it is not about. */
function textOfExample({ example: { statement } }: ExampleResult): string {
  const { text, span } = statement.syntax;
  return text.slice(span.from, span.to);
}

/** The mapping as the file is, and as it would be with another text. */
function bothWays(path: string, { files }: Inputs, text: string): readonly [before: Linked, after: Linked] {
  const content = files.contentOf(path);
  const before = files.load(path).linked;
  files.provide(path, Buffer.from(text));
  const after = files.load(path).linked;
  files.provide(path, content);
  return [before, after];
}

/** Whether responses get another verdict, with one that does; null where one side has errors that refuse it. */
function changedMeaning(before: Linked, after: Linked): string | null {
  return before.kind === "refused" || after.kind === "refused"
    ? null
    : meaningInWords(before.mapping, after.mapping);
}

function meaningInWords(before: Mapping, after: Mapping): string {
  const { changes, undecided } = compare(before, after);
  const [first] = changes;
  if (first === undefined) return undecided.length > 0 ? UNDECIDED : SAME_FOR_ALL;
  const [old, now] = verdictsInWords(first.verdictBefore, first.verdictAfter);
  const { status, body } = responseParts(first.witness);
  return `this changes the meaning: ${responseText(status, body)} was ${old} and is ${now} now`;
}
