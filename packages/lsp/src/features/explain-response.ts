import {
  createMatcher,
  type FileModel,
  type Response,
  type Rule,
  type Verdict,
  writeVerdict,
} from "@responses/dsl";
import { nearRuleAmong, readHttpAnswer, refuses, Subject } from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../workspace/repair/usable-mapping.js";
import { placeOfRule } from "./presentation/example-words.js";
import { nearMissPieces } from "./presentation/near-miss-pieces.js";
import type { Places } from "./presentation/places.js";
import { type Block, line, renderPreview, words } from "./presentation/preview-text.js";
import { locationOfRule } from "./presentation/rule-locations.js";
import { staleBlocks } from "./presentation/stale-note.js";
import {
  captureBlocks,
  otherRuleBlocks,
  reasonBlocks,
  verdictPieces,
} from "./presentation/verdict-reasons.js";

/** A response that somebody wants explained: its parts, or what `curl -i` printed. */
export type GivenResponse =
  | { readonly status: number | null; readonly body: string }
  | { readonly http: string };

/** The verdict on a response and why, or what keeps it from being given. */
export type ResponseExplanation =
  | {
      readonly kind: "verdict";
      readonly verdict: Verdict;
      /** Why, as lines of plain text, and as markdown in which nothing from the response or the file is live. */
      readonly lines: readonly string[];
      readonly markdown: string;
      readonly decidedBy: Location | null;
    }
  /** The text is no answer, at that line from 1 on; null where no line is to blame. */
  | { readonly kind: "no-response"; readonly reason: string; readonly line: number | null }
  | { readonly kind: "no-mapping"; readonly reason: string };

/** Longer bodies have no place shown in them. */
const LARGEST_SHOWN = 4 * 1024 * 1024;

/** What a document's mapping says of a response, and why. */
export function explainResponse(
  document: AnalysedDocument,
  given: GivenResponse,
  places: Places,
): ResponseExplanation {
  const { usable } = document;
  if (usable === null) return { kind: "no-mapping", reason: reasonOf(document) };
  const read = readGiven(given);
  if (read.kind !== "response") return read;
  const subject = new Subject(read.response);
  const matcher = createMatcher(usable.mapping);
  const { verdict, rule } = matcher.decide(read.response);
  const others = matcher.holding(read.response).filter((holding) => holding !== rule);
  const blocks: readonly Block[] = [
    line([words("Gets "), ...verdictPieces(writeVerdict(verdict))], 300),
    ...reasonBlocks(rule, subject.body.length > LARGEST_SHOWN ? null : subject, usable),
    ...captureBlocks(verdict, usable),
    ...otherRuleBlocks(others, usable),
    ...(rule === null ? nearRule(subject, usable) : []),
    ...staleBlocks(usable, null),
  ];
  return {
    kind: "verdict",
    verdict,
    lines: renderPreview(blocks, "plaintext").split("\n"),
    markdown: renderPreview(blocks, "markdown"),
    decidedBy: rule === null ? null : locationOfRule(rule, document, places),
  };
}

type ReadResponse =
  | { readonly kind: "response"; readonly response: Response }
  | Extract<ResponseExplanation, { readonly kind: "no-response" }>;

function readGiven(given: GivenResponse): ReadResponse {
  if (!("http" in given)) return { kind: "response", response: given };
  const reading = readHttpAnswer(new TextEncoder().encode(given.http));
  if (reading.kind === "fault") return { kind: "no-response", reason: reading.reason, line: reading.line };
  // Text cannot be compressed, whatever a header says that curl has left there.
  return { kind: "response", response: { status: reading.status, body: reading.body } };
}

/** A rule that the unmapped response misses by little. */
function nearRule(subject: Subject, usable: UsableMapping): readonly Block[] {
  const { rules, file } = usable.mapping;
  const found = nearRuleAmong(ownFirst(rules, file), subject);
  if (found === null) return [];
  const start = [words("Nearly matches "), ...placeOfRule(found.rule, usable), words(", ")];
  return [line([...start, ...nearMissPieces(found.miss, subject.body, 90)], 250)];
}

function ownFirst(rules: readonly Rule[], own: FileModel): readonly Rule[] {
  return [...rules.filter(({ file }) => file === own), ...rules.filter(({ file }) => file !== own)];
}

function reasonOf({ findings }: AnalysedDocument): string {
  const problem = findings.find(({ finding }) => refuses(finding.name));
  return problem === undefined
    ? "the mapping cannot be run"
    : `the mapping cannot be run: ${problem.message}`;
}
