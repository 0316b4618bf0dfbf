import { type SeenField, type SeenIn, type SeenText, totalOf } from "@responses/dsl/editor";

/** What a field is wanted for. */
export type Purpose =
  | { readonly kind: "test"; readonly outcome: SeenIn | null }
  | { readonly kind: "label" }
  | { readonly kind: "capture" };

/** What tells how useful a field is. */
export interface Usefulness {
  readonly purpose: Purpose;
  /** The number of all examples. */
  readonly examples: number;
  /** Whether a rule of the file asks for the field already. */
  readonly isUsed: (field: SeenField) => boolean;
}

/** The fields, the most useful first. */
export function mostUsefulFirst(fields: readonly SeenField[], usefulness: Usefulness): readonly SeenField[] {
  return fields
    .map((field) => ({ field, score: scoreOf(field, usefulness) }))
    .sort((a, b) => b.score - a.score)
    .map(({ field }) => field);
}

/** Texts of a field that are looked at, at most: they show what it is. */
const SAMPLE = 50;

/** Whether the field says why something is as it is, so that its text can be a label. */
export function isReason(field: SeenField): boolean {
  return NAMES_REASON.test(field.path) || isProse(field.texts.first(SAMPLE));
}

function scoreOf(field: SeenField, { purpose, examples, isUsed }: Usefulness): number {
  const depth = field.path.split(/[.[/]/).length;
  if (field.holds !== "text") return -10 - depth;
  const share = totalOf(field.counts) / Math.max(1, examples);
  return share + scoreFor(field, purpose, isUsed(field)) - depth / 50;
}

function scoreFor(field: SeenField, purpose: Purpose, isUsed: boolean): number {
  const texts = field.texts.first(SAMPLE);
  switch (purpose.kind) {
    case "test":
      return (
        (isUsed ? 1 : 0) +
        tellingShare(texts, purpose.outcome) / 2 -
        (isId(texts) ? 2 : 0) -
        (NAMES_PART.test(field.path) ? 0.5 : 0) -
        (isLong(texts) ? 0.5 : 0)
      );
    case "label":
      return (isProse(texts) ? 1 : 0) + (NAMES_REASON.test(field.path) ? 1 : 0);
    case "capture":
      return (isId(texts) ? 1 : 0) + (NAMES_PART.test(field.path) ? 2 : 0);
  }
}

/** Names of fields that say why, and of those that somebody wants to have. */
const NAMES_REASON = /(?:reason|message|msg|description|detail|error|denial|cause)\w*(?:'\])?$/i;
const NAMES_PART =
  /(?:id|price|payout|amount|bid|cost|revenue|url|uri|redirect|link|token|guid|number)(?:'\])?$/i;

/** Which part of the field's texts is only in examples of the outcome; for no outcome in particular, of any one. */
function tellingShare(texts: readonly SeenText[], outcome: SeenIn | null): number {
  let telling = 0;
  let all = 0;
  for (const { counts } of texts) {
    const total = totalOf(counts);
    const own = outcome === null ? Math.max(...Object.values(counts)) : counts[outcome];
    all += outcome === null ? total : own;
    if (own === total) telling += own;
  }
  return all === 0 ? 0 : telling / all;
}

/** Ids, times and measures: another text in every response. */
const ID = /\d{5}|^\d+\.\d+$|\d-\d\d-\d|\d:\d\d|^[0-9a-f-]{8,}$|^https?:/i;

function isId(texts: readonly SeenText[]): boolean {
  return texts.filter(({ text }) => ID.test(text)).length * 2 > texts.length;
}

function isLong(texts: readonly SeenText[]): boolean {
  return texts.reduce((sum, { text }) => sum + text.length, 0) > 60 * texts.length;
}

/** Words rather than numbers and flags. */
function isProse(texts: readonly SeenText[]): boolean {
  return texts.some(({ text }) => /[^\d\s_-]{2}[\s_-]+[^\d\s_-]{2}/.test(text));
}
