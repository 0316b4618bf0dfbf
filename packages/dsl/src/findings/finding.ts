import type { LocalSpan, Span } from "../text/span.js";
import { spanInFile } from "../text/span.js";
import { catalogue, type FindingName } from "./catalogue.js";
import type { Severity } from "./catalogue-entry.js";

/** What a finding of that name says besides its place: the blanks of its sentence. */
export type ParametersOf<Name extends FindingName> = Parameters<(typeof catalogue)[Name]["message"]>[0];

/** How certain a fix is: an automatic one leaves the meaning as it is, or the text was refused before. */
export type FixKind = "automatic" | "suggested";

/** The replacement of a stretch of the finding's own file. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** Of what reading a text finds it is worked out when it is first asked for. */
  readonly kind: FixKind;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to the finding, with a few words on why. */
export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** A response that shows the problem. */
export interface Witness {
  readonly status: number | null;
  readonly body: string;
}

/** Characters of a witness's body at most: a person is to see in it what is meant. */
export const LONGEST_WITNESS = 10_000;

export interface FindingOf<Name extends FindingName> {
  readonly name: Name;
  readonly parameters: ParametersOf<Name>;
  /** The path of the file it is in, as the host names it. */
  readonly file: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly witness: Witness | null;
  readonly fixes: readonly Fix[];
}

/** One thing that the tools say about a mapping: data only; `messageOf` makes the sentence. */
export type Finding = { readonly [Name in FindingName]: FindingOf<Name> }[FindingName];

export interface LocalFindingOf<Name extends FindingName> {
  readonly name: Name;
  readonly parameters: ParametersOf<Name>;
  readonly span: LocalSpan;
  readonly fixes: readonly LocalFix[];
}

/** A finding about one statement by itself, in offsets from the statement's start. */
export type LocalFinding = { readonly [Name in FindingName]: LocalFindingOf<Name> }[FindingName];

export interface LocalFix {
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly { readonly span: LocalSpan; readonly newText: string }[];
}

/** A fix that replaces one stretch. */
export function replaceWith(span: LocalSpan, newText: string, title: string, kind: FixKind): LocalFix {
  return { title, kind, edits: [{ span, newText }] };
}

/** The same fixes, none of them certain. */
export function asSuggestions(fixes: readonly LocalFix[]): readonly LocalFix[] {
  return fixes.map(({ title, edits }) => ({ title, kind: "suggested", edits }));
}

/**
 * A fix whose kind costs something to tell: `kindOf` is asked for it whenever somebody wants to know, and keeps its
 * answer. To all who read, compare or print the fix it is a property as any other; a spread asks for it, so a fix with
 * other edits is made by this function, too.
 */
export function fixWithLazyKind<Edit>(
  { title }: { readonly title: string },
  edits: readonly Edit[],
  kindOf: () => FixKind,
): { readonly title: string; readonly kind: FixKind; readonly edits: readonly Edit[] } {
  return {
    title,
    get kind() {
      return kindOf();
    },
    edits,
  };
}

/** A suggested fix whose edits cost something to work out: `editsOf` is asked when somebody wants them. */
export function fixWithLazyEdits(title: string, editsOf: () => readonly TextEdit[]): Fix {
  let edits: readonly TextEdit[] | null = null;
  return {
    title,
    kind: "suggested",
    get edits() {
      edits ??= editsOf();
      return edits;
    },
  };
}

/** Puts a statement's own finding into its file. */
export function findingInFile(finding: LocalFinding, file: string, statementStart: number): Finding {
  const fixes = finding.fixes.map((fix) => fixInFile(fix, statementStart));
  const place = { file, span: spanInFile(finding.span, statementStart), related: [], witness: null, fixes };
  // The name and the parameters go together in `finding` and so they do in the result; TypeScript cannot follow that
  // through a spread of a union, which is why this one place says it.
  return { name: finding.name, parameters: finding.parameters, ...place } as Finding;
}

export function fixInFile(fix: LocalFix, statementStart: number): Fix {
  const edits = fix.edits.map(({ span, newText }) => ({ span: spanInFile(span, statementStart), newText }));
  return fixWithLazyKind(fix, edits, () => fix.kind);
}

/** The finding's sentence, in the user's words. */
export function messageOf(finding: Pick<Finding, "name" | "parameters">): string {
  const render = catalogue[finding.name].message as (parameters: unknown) => string;
  return render(finding.parameters);
}

/** The severity that the catalogue gives; a project's configuration may say otherwise. */
export function defaultSeverityOf(name: FindingName): Severity {
  return catalogue[name].severity;
}

/** Whether a mapping with such a finding has no meaning and cannot be run. */
export function refuses(name: FindingName): boolean {
  return catalogue[name].refuses;
}
