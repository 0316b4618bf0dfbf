import { innerBodyOf } from "../../runtime/inner-body.js";
import type { Picked } from "../../runtime/picked.js";
import { findText } from "../../runtime/text-matching.js";
import { type DescribedPart, describeFieldPart, type FieldPart, pickFieldPart } from "../field-part.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import type { Escapes, FieldDescription } from "./field-description.js";
import { InnerText } from "./inner-text.js";

/** A field of a field: each part but the first reads what the one before picks, as if that were a body. */
export interface ChainField extends FieldBase {
  readonly kind: "chain";
  readonly parts: readonly [FieldPart, FieldPart, ...FieldPart[]];
}

/** The key of a field whose parts have these keys. They end where the next one begins: texts in them stand in quotes. */
export function keyOfChain(parts: readonly Pick<FieldPart, "key">[]): string {
  return parts.map(({ key }) => key).join(" ");
}

/** Something picked, and whether its place is its own: else it is the place of what it was picked out of. */
interface PlacedPick {
  readonly picked: Picked;
  readonly hasOwnPlace: boolean;
}

/**
 * What the last part picks, in order. A place is exact where the texts that it was picked out of stand in the body as they
 * are; where escapes or references stand for some of their characters, it is the place of the outermost such text.
 * Linear in the body: the texts that a part picks are never longer, all together, than the text that it reads.
 */
export function pickChainField({ parts }: ChainField, text: ReadableText): readonly Picked[] {
  const [first, ...others] = parts;
  let picks = pickFieldPart(first, text).map((picked): PlacedPick => ({ picked, hasOwnPlace: true }));
  for (const part of others) picks = picks.flatMap((outer) => pickInside(part, outer, text.body));
  return picks.map(({ picked }) => picked);
}

function pickInside(part: FieldPart, outer: PlacedPick, body: string): readonly PlacedPick[] {
  const inner = innerBodyOf(outer.picked);
  if (inner === null) return [];
  const { start, end } = outer.picked;
  // A place that many texts share is not searched for each of them.
  const found = outer.hasOwnPlace ? findText(body.slice(start, end), inner, 0) : -1;
  return pickFieldPart(part, new InnerText(inner)).map((picked): PlacedPick => {
    if (found < 0) return { picked: { ...picked, start, end }, hasOwnPlace: false };
    const from = start + found;
    return {
      picked: { ...picked, start: from + picked.start, end: from + picked.end },
      hasOwnPlace: true,
    };
  });
}

/** What is to be known of a chain of parts. */
export function describeChain({ parts: [first, second, ...others] }: ChainField): ChainFieldDescription {
  const described = [describeFieldPart(first), describeFieldPart(second)] as const;
  return new ChainFieldDescription([...described, ...others.map(describeFieldPart)]);
}

export class ChainFieldDescription implements FieldDescription<"chain"> {
  readonly kind = "chain";
  readonly key: string;
  readonly parts: readonly [DescribedPart, DescribedPart, ...DescribedPart[]];

  constructor(parts: readonly [DescribedPart, DescribedPart, ...DescribedPart[]]) {
    this.key = keyOfChain(parts);
    this.parts = parts;
  }

  /** What reads the texts that the first part picks. */
  get inner(): DescribedPart | ChainFieldDescription {
    const [, second, third, ...others] = this.parts;
    return third === undefined ? second : new ChainFieldDescription([second, third, ...others]);
  }

  get form() {
    return { chain: this.parts.map(({ form }) => form) };
  }

  get searchedTexts() {
    return this.parts.flatMap(({ searchedTexts }) => searchedTexts);
  }

  /** Those of the first part: what the others read may stand in the body in escapes of any kind. */
  get neededTexts() {
    return this.parts[0].neededTexts;
  }

  get escapes(): Escapes | null {
    return this.parts[0].escapes;
  }

  /** What the last part is: that is what is tested. */
  get noun() {
    return (this.parts.at(-1) ?? this.parts[0]).noun;
  }

  /** The body's: a text inside it may have another. */
  get format() {
    return this.parts[0].format;
  }

  /** What the parts before the last would have to pick is not looked into. */
  surelyCanPick(): boolean {
    return false;
  }

  get picksOneAtMost() {
    return this.parts.every(({ picksOneAtMost }) => picksOneAtMost);
  }
}
