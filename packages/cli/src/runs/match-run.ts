import {
  type Capture,
  createMatcher,
  explain,
  type Mapping,
  type Response,
  type Rule,
  type SourceText,
  type Trace,
  type Verdict,
} from "@responses/dsl";
import { type CharsetNote, located, refuses, undeclaredBody, whyNotExplained } from "@responses/dsl/editor";
import { MappingFiles, ProjectFiles } from "@responses/node-host";
import { CollectedFindings, type ReportedFinding, sourcesOf } from "@responses/reporting";
import { readHttpInput } from "../files/http-input.js";
import type { Input } from "../files/input.js";
import { readResponseArgument } from "../files/response-argument.js";
import { refuseBlank } from "./inputs.js";

/** A mapping to match with, or why there is none. */
export type OpenedMapping =
  | {
      readonly kind: "mapping";
      readonly mapping: Mapping;
      readonly rules: number;
      /** Its own file, as it was read. */
      readonly content: Uint8Array;
      /** The real paths of its file and of all that it includes. */
      readonly inputs: readonly string[];
    }
  | {
      readonly kind: "refused";
      readonly errors: readonly ReportedFinding[];
      readonly sourceOf: (path: string) => SourceText;
    };

/** Reads the mapping of a command for one; throws a FileError if it can't be read, or where it must not be blank and is. */
export function openMapping(path: string, { allowBlank }: { readonly allowBlank: boolean }): OpenedMapping {
  const folder = process.cwd();
  const files = new MappingFiles(folder);
  if (!allowBlank) refuseBlank(path, files);
  const { linked, file } = files.load(path);
  if (linked.kind !== "refused")
    return {
      kind: "mapping",
      mapping: linked.mapping,
      rules: located(file, "rule").length,
      content: files.contentOf(path),
      inputs: files.lookedFor,
    };
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
  /** The name of the charset by which the body was decoded; null where there was no body. */
  readonly charset: string | null;
  /** What is to be said of that. */
  readonly notes: readonly CharsetNote[];
  readonly verdict: Verdict;
  readonly decidedBy: Rule | null;
  /** Null unless it was asked for, and for a body that is too large for it. */
  readonly trace: Trace | null;
  /** What the mapping captures, the included files' too. */
  readonly captures: readonly Capture[];
}

/**
 * Gives the verdict on one response. Throws a Problem if that can't be read.
 *
 * @param command what the user has written before the response
 */
export async function runMatch(
  mapping: Mapping,
  source: ResponseSource,
  withTrace: boolean,
  command: string,
): Promise<MatchReport> {
  const read = await readResponse(source, command);
  const { response } = read;
  if (withTrace && whyNotExplained(response) === null) {
    const trace = explain(mapping, response);
    return {
      source,
      ...read,
      verdict: trace.verdict,
      decidedBy: trace.decidedBy,
      trace,
      captures: mapping.captures,
    };
  }
  const { verdict, rule } = createMatcher(mapping).decide(response);
  return { source, ...read, verdict, decidedBy: rule, trace: null, captures: mapping.captures };
}

type ReadResponse = Pick<MatchReport, "response" | "input" | "charset" | "notes">;

async function readResponse(source: ResponseSource, command: string): Promise<ReadResponse> {
  if (source.kind === "status")
    return { response: { status: source.status }, input: null, charset: null, notes: [] };
  const input = await readResponseArgument(source.path, command);
  const { status, body, charset, notes } =
    source.kind === "http" ? readHttpInput(input) : { status: source.status, ...undeclaredBody(input.bytes) };
  return { response: { status, body }, input, charset, notes };
}
