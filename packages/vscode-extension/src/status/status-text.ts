import { counted } from "@responses/dsl/editor";
import type { ExampleResults } from "@responses/lsp";

/** How many findings of each kind a file has. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** How many were accepted in the baseline; they are none of the others. */
  readonly baselined: number;
}

/** What the status item says of a file: shortly, and in full. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: "good" | "warning" | "error";
}

/** What is known of a mapping file, in a few words. `results` is null where the server knows nothing of the file. */
export function statusText(results: ExampleResults | null, findings: FindingCounts): StatusText {
  const examples = results?.examples ?? [];
  const failing = examples.filter(({ passed }) => !passed).length;
  const known = [counted(results?.rules.length ?? 0, "rule"), findingsInWords(findings)].join(", ");
  const asItWas = results?.asItWas ?? null;
  return {
    text: examplesInWords(examples.length, failing),
    detail: asItWas === null ? known : `${asItWas}; ${known}`,
    severity: findings.errors > 0 || failing > 0 ? "error" : findings.warnings > 0 ? "warning" : "good",
  };
}

function examplesInWords(count: number, failing: number): string {
  if (count === 0) return "No examples";
  return failing === 0
    ? `${counted(count, "example")} ${count === 1 ? "passes" : "pass"}`
    : `${failing} of ${counted(count, "example")} ${failing === 1 ? "fails" : "fail"}`;
}

function findingsInWords({ errors, warnings, hints, baselined }: FindingCounts): string {
  const parts = [
    ...(errors === 0 ? [] : [counted(errors, "error")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
    ...(hints === 0 ? [] : [counted(hints, "hint")]),
    ...(baselined === 0 ? [] : [`${baselined} in the baseline`]),
  ];
  return parts.length === 0 ? "nothing found" : parts.join(", ");
}
