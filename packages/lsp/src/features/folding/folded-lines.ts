export type FoldKind = "comment" | "imports" | "other";

/** Lines that can be folded away behind the first of them; both count from 0. */
export interface FoldedLines {
  readonly first: number;
  readonly last: number;
  readonly kind: FoldKind;
  /** What an editor may show in their place. */
  readonly summary: string | null;
}
