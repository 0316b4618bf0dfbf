import type { FileModel, Outcome, RuleModel } from "@responses/dsl";
import { counted, OUTCOMES, writeName } from "@responses/dsl/editor";

import { CompletionItemKind } from "vscode-languageserver";
import { type Block, line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { isReason } from "./field-order.js";
import { fieldSuggestion } from "./field-suggestion.js";
import { countsOf, type LabelCounts, labelsNear, type UsedLabel } from "./label-uses.js";
import { usefulFields } from "./path-suggestions.js";
import { wordSuggestion } from "./word-suggestions.js";

/** A longer text is no label. */
const LONGEST = 60;

/**
 * Labels for a rule: what examples expect and no rule gives yet, labels in use with that outcome, texts of the rule itself,
 * fields that say why, and other labels where there is none of the outcome's.
 */
export function ruleLabelSuggestions(context: CompletionContext): readonly Suggestion[] {
  const rule = context.ruleSoFar("label");
  const { files, typed } = context;
  const { awaited, own, others } = labelsNear(rule?.outcome ?? null, context);
  return [
    ...awaited.map((label) => labelSuggestion(label, "an example expects it", files)),
    ...own
      .filter(({ label }) => label !== typed || isInUseElsewhere(label, files))
      .map((label) => labelSuggestion(label, null, files)),
    // Whoever has typed it all wants it as it is typed: nothing else may take its place at the end of the line.
    ...labelsFromTexts(rule)
      .filter((label) => label.toLowerCase() !== typed.toLowerCase())
      .map((label) => plainLabelSuggestion(label, "as this rule has it")),
    ...fieldSuggestions(context),
    // A label of another outcome is mostly none of this one's.
    ...(own.length + awaited.length > 0 ? [] : others.map((label) => labelSuggestion(label, null, files))),
  ];
}

/** Labels for responses in which a field says nothing. */
export function fallbackSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { files } = context;
  const outcome = context.ruleSoFar("fallback label")?.outcome ?? null;
  const { awaited, own, others } = labelsNear(outcome, context);
  const known = [...awaited, ...own, ...others].map((label) => labelSuggestion(label, null, files));
  return [plainLabelSuggestion("No reason given", "a usual one"), ...known];
}

/** Labels for an example's verdict: those that rules of its outcome give. */
export function verdictLabelSuggestions(context: CompletionContext): readonly Suggestion[] {
  const model = context.soFar("verdict label");
  const verdict = model?.kind === "example" ? model.verdict : null;
  const outcome = verdict === null || verdict.outcome === "unmapped" ? null : verdict.outcome;
  const { files } = context;
  const { awaited, own, others } = labelsNear(outcome, context);
  return [...own, ...awaited, ...others].map((label) => labelSuggestion(label, null, files));
}

/** What an outcome means where it is the verdict of an example. */
export function verdictWordSuggestion(word: Outcome): Suggestion {
  const { detail, sentence } = MEANINGS[word];
  const said = `The response must get ${word}. ${sentence} Without a label after it, any label will do.`;
  // Nothing has to follow: with a blank behind it, it would take the line end of whoever has typed it in full.
  const content = { kind: "word", word, follows: "nothing" } as const;
  return { ...wordSuggestion(word), content, detail, about: () => [line([words(said)], 300)] };
}

const MEANINGS: Readonly<Record<Outcome, { readonly detail: string; readonly sentence: string }>> = {
  success: { detail: "the lead was taken", sentence: "The lead was taken." },
  reject: { detail: "the lead was refused", sentence: "The lead was refused." },
  error: {
    detail: "something failed",
    sentence: "Something failed, and nothing is known about the lead.",
  },
};

/** Whole verdicts, an outcome with its label, for an example. */
export function verdictSuggestions({ files, statement }: CompletionContext): readonly Suggestion[] {
  return OUTCOMES.flatMap((outcome) => {
    // What is typed is the outcome, if anything, and not yet the label.
    const { own, awaited } = labelsNear(outcome, { files, statement, typed: "" });
    const labels = [...own, ...awaited].slice(0, MOST_VERDICTS);
    return labels.map((label) => verdictSuggestion(outcome, label, files));
  });
}

const MOST_VERDICTS = 40;

/** Whether it is in use besides the one place where it is being typed. */
function isInUseElsewhere(label: string, files: readonly FileModel[]): boolean {
  const { rules, examples } = countsOf(label, files);
  return OUTCOMES.reduce((sum, outcome) => sum + rules[outcome] + examples[outcome], 0) > 1;
}

function labelSuggestion(used: UsedLabel, reason: string | null, files: readonly FileModel[]): Suggestion {
  return {
    content: { kind: "name", name: used.label },
    kind: CompletionItemKind.EnumMember,
    detail: reason ?? useOf(used),
    about: () => aboutLabel(countsOf(used.label, files)),
  };
}

function plainLabelSuggestion(name: string, detail: string): Suggestion {
  return { content: { kind: "name", name }, kind: CompletionItemKind.EnumMember, detail, about: null };
}

function verdictSuggestion(outcome: Outcome, used: UsedLabel, files: readonly FileModel[]): Suggestion {
  return {
    content: { kind: "template", template: [`${outcome} ${writeName(used.label)}`] },
    kind: CompletionItemKind.EnumMember,
    detail: useOf(used),
    about: () => aboutLabel(countsOf(used.label, files)),
  };
}

function useOf({ outcome, isGiven }: UsedLabel): string {
  return isGiven ? outcome : `${outcome}, in examples only`;
}

function aboutLabel({ rules, examples }: LabelCounts): readonly Block[] {
  const said = OUTCOMES.filter((outcome) => rules[outcome] + examples[outcome] > 0).map((outcome) => {
    const given = rules[outcome] > 0 ? [`given by ${counted(rules[outcome], `${outcome} rule`)}`] : [];
    const expected =
      examples[outcome] > 0 ? [`expected by ${counted(examples[outcome], "example")} of ${outcome}`] : [];
    return [...given, ...expected].join(", ");
  });
  return [line([words(`This label is ${said.join("; ")}.`)], 300)];
}

/** What the rule looks for, as far as it reads like a label, with a capital like other names in reports. */
function labelsFromTexts(rule: RuleModel | null): readonly string[] {
  if (rule === null || rule.condition.kind === "otherwise") return [];
  return rule.condition.tests
    .flatMap(({ test }) => (test.kind === "text" ? test.texts : []))
    .map(({ pieces }) => pieces.join(" ").trim())
    .filter((text) => text !== "" && text.length <= LONGEST && /\p{L}/u.test(text))
    .slice(0, 3)
    .map((text) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
}

/** Fields whose text can be the label. */
function fieldSuggestions(context: CompletionContext): readonly Suggestion[] {
  return usefulFields(context, { kind: "label" })
    .filter(({ field }) => isReason(field))
    .slice(0, MOST_FIELDS)
    .map((useful) => fieldSuggestion(useful, "what this field says", context));
}

const MOST_FIELDS = 8;
