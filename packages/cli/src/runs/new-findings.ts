import type { Finding, Mapping, Tree } from "@responses/dsl";
import { analyseAtOnce, groupBy, normalisedStatement } from "@responses/dsl/editor";
import type { LoadedMapping, ProjectFiles } from "@responses/node-host";
import {
  baselinedFindings,
  CollectedFindings,
  findingGroups,
  partlyNewMessage,
  type ReportedFinding,
} from "@responses/reporting";
import { type FailingExample, failingExamples } from "./failing-examples.js";

/** A finding that a file had not before. */
export interface NewFinding extends ReportedFinding {
  /** From 1. */
  readonly line: number;
  /** How many of its name stand in equal statements of the file before it, new or not. */
  readonly equalBefore: number;
}

/** A fix for examples of a file that fail. */
export interface ExampleFix {
  readonly title: string;
  /** Where the examples stand, from 1. */
  readonly lines: readonly number[];
}

/** What is wrong in a file that changed, or came. */
export interface NewInFile {
  /** The examples of the newer mapping that fail in it. */
  readonly failing: readonly FailingExample[];
  /** Errors and warnings that it did not have before, but for examples that fail: a comparison tells of them by itself. */
  readonly newFindings: readonly NewFinding[];
  /** What would mend those. */
  readonly exampleFixes: readonly ExampleFix[];
}

export const NOTHING_NEW: NewInFile = { failing: [], newFindings: [], exampleFixes: [] };

/** A mapping with the file that it was loaded from. */
export interface OfFile {
  readonly loaded: LoadedMapping;
  readonly mapping: Mapping;
}

/**
 * What is wrong in a mapping file that changed: findings that it had before are told apart as a baseline does.
 *
 * @param before null for a file that came: all that is found there is new
 */
export function newInFile(
  before: OfFile | null,
  { loaded: after, mapping }: OfFile,
  projects: Pick<ProjectFiles, "severityOf">,
): NewInFile {
  const known =
    before === null
      ? []
      : findingGroups(ownFindings(before.loaded), before.loaded.file.tree).map(
          ({ name, fingerprint, findings }) => ({ name, fingerprint, count: findings.length }),
        );
  const now = ownFindings(after);
  const asBefore = baselinedFindings(now, known, after.file.tree);
  const collected = new CollectedFindings(projects);
  collected.add(
    now.filter((finding) => asBefore.get(finding)?.length !== 0 && finding.name !== "example-fails"),
  );
  const lineOf = ({ span }: Finding): number => after.file.tree.source.positionAt(span.start).line + 1;
  const equalBefore = equalsBefore(now, after.file.tree);
  const newOnes = collected
    .inOrder()
    .filter(({ severity }) => severity !== "hint")
    .map((reported) => ({
      ...reported,
      message: messageWith(reported, asBefore.get(reported.finding)),
      line: lineOf(reported.finding),
      equalBefore: equalBefore.get(reported.finding) ?? 0,
    }));
  const linesByFix = new Map<string, number[]>();
  for (const finding of now) {
    const title = finding.name === "example-fails" ? finding.fixes[0]?.title : undefined;
    if (title !== undefined) linesByFix.set(title, [...(linesByFix.get(title) ?? []), lineOf(finding)]);
  }
  const exampleFixes = [...linesByFix].map(([title, lines]) => ({ title, lines }));
  return { failing: failingExamples(before?.mapping ?? null, mapping), newFindings: newOnes, exampleFixes };
}

/** How many findings of the same name in equal statements stand before each. */
function equalsBefore(findings: readonly Finding[], tree: Tree): ReadonlyMap<Finding, number> {
  const inOrder = findings.toSorted((a, b) => a.span.start - b.span.start);
  const equal = groupBy(inOrder, ({ name, span }) => `${name} ${normalisedStatement(tree, span.start)}`);
  return new Map([...equal.values()].flatMap((group) => group.map((finding, place) => [finding, place])));
}

/** Of a finding that was there for other rules it says which are new. */
function messageWith({ message }: ReportedFinding, fresh: readonly string[] | undefined): string {
  return fresh === undefined ? message : partlyNewMessage(message, fresh);
}

/** Those of an included file are told where it is compared itself. */
function ownFindings({ linked, file }: LoadedMapping): readonly Finding[] {
  return analyseAtOnce(linked).findings.filter((finding) => finding.file === file.path);
}
