/** What a field picks out of a body. Offsets are UTF-16 code units of the body, `end` is the first one behind. */
export interface Picked {
  /** The text, references and escapes read; null for a JSON object or array, which have none. */
  readonly text: string | null;
  /** Whether it is JSON's null, an empty text, [] or {}. */
  readonly blank: boolean;
  readonly start: number;
  readonly end: number;
}

/** The same without its place. */
export interface PickedPart extends Pick<Picked, "text" | "blank"> {
  /** Whether the text is known to have ASCII characters alone. */
  readonly isAscii?: boolean;
}

/** Whether all that is picked is blank, as where nothing is: what `empty` asks. */
export function areBlank(picked: readonly PickedPart[]): boolean {
  return !picked.some(isNotBlank);
}

/** Whether it is something. */
export function isNotBlank({ blank }: PickedPart): boolean {
  return !blank;
}

/** Whether it has a text that is not blank. */
export function isFilled({ text, blank }: PickedPart): boolean {
  return text !== null && !blank;
}

/** The first picked text that is not blank; null where there is none. */
export function firstNonBlank<Part extends PickedPart>(picked: readonly Part[]): Part | null {
  for (const part of picked) if (isFilled(part)) return part;
  return null;
}

/** The first place at which a body stops being what a field asks for, and why, as a part of a sentence. */
export interface BodyFault {
  /** UTF-16 offset in the body; its length if the body ends too early. */
  readonly at: number;
  readonly reason: string;
}

/** How many arrays and objects, or elements, may stand inside one another (docs/language.md). */
export const DEEPEST_NESTING = 1000;
