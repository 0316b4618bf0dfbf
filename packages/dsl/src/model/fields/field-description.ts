/** What can be written as JSON. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data };

/** A call of the runtime's function that picks the texts of a part of the body. */
export interface ReaderCall<Name extends string> {
  readonly name: Name;
  /** What it is given first: the text, or the text with its case folded and then the text. */
  readonly reads: "text" | "folded-and-text";
  /** What it is given after that. */
  readonly arguments: readonly Data[];
}

/**
 * What is to be known of a field, whoever reads it, without a place in any file. Fields of one key have equal descriptions
 * but for the case of their texts. What is seldom asked is worked out when it is.
 */
export interface FieldDescription<Kind extends string> {
  readonly kind: Kind;
  /** Equal for fields that pick the same texts of every body. */
  readonly key: string;
  /** The field as the JSON form of a mapping has it. */
  readonly form: Data;
  /** Folded texts that the field itself searches in the body. */
  readonly searchedTexts: readonly string[];
  /** Folded texts that a body holds if the field picks anything of it, as they are or escaped. */
  readonly neededTexts: readonly string[];
  /** The escapes in which they can be written; null where they stand in the body as they are. */
  readonly escapes: Escapes | null;
  /** What a sentence calls it. */
  readonly noun: "field" | "part";
  /** What the body must be for anything to be picked; null where any body will do. */
  readonly format: "json" | "xml" | null;
  /**
   * Whether there surely is a body of which this very text is picked. If there is, then there also is one for every other text
   * of these characters: what hinders are the field's own separators and markers, and white space at the ends.
   */
  surelyCanPick(text: string): boolean;
  /** Whether no body has more than one text for it. */
  readonly picksOneAtMost: boolean;
}

/** The same of one part of the body, which one function of the runtime reads. */
export interface PartDescription<Kind extends string, Reader extends string> extends FieldDescription<Kind> {
  readonly call: ReaderCall<Reader>;
}

/** Path steps, indexes and split parts up to which `surelyCanPick` answers yes. */
export const MOST_STEPS = 50;

/** Escapes for characters: those in the strings of JSON, or those of forms, in which a space can be a +, too. */
export type Escapes = "json" | "form";
