import { OUTCOMES, type Outcome, type RuleModel, writeName } from "@responses/dsl";
import { CompletionItemKind } from "vscode-languageserver";
import { counted } from "../counted.js";
import { type Block, line, words } from "../hover/preview-text.js";
import { bestMatches } from "./best-matches.js";
import type { CompletionContext } from "./completion-context.js";
import { isReason } from "./field-order.js";
import { type LabelUse, labelUsesInAll } from "./label-uses.js";
import { aboutField, usefulFields } from "./path-suggestions.js";
import type { Suggestion } from "./suggestion.js";
import { wordSuggestion } from "./word-suggestions.js";
import { writtenField } from "./written-field.js";

/** A longer text is no label. */
const LONGEST = 60;

/**
 * Labels for a rule: what examples expect and no rule gives yet, labels in use with that outcome, texts of the rule itself,
 * fields that say why, and all other labels.
 */
export function ruleLabelSuggestions(context: CompletionContext): readonly Suggestion[] {
  const rule = context.ruleSoFar("label");
  const uses = usesFor(rule?.outcome ?? null, context);
  return [
    ...uses.awaited.map((use) => labelSuggestion(use, "an example expects it")),
    ...uses.own.map((use) => labelSuggestion(use, null)),
    ...textsOf(rule).map((text) => nameSuggestion(text, "as this rule has it")),
    ...fieldSuggestions(context),
    ...uses.others.map((use) => labelSuggestion(use, null)),
  ];
}

/** Labels for responses in which a field says nothing. */
export function fallbackSuggestions(context: CompletionContext): readonly Suggestion[] {
  const uses = usesFor(context.ruleSoFar("fallback label")?.outcome ?? null, context);
  const known = [...uses.awaited, ...uses.own, ...uses.others].map((use) => labelSuggestion(use, null));
  return [nameSuggestion("No reason given", null), ...known];
}

/** Labels for an example's verdict: those that rules of its outcome give. */
export function verdictLabelSuggestions(context: CompletionContext): readonly Suggestion[] {
  const model = context.soFar("verdict label");
  const verdict = model?.kind === "example" ? model.verdict : null;
  const outcome = verdict === null || verdict.outcome === "unmapped" ? null : verdict.outcome;
  const { awaited, own, others } = usesFor(outcome, context);
  return [...own, ...awaited, ...others].map((use) => labelSuggestion(use, null));
}

/** What an outcome means where it is the verdict of an example. */
export function verdictWordSuggestion(word: Outcome): Suggestion {
  const said = `The response must get ${word}. ${MEANINGS[word]} Without a label behind it any label will do.`;
  return { ...wordSuggestion(word), about: () => [line([words(said)], 300)] };
}

const MEANINGS: Readonly<Record<Outcome, string>> = {
  success: "The lead was taken.",
  reject: "The lead was refused.",
  error: "Something failed, and nothing is known of the lead.",
};

/** Whole verdicts, an outcome with its label, for an example. */
export function verdictSuggestions(context: CompletionContext): readonly Suggestion[] {
  return OUTCOMES.flatMap((outcome) => {
    const { own, awaited } = usesFor(outcome, context);
    return [...own, ...awaited].slice(0, MOST_VERDICTS).map((use) => verdictSuggestion(outcome, use));
  });
}

const MOST_VERDICTS = 40;

interface UsesByNearness {
  /** Examples expect the label with this outcome, and no rule gives it. */
  readonly awaited: readonly LabelUse[];
  readonly own: readonly LabelUse[];
  readonly others: readonly LabelUse[];
}

function usesFor(outcome: Outcome | null, { files, typed }: CompletionContext): UsesByNearness {
  const awaited: LabelUse[] = [];
  const own: LabelUse[] = [];
  const others: LabelUse[] = [];
  for (const use of labelUsesInAll(files)) {
    if (outcome === null || use.rules[outcome] > 0) own.push(use);
    else if (use.examples[outcome] > 0) awaited.push(use);
    else others.push(use);
  }
  const best = (uses: readonly LabelUse[]) => bestMatches(uses, ({ label }) => label, typed, MOST_LABELS);
  return { awaited: best(awaited), own: best(own), others: best(others) };
}

/** More than are shown at once, so that it shows that there are more. */
const MOST_LABELS = 150;

function labelSuggestion(use: LabelUse, reason: string | null): Suggestion {
  return {
    content: { kind: "name", name: use.label },
    kind: CompletionItemKind.EnumMember,
    detail: reason ?? shortUse(use),
    about: () => aboutLabel(use),
  };
}

function nameSuggestion(name: string, detail: string | null): Suggestion {
  return { content: { kind: "name", name }, kind: CompletionItemKind.EnumMember, detail, about: null };
}

function verdictSuggestion(outcome: Outcome, use: LabelUse): Suggestion {
  return {
    content: { kind: "template", template: [`${outcome} ${writeName(use.label)}`] },
    kind: CompletionItemKind.EnumMember,
    detail: shortUse(use),
    about: () => aboutLabel(use),
  };
}

function shortUse({ rules, examples }: LabelUse): string {
  const given = OUTCOMES.filter((outcome) => rules[outcome] > 0);
  return given.length > 0
    ? given.join(", ")
    : `${OUTCOMES.filter((outcome) => examples[outcome] > 0).join(", ")}, in examples only`;
}

function aboutLabel({ rules, examples }: LabelUse): readonly Block[] {
  const said = OUTCOMES.filter((outcome) => rules[outcome] + examples[outcome] > 0).map((outcome) => {
    const parts = [
      ...(rules[outcome] > 0 ? [`given by ${counted(rules[outcome], `${outcome} rule`)}`] : []),
      ...(examples[outcome] > 0
        ? [`expected by ${counted(examples[outcome], "example")} of ${outcome}`]
        : []),
    ];
    return parts.join(", ");
  });
  return [line([words(`This label is ${said.join("; ")}.`)], 300)];
}

/** What the rule looks for, as far as it reads like a label. */
function textsOf(rule: RuleModel | null): readonly string[] {
  if (rule === null || rule.condition.kind === "otherwise") return [];
  return rule.condition.tests
    .flatMap(({ test }) => (test.kind === "text" ? test.texts : []))
    .map(({ pieces }) => pieces.join(" ").trim())
    .filter((text) => text !== "" && text.length <= LONGEST && /\p{L}/u.test(text))
    .slice(0, 3);
}

/** Fields whose text can be the label. */
function fieldSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { bodies } = context;
  return usefulFields(context, { kind: "label" })
    .filter(({ field }) => isReason(field))
    .slice(0, MOST_FIELDS)
    .map(({ field, path }) => ({
      content: { kind: "template", template: [writtenField(field.kind, path)] },
      kind: CompletionItemKind.Field,
      detail: "what this field says",
      about: () => aboutField(field, bodies.examples.length),
    }));
}

const MOST_FIELDS = 8;
