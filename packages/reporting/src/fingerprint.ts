import { fnvHash } from "@responses/dsl/editor";

/**
 * The fingerprint of what is said of a statement: made of its kind and the statement as the formatter writes it, so that neither
 * lines that come and go above nor a new layout change it.
 *
 * @param kind the name of a finding, or of whatever else a report tells of
 * @param statement `normalisedStatement`, empty for what is said of a whole file
 */
export function fingerprintOf(kind: string, statement: string): string {
  const known = latest.get(kind);
  if (known?.statement === statement) return known.fingerprint;
  const fingerprint = fnvHash(`${kind}\n${statement}`);
  latest.set(kind, { statement, fingerprint });
  return fingerprint;
}

/** Of each kind what was asked last: of a long statement there may be as many findings as it has tests. */
const latest = new Map<string, { readonly statement: string; readonly fingerprint: string }>();
