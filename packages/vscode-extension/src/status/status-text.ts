import { counted } from "@responses/dsl/editor";
import type { ExampleResults } from "@responses/lsp";

/** What the status item says of a file: shortly, and in full. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: "good" | "warning" | "error";
}

/** What is known of a mapping file, in a few words. `results` is null where the server knows nothing of the file. */
export function statusText(results: ExampleResults | null): StatusText {
  const findings = results?.findings ?? NOTHING_FOUND;
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

const NOTHING_FOUND: ExampleResults["findings"] = { errors: 0, warnings: 0, hints: 0, baselined: 0 };

function examplesInWords(count: number, failing: number): string {
  if (count === 0) return "No examples";
  return failing === 0
    ? `${counted(count, "example")} ${count === 1 ? "passes" : "pass"}`
    : `${failing} of ${counted(count, "example")} ${failing === 1 ? "fails" : "fail"}`;
}

function findingsInWords({ errors, warnings, hints, baselined }: ExampleResults["findings"]): string {
  const parts = [
    ...(errors === 0 ? [] : [counted(errors, "error")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
    ...(hints === 0 ? [] : [counted(hints, "hint")]),
    ...(baselined === 0 ? [] : [`${baselined} in the baseline`]),
  ];
  return parts.length === 0 ? "nothing found" : parts.join(", ");
}
