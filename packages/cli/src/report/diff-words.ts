import { type Response, type Rule, type Verdict, type VerdictChange, writeVerdict } from "@responses/dsl";
import { type ExampleChange, listed, quoted, Subject } from "@responses/dsl/editor";
import type { ComparedFile, ComparedMappings, DiffReport, SideReport } from "../runs/diff-run.js";

/** The file as it is called now; one that is gone as it was called. */
export function nameOf({ before, after }: ComparedFile): string {
  return after ?? before ?? "";
}

/** A side as a person is told of it: a revision with the beginning of its commit's name. */
export function sideInWords({ name, commit }: SideReport): string {
  if (commit === null) return name;
  return commit.startsWith(name) ? commit.slice(0, 10) : `${name} (${commit.slice(0, 10)})`;
}

/** What another verdict means, for whoever pays first. */
export function meaningOf({ money, differs }: Pick<VerdictChange, "money" | "differs">): string {
  switch (money) {
    case "success-lost":
      return "a sale counts no more";
    case "success-gained":
      return "a sale counts now";
    case "none":
      return differs === "outcome"
        ? "another outcome"
        : differs === "label"
          ? "another label"
          : "other captures";
  }
}

/** Captures that are named, at most. */
const SHOWN_CAPTURES = 4;

/** Both verdicts as far as they differ; texts of files in them are not made safe. */
export function verdictsInWords(before: Verdict, after: Verdict): readonly [before: string, after: string] {
  const names = [...new Set([...Object.keys(before.captures), ...Object.keys(after.captures)])].filter(
    (name) => captureOf(before, name) !== captureOf(after, name),
  );
  const isSame = before.outcome === after.outcome && before.label === after.label;
  if (!isSame || names.length === 0) return [writeVerdict(before), writeVerdict(after)];
  const shown = names.slice(0, SHOWN_CAPTURES);
  const rest = names.length - shown.length;
  const written = (verdict: Verdict): string => {
    const captures = shown.map((name) => {
      const text = captureOf(verdict, name);
      return text === null ? `no ${shortName(name)}` : `${shortName(name)} ${quoted(text)}`;
    });
    return `${writeVerdict(verdict)} with ${listed([...captures, ...(rest > 0 ? [`${rest} more`] : [])])}`;
  };
  return [written(before), written(after)];
}

function captureOf({ captures }: Verdict, name: string): string | null {
  return Object.hasOwn(captures, name) ? (captures[name] ?? null) : null;
}

function shortName(name: string): string {
  return name.length > 60 ? quoted(name) : name;
}

/** A response as texts and data show it: its status, and its body as text. */
export function responseParts(response: Response): { readonly status: number | null; readonly body: string } {
  const { status } = response;
  return { status: Number.isInteger(status) ? (status ?? null) : null, body: new Subject(response).body };
}

/** The rule at a place of a comparison; null where none holds. */
export function ruleAt({ rules }: { readonly rules: readonly Rule[] }, place: number | null): Rule | null {
  return place === null ? null : (rules[place] ?? null);
}

/** Whether something of the file is another than it was, or may be. */
export function standingOf(file: ComparedFile): "failed" | "differs" | "undecided" | "same" {
  switch (file.kind) {
    case "refused":
    case "unreadable":
      return "failed";
    case "added":
    case "removed":
      return "differs";
    case "compared":
      if (changesVerdicts(file)) return "differs";
      return file.comparison.undecided.length > 0 ? "undecided" : "same";
  }
}

/** Whether some response gets another verdict: of the groups that were found, or of the recorded ones. */
export function changesVerdicts({ comparison, examples }: ComparedMappings): boolean {
  return comparison.changes.length > 0 || examples.changes.length > 0;
}

/** What a recorded answer's change means. */
export function meaningOfExample({ before, after }: ExampleChange): string | null {
  const counted = before.verdict.outcome === "success";
  if (counted === (after.verdict.outcome === "success")) return null;
  return counted ? "a sale counts no more" : "a sale counts now";
}

/** The files that something is to be said of: where money changes hands first, then other changes, then the rest. */
export function worthTelling({ files }: DiffReport): readonly ComparedFile[] {
  return files
    .filter((file) => file.isRenamed || standingOf(file) !== "same")
    .toSorted((a, b) => weightOf(a) - weightOf(b));
}

function weightOf(file: ComparedFile): number {
  switch (file.kind) {
    case "compared":
      if (file.comparison.changes.some(({ money }) => money !== "none")) return 0;
      if (file.examples.changes.some((change) => meaningOfExample(change) !== null)) return 0;
      if (changesVerdicts(file)) return 1;
      return file.comparison.undecided.length > 0 ? 2 : 5;
    case "refused":
    case "unreadable":
      return 3;
    case "added":
    case "removed":
      return 4;
  }
}
