import {
  createMatcher,
  explain,
  type Mapping,
  type Response,
  type Rule,
  type SourceText,
  type Trace,
  type Verdict,
} from "@responses/dsl";
import { located, refuses } from "@responses/dsl/editor";
import { MappingFiles, ProjectFiles } from "@responses/node-host";
import { readHttpInput } from "../files/http-input.js";
import { type Input, readInput } from "../files/input.js";
import { CollectedFindings, type ReportedFinding, sourcesOf } from "./collected-findings.js";

/** A mapping to match with, or why there is none. */
export type OpenedMapping =
  | { readonly kind: "mapping"; readonly mapping: Mapping; readonly rules: number }
  | {
      readonly kind: "refused";
      readonly errors: readonly ReportedFinding[];
      readonly sourceOf: (path: string) => SourceText;
    };

/** Reads the mapping of `responses match`; throws a FileError if it can't be read. */
export function openMapping(path: string): OpenedMapping {
  const folder = process.cwd();
  const files = new MappingFiles(folder);
  const { linked, file } = files.load(path);
  if (linked.kind !== "refused")
    return { kind: "mapping", mapping: linked.mapping, rules: located(file, "rule").length };
  const collected = new CollectedFindings(new ProjectFiles(folder));
  collected.add(linked.findings.filter(({ name }) => refuses(name)));
  return { kind: "refused", errors: collected.inOrder(), sourceOf: sourcesOf(files) };
}

/** Where a response comes from. */
export type ResponseSource =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "body"; readonly path: string; readonly status: number | null }
  /** A whole answer, as `curl -i` prints it. */
  | { readonly kind: "http"; readonly path: string };

export interface MatchReport {
  readonly source: ResponseSource;
  readonly response: Response;
  /** What was read; null where it was nothing but the status. */
  readonly input: Input | null;
  readonly verdict: Verdict;
  readonly decidedBy: Rule | null;
  /** Null unless it was asked for. */
  readonly trace: Trace | null;
}

/** Gives the verdict on one response. Throws a UsageError if that can't be read. */
export async function runMatch(
  mapping: Mapping,
  source: ResponseSource,
  withTrace: boolean,
): Promise<MatchReport> {
  const { response, input } = await readResponse(source);
  if (withTrace) {
    const trace = explain(mapping, response);
    return { source, response, input, verdict: trace.verdict, decidedBy: trace.decidedBy, trace };
  }
  const { verdict, rule } = createMatcher(mapping).decide(response);
  return { source, response, input, verdict, decidedBy: rule, trace: null };
}

async function readResponse(source: ResponseSource): Promise<Pick<MatchReport, "response" | "input">> {
  if (source.kind === "status") return { response: { status: source.status }, input: null };
  const input = await readInput(source.path);
  return source.kind === "http"
    ? { response: readHttpInput(input), input }
    : { response: { status: source.status, body: input.bytes }, input };
}
