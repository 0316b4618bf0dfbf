import { catalogue, FINDING_NAMES, type FindingName } from "./catalogue.js";
import type { CatalogueEntry, Page } from "./catalogue-entry.js";
import { CHANGE_KINDS, CHANGES, type ChangeKind } from "./change-kinds.js";

/** What a page needs to know of an entry; its message has no place there. */
type Described = Omit<CatalogueEntry<FindingName, never>, "message">;

/**
 * The page docs/checks.md as Markdown: every finding with its severity, what it says, why, an example, and the fix; and every kind of change
 * that a comparison tells.
 */
export function checksPage(): string {
  const entries: readonly Described[] = FINDING_NAMES.map((name) => catalogue[name]);
  const parts = [
    INTRODUCTION,
    overview(entries),
    OF_CHANGES,
    changesOverview(),
    ...entries.map(section),
    ...CHANGE_KINDS.map(changeSection),
  ];
  return `${parts.join("\n\n")}\n`;
}

const INTRODUCTION = `<!-- Generated from packages/dsl/src/findings/catalogue by \`npm run docs\`; edits here are lost. -->

# What the tools can find

Every finding has a name, which \`responses explain NAME\` takes, too. An **error** fails \`responses check\`, a **warning** does with
\`--max-warnings\`, a **hint** never does. [\`responses.config.json\`](language.md#the-project-file) can change a severity, but for what
refuses a mapping: such a file has no meaning until it is fixed, and is not run. A comment line directly above a statement
silences the findings of one name in it:

\`\`\`text
# responses-ignore NAME: the reason
\`\`\`

What refuses a mapping, and \`example-fails\`, cannot be silenced. Each example below is run by the tests: the first gives the
finding, the second gives none.`;

function overview(entries: readonly Described[]): string {
  const rows = entries.map(
    ({ name, severity, page }) =>
      `| [\`${name}\`](#${name}) | ${severity} | ${inTable(firstSentence(page.what))} |`,
  );
  return ["| name | severity | what it says |", "| --- | --- | --- |", ...rows].join("\n");
}

const OF_CHANGES = `What \`responses diff\` tells of a change has names as well, in its reports for the places where changes are reviewed:`;

function changesOverview(): string {
  const rows = CHANGE_KINDS.map((name) => {
    const { level, what } = CHANGES[name];
    return `| [\`${name}\`](#${name}) | ${level} | ${inTable(firstSentence(what))} |`;
  });
  return ["| name | severity | what it says |", "| --- | --- | --- |", ...rows].join("\n");
}

function changeSection(name: ChangeKind): string {
  const { level, what, advice } = CHANGES[name];
  return [
    `## ${name}`,
    `**${level}**, told by \`responses diff\``,
    prose(what),
    `*What to look at:* ${prose(advice)}`,
  ].join("\n\n");
}

function section(entry: Described): string {
  const { name, severity, refuses } = entry;
  const grave = refuses ? `**${severity}**, refuses the mapping` : `**${severity}**`;
  return [`## ${name}`, grave, pageAsMarkdown(entry)].join("\n\n");
}

/** The page of one finding as Markdown, without a heading. */
export function pageAsMarkdown({ page }: Pick<Described, "page">): string {
  return [
    prose(page.what),
    `*Why it matters:* ${prose(page.why)}`,
    "Wrong:",
    mapping(page.wrong),
    "Right:",
    mapping(page.right),
    ...otherFiles(page),
    `*How to fix it:* ${prose(page.fix)}`,
  ].join("\n\n");
}

function otherFiles({ files }: Page): readonly string[] {
  return Object.entries(files ?? {}).flatMap(([path, text]) => [`where \`${path}\` is`, mapping(text)]);
}

function mapping(text: string): string {
  return `\`\`\`responses\n${text.endsWith("\n") ? text : `${text}\n`}\`\`\``;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;
}

/** The text with what Markdown would take for its own escaped; what stands in backquotes is code, and stays. */
function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_<>[\]#|]/g, "\\$&")))
    .join("");
}

function inTable(text: string): string {
  return prose(text).replaceAll("\n", " ");
}
