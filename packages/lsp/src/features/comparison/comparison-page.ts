import type { Example, Rule } from "@responses/dsl";
import {
  asSentence,
  codeSpan,
  comparisonAsMarkdown,
  conclusionOf,
  refuses,
  SAME_FOR_ALL,
} from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { BaseName } from "../../workspace/bases/base-mappings.js";
import { escaped } from "../presentation/preview-text.js";
import { staleText } from "../presentation/stale-note.js";
import { type ComparedBase, type ComparedDocument, lineBefore } from "./compared-document.js";

/** What a comparison says, as Markdown in which nothing of a file or a body is live. */
export function comparisonPage({ analysed, usable, base, compared }: ComparedDocument): string {
  const stale = staleText(usable, null);
  const conclusion = conclusionOf(compared);
  return pageOf(analysed, base.name, [
    `**${asSentence(conclusion)}** ${fromTo(base)}`,
    ...(stale === null ? [] : [asSentence(`the text is compared ${escaped(stale)}`)]),
    ...(conclusion === SAME_FOR_ALL
      ? []
      : comparisonAsMarkdown({
          compared,
          isShownElsewhere: () => false,
          placeBefore: (stated) => placeText(analysed, stated, lineBefore(stated)),
          placeAfter: (stated) => placeText(analysed, stated, usable.lineOf(stated) + 1),
          failing: [],
          belowEdits: [],
          isWhole: true,
          tellsAll: false,
        })),
  ]);
}

/** Why there is nothing to say. */
export function notComparedPage(analysed: AnalysedDocument, name: BaseName, reason: string): string {
  return pageOf(analysed, name, [`**It cannot be compared**: ${asClauseEnd(reason)}`]);
}

/** Sentences of findings have an end, reasons have none. */
function asClauseEnd(reason: string): string {
  return `${escaped(reason)}${reason.endsWith(".") ? "" : "."}`;
}

/** Why a text has no mapping that could be compared, as a clause. */
export function whyUnusable({ findings }: AnalysedDocument): string {
  const problem = findings.find(({ finding }) => refuses(finding.name));
  const why = problem === undefined ? "" : `: ${problem.message}`;
  return `the text has errors, and a mapping with errors gives no verdicts${why}`;
}

function pageOf({ file }: AnalysedDocument, name: BaseName, blocks: readonly string[]): string {
  const title = `## ${codeSpan(file.path)} compared with ${name === "head" ? "HEAD" : "what is saved"}`;
  return `${[title, ...blocks].join("\n\n")}\n`;
}

function fromTo({ commit, formerly }: ComparedBase): string {
  const from = commit === null ? "what is saved" : codeSpan(`HEAD (${commit.slice(0, 10)})`);
  const name = formerly === null ? "" : `, where it was ${codeSpan(formerly)},`;
  return `From ${from}${name} to the text in the editor.`;
}

/** In Markdown; in an included file with the file's name. */
function placeText(analysed: AnalysedDocument, { file }: Rule | Example, line: number): string {
  return file.path === analysed.file.path ? `line ${line}` : codeSpan(`${file.path}:${line}`);
}
