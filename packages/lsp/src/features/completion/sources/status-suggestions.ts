import { counted, isHttpStatus, LARGEST_STATUS, SMALLEST_STATUS } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { examplesOf } from "./completion-context.js";
import { STATUS_CLASSES, STATUS_NAMES, USUAL_STATUSES } from "./status-names.js";

/** Statuses of HTTP: those of the examples first, then the usual ones and classes, then all that have a name. */
export function statusSuggestions(context: CompletionContext): readonly Suggestion[] {
  const counts = statusCounts(context);
  const seen = [...counts].filter(([status]) => isHttpStatus(status)).sort(([a], [b]) => a - b);
  return [
    ...seen.map(([status, count]) => statusSuggestion(status, count)),
    ...ALL.filter((status) => typeof status === "string" || !counts.has(status)).map(suggestionOf),
  ];
}

/** Where a range can end: at the end of a class first, then at any status behind its beginning. */
export function rangeEndSuggestions({ place }: CompletionContext): readonly Suggestion[] {
  const first = Number(/(\d+) \.\.$/.exec(place.before)?.[1] ?? SMALLEST_STATUS);
  const classEnd = Math.min(LARGEST_STATUS, Math.floor(first / 100) * 100 + 99);
  const ends = [classEnd, ...STATUS_NAMES.map(([status]) => status), LARGEST_STATUS];
  return ends.filter((end) => end > first).map((end) => statusSuggestion(end, 0));
}

/** Statuses for an example, which may be any integer: those of other examples, and all that have a name. */
export function exampleStatusSuggestions(context: CompletionContext): {
  readonly seen: readonly Suggestion[];
  readonly others: readonly Suggestion[];
} {
  const counts = statusCounts(context);
  const seen = [...counts].sort(([, a], [, b]) => b - a);
  return {
    seen: (seen.length === 0 ? MOST_USUAL : seen).map(([status, count]) => statusSuggestion(status, count)),
    others: ALL.flatMap((status) =>
      typeof status === "string" || counts.has(status) ? [] : [statusSuggestion(status, 0)],
    ),
  };
}

const MOST_USUAL: readonly (readonly [status: number, count: number])[] = [[200, 0]];

/** The usual statuses and classes, then all others. */
const ALL: readonly (number | string)[] = [
  ...USUAL_STATUSES,
  ...[...STATUS_CLASSES.map(([word]) => word), ...STATUS_NAMES.map(([status]) => status)].filter(
    (status) => !USUAL_STATUSES.includes(status),
  ),
];

/** How many of the file's examples have each status. */
function statusCounts({ document }: CompletionContext): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { status } of examplesOf(document.file)) {
    if (status !== null) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

const nameByStatus: ReadonlyMap<number, string> = new Map(STATUS_NAMES);
const meaningOfClass: ReadonlyMap<string, string> = new Map(STATUS_CLASSES);

function suggestionOf(status: number | string): Suggestion {
  if (typeof status === "number") return statusSuggestion(status, 0);
  const meaning = meaningOfClass.get(status) ?? "a class of statuses";
  return suggestionFor(status, meaning, meaning);
}

/** `count` examples have the status. */
function statusSuggestion(status: number, count: number): Suggestion {
  const name = nameByStatus.get(status) ?? null;
  const seen = count === 0 ? null : `in ${counted(count, "example")}`;
  const detail = [name, seen].filter((part) => part !== null).join(", ");
  return suggestionFor(
    String(status),
    detail === "" ? `the last of ${Math.floor(status / 100)}xx` : detail,
    name,
  );
}

function suggestionFor(code: string, detail: string, name: string | null): Suggestion {
  const content = { kind: "code", code } as const;
  const about = name === null ? null : () => [line([words(`Status ${code}: ${name}.`)], 200)];
  return {
    content,
    kind: CompletionItemKind.Value,
    detail,
    about,
    ...(name === null ? {} : { alsoFoundBy: name }),
  };
}
