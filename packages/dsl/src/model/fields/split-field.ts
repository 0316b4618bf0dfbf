import { type LocalFinding, replaceWith } from "../../findings/finding.js";
import { type Phrase, textInWords, words } from "../../findings/phrase.js";
import { quoted } from "../../findings/quoted.js";
import type { Picked } from "../../runtime/picked.js";
import { pickSplit } from "../../runtime/split-field.js";
import type { FieldPartNode, WordNode } from "../../syntax/tree.js";
import { searchedText } from "../lowered-texts.js";
import type { MappingText } from "../mapping-text.js";
import { CutPartDescription } from "./cut-part.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import { MOST_STEPS, type PartDescription } from "./field-description.js";

/** `split "TEXT" part N`: one part of the body, cut at a separator. */
export interface SplitField extends FieldBase {
  readonly kind: "split";
  readonly separator: MappingText;
  /** From 1; negative from the end. */
  readonly part: number;
}

export function lowerSplitField(
  node: Extract<FieldPartNode, { kind: "split" }>,
  findings: LocalFinding[],
): SplitField {
  const separator = searchedText(node.separator, "separator", findings);
  const part = lowerPart(node.part, findings);
  return {
    kind: "split",
    separator,
    part,
    key: `split ${JSON.stringify(separator.folded)} part ${part}`,
    span: node.span,
    textSpans: [separator.span],
    nameSpan: node.span,
  };
}

function lowerPart({ image, span }: WordNode, findings: LocalFinding[]): number {
  const part = Number(image);
  if (part === 0) {
    const parameters = { expected: "part", written: image, problem: "part-zero" } as const;
    const fix = replaceWith(span, "1", "Take the first part", "suggested");
    findings.push({ name: "invalid-number", parameters, span, fixes: [fix] });
  }
  return part;
}

export function pickSplitField(
  { separator, part }: SplitField,
  { body, foldedBody }: ReadableText,
): readonly Picked[] {
  return pickSplit(foldedBody, body, separator.folded, part);
}

export class SplitFieldDescription
  extends CutPartDescription
  implements PartDescription<"split", "pickSplit">
{
  readonly kind = "split";
  readonly key: string;
  /** As it is written. */
  readonly separator: string;
  readonly foldedSeparator: string;
  readonly part: number;

  constructor({ key, separator, part }: SplitField) {
    super();
    this.key = key;
    this.separator = separator.text;
    this.foldedSeparator = separator.folded;
    this.part = part;
  }

  get call() {
    const { foldedSeparator, part } = this;
    return { name: "pickSplit", reads: "folded-and-text", arguments: [foldedSeparator, part] } as const;
  }

  get form() {
    return { split: this.separator, part: this.part };
  }

  get searchedTexts() {
    return [this.foldedSeparator];
  }

  /** A body that is not cut at all has a first and a last part. */
  get neededTexts() {
    return this.part === 1 || this.part === -1 ? [] : [this.foldedSeparator];
  }

  override surelyCanPick(text: string): boolean {
    return Math.abs(this.part) <= MOST_STEPS && super.surelyCanPick(text);
  }
}

/** `part 2 of the body (cut at ";")`; `of` is what is cut. */
export function splitFieldInWords({ part, separator }: SplitField, of: "body" | "text"): readonly Phrase[] {
  return [words(`${partInWords(part)} of the ${of} (cut at `), textInWords(separator.text), words(")")];
}

function partInWords(part: number): string {
  if (part > 0) return `part ${part}`;
  return part === -1 ? "the last part" : `part ${-part} from the end`;
}

export function showSplitField({ part, separator }: SplitField): string {
  return `split ${quoted(separator.text)} part ${part}`;
}
