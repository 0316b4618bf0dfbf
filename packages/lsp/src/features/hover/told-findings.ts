import type { Finding } from "@responses/dsl";
import type { ShownFinding } from "../../workspace/analysis/analysed-document.js";
import { markedFindings } from "../presentation/marked-findings.js";

/**
 * What a client says of a place beside the preview, since it was found there: a preview does not say it again. Nothing for a client that
 * shows previews alone.
 */
export class ToldFindings {
  readonly #findings: readonly ShownFinding[];

  constructor(findings: readonly ShownFinding[]) {
    this.#findings = findings;
  }

  /** The findings whose stretch of the text holds an offset, or ends there, but for those that no editor marks. Linear in the findings. */
  static at(findings: readonly ShownFinding[], offset: number): ToldFindings {
    return new ToldFindings(
      markedFindings(findings)
        .map(({ shown }) => shown)
        .filter(({ finding: { span } }) => span.start <= offset && offset <= span.end),
    );
  }

  /** Whether a finding of that name is told. */
  has(name: Finding["name"]): boolean {
    return this.#findings.some(({ finding }) => finding.name === name);
  }

  /** Whether one sentence has all these texts. */
  says(...texts: readonly string[]): boolean {
    return this.#findings.some(({ message }) => texts.every((text) => message.includes(text)));
  }
}

export const NOTHING_TOLD = new ToldFindings([]);
