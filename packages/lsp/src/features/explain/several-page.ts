import { type ExampleResult, type Rule, type Verdict, writeVerdict } from "@responses/dsl";
import { counted, responseText, visible } from "@responses/dsl/editor";
import { shortened } from "../presentation/bounded-text.js";
import { textOfPieces, words } from "../presentation/preview-text.js";
import { staleText } from "../presentation/stale-note.js";
import { exampleVerdictPieces } from "../presentation/verdict-reasons.js";
import { type Page, PageWriter } from "./page-writer.js";
import { type InDocument, pieceOfExample, pieceOfRule } from "./verdict-page.js";

/** One of several responses, and what it gets. */
export interface JudgedResponse {
  readonly status: number | null;
  readonly body: string;
  readonly verdict: Verdict;
  readonly decidedBy: Rule | null;
  /** The example that it is of; null for one that somebody gave. */
  readonly example: ExampleResult | null;
}

/** Bytes of a response. */
const LONGEST_RESPONSE = 200;

/** What several responses get, one after the other; `count` is how many there are, of which all are told or the first ones. */
export function severalPage(told: readonly JudgedResponse[], count: number, inDocument: InDocument): Page {
  const { document, usable } = inDocument;
  const writer = new PageWriter();
  const what = told.some(({ example }) => example !== null) ? "examples" : "responses";
  writer.line(0, `What ${visible(document.file.path)} says of these ${count} ${what}`);
  const stale = staleText(usable, null);
  if (stale !== null) {
    writer.blank();
    writer.line(2, stale);
  }
  for (const [index, one] of told.entries()) {
    const { status, body, verdict, decidedBy, example } = one;
    writer.blank();
    const gets = textOfPieces(
      example === null ? [words(`gets ${writeVerdict(verdict)}`)] : exampleVerdictPieces(example, "gets "),
    );
    const head = example === null ? `${index + 1}. ` : pieceOfExample(example, inDocument);
    const rest = visible(example === null ? gets : ` ${gets}`);
    if (decidedBy === null) writer.line(2, head, `${rest}, no rule matches it`);
    else writer.line(2, head, `${rest}, decided by `, pieceOfRule(decidedBy, inDocument));
    writer.line(6, visible(shortened(responseText(status, body), LONGEST_RESPONSE)));
  }
  if (count > told.length) {
    writer.blank();
    writer.line(2, `… and ${counted(count - told.length, "more")}`);
  }
  return writer.page();
}
