import type { ExampleReport } from "@responses/lsp";

/** An example as a test: its report, and an id that stays while others are added or go. */
export interface ExampleTest {
  readonly id: string;
  readonly report: ExampleReport;
}

/** The tests that a file's examples are. Examples of equal names are told apart by their order. */
export function exampleTests(reports: readonly ExampleReport[]): readonly ExampleTest[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const count = (seen.get(report.name) ?? 0) + 1;
    seen.set(report.name, count);
    return { id: `${count} ${report.name}`, report };
  });
}
