import { asSentence, codeSpan, counted } from "@responses/dsl/editor";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import { type Annotation, gravestFirst } from "../annotations/annotation.js";
import type { Conclusion } from "../report/conclusion.js";
import { BoundedMarkdown, MOST_BYTES, TAIL_BYTES } from "../report/markdown.js";
import type { ReportedPaths } from "./reported-paths.js";

const HEADINGS = {
  check: "### What is wrong or doubtful in mapping files",
  test: "### Recorded responses and their verdicts",
  diff: "### What changes for responses",
} as const satisfies Readonly<Record<AnnotatedRun["command"], string>>;

/** UTF-16 units of a message that are shown, at most. */
const LONGEST_MESSAGE = 1_000;

/**
 * A run as a job's summary or a comment, the most serious first. Bounded in size, with what was left out said; every text of a file is
 * code, so that nothing in it comes to life.
 */
export function runAsMarkdown(run: AnnotatedRun, conclusion: Conclusion, paths: ReportedPaths): string {
  const { command, annotations, failures, notes } = run;
  const text = new BoundedMarkdown(MOST_BYTES - TAIL_BYTES);
  text.add(HEADINGS[command]);
  text.add(`**${asSentence(conclusion.why)}**`);
  const blocks = [
    ...failures.map(({ message }) => `- **failed**: ${codeSpan(message, LONGEST_MESSAGE)}`),
    ...notes.map((note) => `- **note**: ${codeSpan(note, LONGEST_MESSAGE)}`),
    ...gravestFirst(annotations).map((annotation) => annotationBlock(annotation, paths)),
  ];
  const cut = blocks.length - takenOf(blocks, text);
  const note =
    cut === 0
      ? []
      : [
          `Left out for length: ${counted(cut, "more of them", "more of them")}; ${codeSpan(`responses ${command}`)} shows all.`,
        ];
  return text.textWith([...note, codeSpan(conclusion.line)]);
}

/** How many fit, from the first on: what follows something left out would hide that there is a gap. */
function takenOf(blocks: readonly string[], text: BoundedMarkdown): number {
  const cut = blocks.findIndex((block) => !text.add(block));
  return cut === -1 ? blocks.length : cut;
}

function annotationBlock(
  { kind, level, message, file, region, fixes }: Annotation,
  paths: ReportedPaths,
): string {
  const place = codeSpan(`${paths.of(file)}:${region.line}`);
  return [
    `- **${level}** at ${place} (${codeSpan(kind)}): ${codeSpan(message, LONGEST_MESSAGE)}`,
    ...fixes.map(({ title }) => `  - fix: ${codeSpan(title)}`),
  ].join("\n");
}
