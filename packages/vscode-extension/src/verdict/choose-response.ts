import { type QuickPickItem, window } from "vscode";
import type { Explained, SeveralExplained } from "./explained.js";
import { beginningOf } from "./given-response.js";

interface Choice extends QuickPickItem {
  /** Null for all of them. */
  readonly explained: Explained | null;
}

/** Asks which of several responses is to be explained: one, or null for what each gets. Undefined where nobody chooses. */
export async function chooseResponse({
  responses: { count, shown },
}: SeveralExplained): Promise<Explained | null | undefined> {
  const areExamples = shown.some(({ example }) => example !== null);
  const all: Choice = { label: `$(list-unordered) All ${count}: what each gets`, explained: null };
  const each = shown.map(({ status, body, verdict, example }, index): Choice => {
    const text = beginningOf(status === null ? body : `${status} ${body}`);
    if (example === null)
      return {
        label: `${index + 1}. ${verdict}`,
        description: text,
        explained: { kind: "response", response: { status, body } },
      };
    const { start, end } = example.range;
    return {
      label: `Line ${start.line + 1}: ${verdict}`,
      description: text,
      explained: { kind: "examples", lines: { first: start.line, last: end.line } },
    };
  });
  const choice = await window.showQuickPick([all, ...each], {
    title: areExamples
      ? `${count} examples are selected: which verdict is to be explained?`
      : `There are ${count} responses: which verdict is to be explained?`,
    matchOnDescription: true,
  });
  return choice?.explained;
}
