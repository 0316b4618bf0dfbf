import type { LocalFinding } from "../../findings/finding.js";
import { listedPhrases, type Phrase, textInWords, words } from "../../findings/phrase.js";
import { quoted } from "../../findings/quoted.js";
import { type BetweenEnd, pickBetween } from "../../runtime/between-field.js";
import type { Picked } from "../../runtime/picked.js";
import type { ClosingNode, FieldPartNode } from "../../syntax/tree.js";
import { searchedText } from "../lowered-texts.js";
import type { MappingText } from "../mapping-text.js";
import { CutPartDescription } from "./cut-part.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import type { Data, PartDescription } from "./field-description.js";

/** `between "A" and "B"`: what stands between two markers. */
export interface BetweenField extends FieldBase {
  readonly kind: "between";
  readonly open: MappingText;
  readonly closing: Closing;
}

/** Where it ends. */
export type Closing =
  | {
      readonly kind: "nearest";
      readonly closers: readonly MappingText[];
      /** Whether the body's end closes where none of them follows. */
      readonly orEnd: boolean;
    }
  | { readonly kind: "last"; readonly closer: MappingText };

export function lowerBetweenField(
  node: Extract<FieldPartNode, { kind: "between" }>,
  findings: LocalFinding[],
): BetweenField {
  const open = searchedText(node.open, "start marker", findings);
  const closing = lowerClosing(node.closing, findings);
  const key = `between ${JSON.stringify(open.folded)} and ${keyOfClosing(closing)}`;
  return {
    kind: "between",
    open,
    closing,
    key,
    span: node.span,
    textSpans: [open, ...closersOf(closing)].map(({ span }) => span),
    nameSpan: node.span,
  };
}

function lowerClosing(node: ClosingNode, findings: LocalFinding[]): Closing {
  switch (node.kind) {
    case "last":
      return { kind: "last", closer: searchedText(node.closer, "closer", findings) };
    case "nearest":
      return {
        kind: "nearest",
        closers: node.closers.flatMap((closer) =>
          closer.kind === "text" ? [searchedText(closer, "closer", findings)] : [],
        ),
        orEnd: node.closers.some(({ kind }) => kind === "word"),
      };
  }
}

function keyOfClosing(closing: Closing): string {
  switch (closing.kind) {
    case "last":
      return `last ${JSON.stringify(closing.closer.folded)}`;
    case "nearest": {
      const texts = closing.closers.map(({ folded }) => JSON.stringify(folded));
      return [...texts, ...(closing.orEnd ? ["end"] : [])].join(", ");
    }
  }
}

/** The texts at which the part can end. */
function closersOf(closing: Closing): readonly MappingText[] {
  return closing.kind === "last" ? [closing.closer] : closing.closers;
}

export function pickBetweenField(
  { open, closing }: BetweenField,
  { body, foldedBody }: ReadableText,
): readonly Picked[] {
  return pickBetween(foldedBody, body, open.folded, foldedEnd(closing));
}

function foldedEnd(closing: Closing): BetweenEnd {
  return closing.kind === "last"
    ? { kind: "last", closer: closing.closer.folded }
    : {
        kind: "nearest",
        closers: closing.closers.map(({ folded }) => folded),
        orEnd: closing.orEnd,
      };
}

export class BetweenFieldDescription
  extends CutPartDescription
  implements PartDescription<"between", "pickBetween">
{
  readonly kind = "between";
  readonly key: string;
  readonly form: { readonly [name: string]: Data };
  /** As they are written. */
  readonly open: string;
  readonly closers: readonly string[];
  readonly foldedOpen: string;
  readonly foldedEnd: BetweenEnd;

  constructor({ key, open, closing }: BetweenField) {
    super();
    this.key = key;
    this.form = { between: open.text, ...closingForm(closing) };
    this.open = open.text;
    this.closers = closersOf(closing).map(({ text }) => text);
    this.foldedOpen = open.folded;
    this.foldedEnd = foldedEnd(closing);
  }

  get call() {
    const { foldedOpen, foldedEnd: end } = this;
    return { name: "pickBetween", reads: "folded-and-text", arguments: [foldedOpen, { ...end }] } as const;
  }

  get searchedTexts() {
    return [this.foldedOpen, ...foldedClosers(this.foldedEnd)];
  }

  /** Of several closers, and of one besides the end, none has to be there. */
  get neededTexts() {
    const closers = foldedClosers(this.foldedEnd);
    const isCertain = this.foldedEnd.kind === "last" || (closers.length === 1 && !this.foldedEnd.orEnd);
    return [this.foldedOpen, ...(isCertain ? closers : [])];
  }
}

function foldedClosers(end: BetweenEnd): readonly string[] {
  return end.kind === "last" ? [end.closer] : end.closers;
}

function closingForm(closing: Closing): { readonly [name: string]: Data } {
  return closing.kind === "last"
    ? { last: closing.closer.text }
    : { closers: closing.closers.map(({ text }) => text), end: closing.orEnd };
}

/** Texts that sentences name at most. */
const MOST_CLOSERS = 4;

/** `the text between "id=" and "&" or the end`, `the text after "Reason:"`. */
export function betweenFieldInWords({ open, closing }: BetweenField): readonly Phrase[] {
  const start = textInWords(open.text);
  if (closing.kind === "last") {
    const end = textInWords(closing.closer.text);
    return [words("the text between "), start, words(" and the last "), end];
  }
  const { closers, orEnd } = closing;
  if (closers.length === 0) return [words("the text after "), start];
  const ends = closers.slice(0, MOST_CLOSERS).map(({ text }) => [textInWords(text)]);
  if (closers.length > ends.length) ends.push([words(`${closers.length - ends.length} more`)]);
  if (orEnd) ends.push([words("the end")]);
  return [words("the text between "), start, words(" and "), ...listedPhrases(ends, "or")];
}

/** `between "id=" and "&", end`. */
export function showBetweenField({ open, closing }: BetweenField): string {
  const start = `between ${quoted(open.text)} and`;
  if (closing.kind === "last") return `${start} last ${quoted(closing.closer.text)}`;
  const shown = closing.closers.slice(0, MOST_CLOSERS).map(({ text }) => quoted(text));
  if (closing.closers.length > shown.length) shown.push("…");
  return `${start} ${[...shown, ...(closing.orEnd ? ["end"] : [])].join(", ")}`;
}
