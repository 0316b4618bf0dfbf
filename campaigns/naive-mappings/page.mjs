import {
  countsAboveRefusals,
  countsOf,
  isRight,
  isSpoiltByFix,
  isWrong,
  OF_ORDER,
  SITUATIONS,
} from "./counts.mjs";
import { styleNames } from "./naive-rules.mjs";

/** @typedef {import("./counts.mjs").NaiveRow} NaiveRow */
/** @typedef {import("./counts.mjs").Situation} Situation */

/** @type {Readonly<Record<Situation, string>>} */
const TITLES = {
  bare: "Without any example",
  sample: "With the one success as an example",
  all: "With all known answers as examples",
};

const COLUMNS = [
  "way to write it",
  "rules",
  "wrong",
  "answers",
  "pointed at",
  "with a fix",
  "cured",
  "narrower",
  "worse",
];

/**
 * The figures as Markdown: a table for each situation, and one sentence on the rules that were right as written.
 *
 * @param {readonly NaiveRow[]} rows
 */
export function tablesOf(rows) {
  const tables = SITUATIONS.map((situation) =>
    [`## ${TITLES[situation]}`, "", ...table(rows, situation), "", rightRules(rows, situation), ""].join(
      "\n",
    ),
  );
  return [...tables, aboveRefusals(rows)].join("\n");
}

/**
 * What becomes of the same lines above rules that name the refusals carefully: a row for each situation, then one for each way.
 *
 * @param {readonly NaiveRow[]} rows
 */
function aboveRefusals(rows) {
  const bySituation = SITUATIONS.map((situation) => {
    const { ofOrder, ...counts } = countsAboveRefusals(rows, situation);
    return line(TITLES[situation].toLowerCase(), [...Object.values(counts), ofOrder].map(String));
  });
  const byStyle = styleNames.flatMap((style) => {
    const own = SITUATIONS.map((situation) =>
      countsAboveRefusals(
        rows.filter((row) => row.style === style),
        situation,
      ),
    );
    const wrong = own[0]?.wrong ?? 0;
    if (wrong === 0) return [];
    const cells = [wrong, ...own.flatMap(({ ofOrder, pointed }) => [ofOrder, wrong - pointed])];
    return [line(style, cells.map(String))];
  });
  const right = rows.filter(isRight);
  const told = SITUATIONS.map(
    (situation) => right.filter(({ above }) => above?.[situation].pointedAt.includes(OF_ORDER)).length,
  );
  return [
    "## Above careful refusals",
    "",
    "Each line once more, above the rules that name the refusals and errors of its system in the mapping of somebody who knows it. It takes the",
    `same answers, since the first rule that holds decides; now \`${OF_ORDER}\` can show it. The last column counts the wrong lines with`,
    "that finding; it is silent where another finding at the line shows a response that the same rule below would have refused, and where an example fails already.",
    "",
    ...heading(["recorded", ...COLUMNS.slice(1), OF_ORDER]),
    ...bySituation,
    "",
    `Of ${right.length} lines that are right on all known answers ${told.join(", ")} have \`${OF_ORDER}\`, in the order of these rows.`,
    "",
    `By the way to write it: of the wrong lines, those with \`${OF_ORDER}\` and those with no warning at all, without any example, with the one success, with all`,
    "known answers.",
    "",
    ...heading([
      "way to write it",
      "wrong",
      "none: order",
      "silent",
      "one: order",
      "silent",
      "all: order",
      "silent",
    ]),
    ...byStyle,
    "",
  ].join("\n");
}

/** @param {readonly string[]} columns */
function heading(columns) {
  return [
    line(columns[0] ?? "", columns.slice(1)),
    line(
      "---",
      columns.slice(1).map(() => "---:"),
    ),
  ];
}

/**
 * @param {readonly NaiveRow[]} rows
 * @param {string} command the command that makes the page
 */
export function pageOf(rows, command) {
  const systems = new Set(rows.map(({ system }) => system)).size;
  return `# Mappings of one careless line

Made by \`${command}\`, which prints the same tables; \`--list\` prints every rule with what became of it.

Each of ${systems} systems gives its first recorded success to somebody who has seen nothing else of it, and who writes one line in each of
the ways below. Every line is tried on all that the system is known to answer. What counts is a finding at the line itself: that an example
fails, which is an error at the example, does not.

| column | counts |
| --- | --- |
| rules | the lines; one that two ways make is counted under the first |
| wrong | lines that take at least one refusal or error for a success |
| answers | the refusals and errors that these lines take for a success |
| pointed at | wrong lines with a warning |
| with a fix | wrong lines whose warning offers a change to choose |
| cured | wrong lines that are right after the first change offered: they take no refusal, and lose no more successes than before |
| narrower | wrong lines that take no refusal after it, and lose a success that their author had not seen: it is unmapped until somebody records it |
| worse | wrong lines that take more refusals after it, or lose a success that their author had seen |

Whoever writes a line without examples has seen the one success, too.

${tablesOf(rows)}
## The ways, each with a line that it made

| way to write it | for example |
| --- | --- |
${exampleRows(rows).join("\n")}
`;
}

/** @param {readonly NaiveRow[]} rows */
function exampleRows(rows) {
  return styleNames.flatMap((style) => {
    const first = rows.find((row) => row.style === style);
    return first === undefined ? [] : [`| ${style} | ${inCell(first.rule)}, for ${first.system} |`];
  });
}

/** A rule as code in a cell of a table: a bar there is written with a backslash. @param {string} rule */
function inCell(rule) {
  return `\`${rule.replaceAll("|", "\\|")}\``;
}

/** @param {readonly NaiveRow[]} rows @param {Situation} situation */
function table(rows, situation) {
  const lines = styleNames
    .map((style) => /** @type {const} */ ([style, rows.filter((row) => row.style === style)]))
    .filter(([, own]) => own.length > 0)
    .map(([style, own]) => line(style, countsOf(own, situation)));
  return [...heading(COLUMNS), ...lines, line("**all**", countsOf(rows, situation))];
}

/** @param {string} first @param {import("./counts.mjs").Counts | readonly string[]} cells */
function line(first, cells) {
  return `| ${[first, ...Object.values(cells)].join(" | ")} |`;
}

/** @param {readonly NaiveRow[]} rows @param {Situation} situation */
function rightRules(rows, situation) {
  const right = rows.filter(isRight);
  const warned = right.filter((row) => row.in[situation].pointedAt.length > 0);
  const spoilt = right.filter((row) => isSpoiltByFix(row.in[situation]));
  const narrow = rows.filter((row) => !isWrong(row) && !isRight(row));
  const told = narrow.filter(
    (row) => [...row.in[situation].pointedAt, ...row.in[situation].hinted].length > 0,
  );
  return `Of ${right.length} lines that are right on all known answers ${warned.length} have a warning; the first change offered makes ${spoilt.length} of them wrong or too narrow. Of ${narrow.length} lines that take no refusal and lose a success ${told.length} have a warning or a hint.`;
}
