import type { Diagnostic } from "vscode-languageserver";
import { areSameDiagnostics } from "../../features/diagnostics/same-diagnostics.js";

/** Diagnostics that a client can ask for by name: equal ones of a file keep their name. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly version: number | null;
  readonly diagnostics: Diagnostic[];
}

interface KnownReport extends DiagnosticReport {
  /** What the diagnostics were made of. */
  readonly source: object;
}

/** The diagnostics that each file had last, so that what has not changed is not sent again. */
export class ReportedDiagnostics {
  readonly #known = new Map<string, KnownReport>();
  #next = 1;

  /**
   * A file's report. The same `source` gives the same diagnostics, so they are only made where it is another one than last
   * time. `uri` is the normalised one.
   */
  report(uri: string, version: number | null, source: object, make: () => Diagnostic[]): DiagnosticReport {
    const known = this.#known.get(uri);
    if (known?.source === source) return known;
    const diagnostics = make();
    const isSame = known !== undefined && areSameDiagnostics(known.diagnostics, diagnostics);
    const report = {
      resultId: isSame ? known.resultId : `${this.#next++}`,
      version,
      diagnostics: isSame ? known.diagnostics : diagnostics,
      source,
    };
    this.#known.set(uri, report);
    return report;
  }

  /** What was reported last; null for a file of which nothing was. */
  last(uri: string): DiagnosticReport | null {
    return this.#known.get(uri) ?? null;
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}
