/** How grave a finding is. Errors fail `check`; hints never count. */
export type Severity = "error" | "warning" | "hint";

/**
 * The page that `responses explain NAME` prints. `wrong` and `right` are whole mapping files: the tests run both and see
 * the finding in the one and not in the other.
 */
export interface Page {
  /** What the finding says, in a sentence or two. */
  readonly what: string;
  /** What goes wrong in practice if it is left. */
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
  /** How to fix it. */
  readonly fix: string;
  /** The other files that the two examples include, by path. The examples themselves are `mapping.responses`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Everything that is known of one kind of finding, apart from the check that computes it. */
export interface CatalogueEntry<Name extends string, Parameters> {
  readonly name: Name;
  readonly severity: Severity;
  /** Whether a mapping with such a finding has no meaning (docs/language.md). */
  readonly refuses: boolean;
  /** What an editor shows greyed out or struck through. */
  readonly tag?: "unnecessary" | "deprecated";
  /** The one place where the finding's sentence is made. */
  readonly message: (parameters: Parameters) => string;
  readonly page: Page;
}

/** Declares an entry; only there to infer the name and the parameters' type. */
export function defineEntry<const Name extends string, Parameters>(
  entry: CatalogueEntry<Name, Parameters>,
): CatalogueEntry<Name, Parameters> {
  return entry;
}
