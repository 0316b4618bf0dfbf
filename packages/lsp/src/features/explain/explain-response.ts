import { createMatcher, type ExampleResult, writeVerdict } from "@responses/dsl";
import { refuses, whyNotExplained } from "@responses/dsl/editor";
import type { Location, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { Places } from "../presentation/places.js";
import { locationOfExample } from "../presentation/rule-locations.js";
import {
  type NoResponse,
  type ReadResponse,
  type ReceivedResponse,
  readGiven,
  severalGiven,
} from "../responses/given-response.js";
import { examplesIn } from "./examples-in.js";
import { type ExplainedResponse, explainedVerdict } from "./explained-verdict.js";
import type { Page } from "./page-writer.js";
import { type JudgedResponse, severalPage } from "./several-page.js";
import { type InDocument, pageWithout } from "./verdict-page.js";

/** The verdict on a response and why, what several get, or what keeps it from being given. */
export type ResponseExplanation =
  | ExplainedResponse
  | {
      /** There is more than one; each can be asked for by itself. */
      readonly kind: "several";
      readonly responses: { readonly count: number; readonly shown: readonly ListedResponse[] };
      /** What each of those that are shown gets. */
      readonly page: Page;
    }
  | (NoResponse & { readonly page: Page })
  /** No example stands where one was asked for. */
  | { readonly kind: "no-example"; readonly page: Page }
  | { readonly kind: "no-mapping"; readonly reason: string; readonly page: Page };

/** One of several responses. */
export interface ListedResponse {
  readonly status: number | null;
  readonly body: string;
  /** As a file writes it. */
  readonly verdict: string;
  /** Where the example stands that it is of; null for one that somebody gave. */
  readonly example: Location | null;
}

/** Of several responses as many are told. */
const MOST_TOLD = 100;

/** What a document's mapping says of a response that was given, and why; of each where it is several. */
export function explainResponse(
  document: AnalysedDocument,
  given: ReceivedResponse,
  places: Places,
): ResponseExplanation {
  const { usable } = document;
  if (usable === null) return noMapping(document);
  const inDocument = { document, usable, places };
  const all = severalGiven(given);
  if (all.length > 0) {
    const matcher = createMatcher(usable.mapping);
    const judged = all.slice(0, MOST_TOLD).map((response): JudgedResponse => {
      const { verdict, rule } = matcher.decide(response);
      return { ...response, verdict, decidedBy: rule, example: null };
    });
    return several(judged, all.length, inDocument);
  }
  const read = explainable(readGiven(given));
  if (read.kind !== "response") {
    const place = read.line === null ? "" : `line ${read.line}: `;
    return { ...read, page: pageWithout(document, place + read.reason) };
  }
  return explainedVerdict(read, null, inDocument);
}

function explainable(read: ReadResponse | NoResponse): ReadResponse | NoResponse {
  const reason = read.kind === "response" ? whyNotExplained(read.response) : null;
  return reason === null ? read : { kind: "no-response", reason, line: null };
}

/** The same of the examples in the lines of a range. */
export function explainExamples(
  document: AnalysedDocument,
  range: Range,
  places: Places,
): ResponseExplanation {
  const { usable } = document;
  if (usable === null) return noMapping(document);
  const inDocument = { document, usable, places };
  const results = examplesIn(document, range).flatMap((statement) => usable.resultShownAt(statement) ?? []);
  const [first] = results;
  if (first === undefined) {
    const reason = "no example stands there";
    return { kind: "no-example", page: pageWithout(document, reason, `An example of ${document.file.path}`) };
  }
  if (results.length === 1) {
    const { status, body } = first.example.model;
    const read = {
      kind: "response",
      response: { status, body },
      givenAs: "body",
      charset: null,
      notes: [],
    } as const;
    return explainedVerdict(read, first, inDocument);
  }
  return several(results.slice(0, MOST_TOLD).map(judgedExample), results.length, inDocument);
}

function judgedExample(result: ExampleResult): JudgedResponse {
  const { example, verdict, decidedBy } = result;
  const { status, body } = example.model;
  return { status, body, verdict, decidedBy, example: result };
}

function several(
  judged: readonly JudgedResponse[],
  count: number,
  inDocument: InDocument,
): ResponseExplanation {
  const { document, places } = inDocument;
  const shown = judged.map(({ status, body, verdict, example }) => ({
    status,
    body,
    verdict: writeVerdict(verdict),
    example: example === null ? null : locationOfExample(example.example, document, places),
  }));
  return { kind: "several", responses: { count, shown }, page: severalPage(judged, count, inDocument) };
}

function noMapping(document: AnalysedDocument): ResponseExplanation {
  const reason = reasonOf(document);
  return { kind: "no-mapping", reason, page: pageWithout(document, reason) };
}

function reasonOf({ findings }: AnalysedDocument): string {
  const problem = findings.find(({ finding }) => refuses(finding.name));
  return problem === undefined
    ? "the mapping cannot be run"
    : `the mapping cannot be run: ${problem.message}`;
}
