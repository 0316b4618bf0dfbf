import type { Annotation } from "../annotations/annotation.js";

/** An annotation, and how many with its fingerprint stand in its file before it. */
export interface Occurrence {
  readonly annotation: Annotation;
  readonly number: number;
}

/**
 * Numbers the annotations of equal fingerprints of each file from 0, so that fingerprint and number together tell them apart. What has its
 * number keeps it, so that a comparison, which tells of new findings alone, calls each as a check does.
 */
export function occurrences(annotations: readonly Annotation[]): readonly Occurrence[] {
  const counts = new Map<string, number>();
  return annotations.map((annotation) => {
    const key = `${annotation.fingerprint} ${annotation.file}`;
    const number = counts.get(key) ?? 0;
    counts.set(key, number + 1);
    return { annotation, number: annotation.number ?? number };
  });
}
