/** A rule of a TextMate grammar, as far as ours uses them. */
export type Rule = MatchRule | BlockRule | Include;

export interface MatchRule {
  readonly name?: string;
  readonly match: string;
  readonly captures?: Captures;
}

export interface BlockRule {
  readonly name?: string;
  /** The name of what lies between begin and end. */
  readonly contentName?: string;
  readonly begin: string;
  readonly beginCaptures?: Captures;
  readonly end: string;
  readonly endCaptures?: Captures;
  readonly patterns: readonly Rule[];
}

interface Include {
  readonly include: string;
}

type Captures = Readonly<Record<number, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;
