import type { FindingName, Severity } from "@responses/dsl";
import { type ChangeKind, visible } from "@responses/dsl/editor";
import type { Region } from "@responses/reporting";

/** What an annotation is an instance of: a kind of finding, or of change. */
export type AnnotationKind = FindingName | ChangeKind;

/** Something that a run says of a place in a file, for whoever shows it there. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly level: Severity;
  /** Sentences in plain text, in which texts of users are visible; lines end with a line feed. */
  readonly message: string;
  /** The file as the run calls it. */
  readonly file: string;
  readonly region: Region;
  readonly related: readonly RelatedAnnotation[];
  readonly fixes: readonly AnnotatedFix[];
  /** The same for the same kind in the same statement, however often it is moved or laid out anew. */
  readonly fingerprint: string;
  /** How many with its fingerprint stand in its file before it, where the run tells of some of them alone; null where it tells of all. */
  readonly number: number | null;
  /** Why somebody lives with it; null where nobody does, or it is not said. */
  readonly reason: string | null;
}

/** What an annotation says that somebody has accepted: the reason first. */
export function acceptedMessage({ reason, message }: Annotation): string {
  return `accepted (${visible(reason ?? "")}): ${message}`;
}

/** Another place that belongs to it. */
export interface RelatedAnnotation {
  readonly file: string;
  readonly region: Region;
  readonly message: string;
}

/** A way to mend it: replacements in its file. */
export interface AnnotatedFix {
  readonly title: string;
  readonly edits: readonly { readonly region: Region; readonly newText: string }[];
}

/** Annotations by how grave they are, the most serious first; those that are equally grave stay in their order. */
export function gravestFirst(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.toSorted((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
