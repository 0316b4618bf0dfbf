import type { Random } from "../random.js";
import { hostileMapping } from "./hostile-mapping.js";
import { hostileText } from "./hostile-text.js";
import { livingLines, obeyedLines } from "./living-lines.js";

/** What commands are run on, and the runs that print its texts. */
export interface PrintingRuns {
  /** The files of the folder that they are run in, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** The arguments of each run. */
  readonly runs: readonly (readonly string[])[];
  /** How many hostile texts are in the files and the arguments. */
  readonly texts: number;
}

/** The formats of reports. */
export const FORMATS = ["pretty", "json", "github", "gitlab", "junit", "sarif", "markdown"] as const;

export type Format = (typeof FORMATS)[number];

/** Where reports go that are not printed. */
export const REPORTS_FOLDER = "reports";

/** Comparing and listing overlaps goes through pairs of rules: these get mappings with so many statements of each kind. */
const FEW_GROUPS = 8;

/**
 * Hostile files and every command that prints something of them. A seed decides.
 *
 * @param groups how many statements of each kind the largest mapping has
 * @param printed the formats in which reports are printed, each by a run of its own that writes the others into files
 */
export function printingRuns(
  random: Random,
  groups: number,
  isRefused: boolean,
  printed: readonly Format[],
): PrintingRuns {
  const large = hostileMapping(random, groups, isRefused);
  const [before, after] = [
    hostileMapping(random, FEW_GROUPS, false),
    hostileMapping(random, FEW_GROUPS, false),
  ];
  const name = `${hostileText(random).replaceAll(/[\0/]/g, "").slice(0, 60)}.responses`;
  const afterName = `few/${name}`;
  const option = hostileText(random).replaceAll("\0", "");
  const inFormats = (...args: readonly string[]) =>
    printed.map((format) => [...args, ...reports(args, format)]);
  const lines = large.bodies.map((body, index) =>
    // Some lines are no JSON, and are reported.
    index % 4 === 0 ? body.replaceAll("\n", " ") : JSON.stringify({ status: 200, body }),
  );
  return {
    files: {
      [name]: large.text,
      [afterName]: after.text,
      "few/before.responses": before.text,
      body: large.bodies.join("\n"),
      "answers.ndjson": `${lines.join("\n")}\n`,
      [`${REPORTS_FOLDER}/note`]: "",
    },
    runs: [
      ...inFormats("check"),
      ["check", "--gaps", "--all-overlaps", "--verbose", "few"],
      ...inFormats("test", "--coverage"),
      ["match", "--explain", "--status", "200", `./${name}`, "body"],
      ["match", "--explain", "--format", "json", "--status", "200", `./${name}`, "body"],
      ["match", "--ndjson", "answers.ndjson", "--jobs", "1", `./${name}`],
      ["example", "--status", "200", `./${name}`, "body"],
      ...inFormats("diff", "few/before.responses", `./${afterName}`),
      ["compile", "--plan", "--verbose", `./${name}`],
      ["compile", "--out-dir", "modules"],
      ["compile", "--format", "json", "--out-dir", "modules"],
      ["docs", "--out-dir", "pages"],
      ["types", "--out-dir", "types"],
      ["fmt", "--check"],
      ["check", `--${option}`],
    ],
    texts: large.texts + before.texts + after.texts + 2,
  };
}

/** Prints one format, and writes each other one into a file named after it. */
function reports([command = ""]: readonly string[], printed: Format): readonly string[] {
  const others = FORMATS.filter((format) => format !== printed).flatMap((format) => [
    "--format",
    format,
    "--output",
    `${REPORTS_FOLDER}/${command}.${format}`,
  ]);
  return [...others, "--format", printed];
}

/** The lines of what such a run printed that are alive: none should be. */
export function livingIn(args: readonly string[], stdout: string, stderr: string): readonly string[] {
  return [...livingInOutput(args, stdout), ...livingLines(stderr, false)];
}

function livingInOutput(args: readonly string[], stdout: string): readonly string[] {
  // Lines of NDJSON are data that come back as they were given, and so are those of a diff, as far as nobody obeys them.
  if (args.includes("--ndjson")) return [];
  return args.includes("--diff") ? obeyedLines(stdout) : livingInReport(args.at(-1) ?? "", stdout);
}

/** The same of a report in some format. */
export function livingInReport(format: string, report: string): readonly string[] {
  // What the format itself says around the log, which has a random name.
  return format === "github"
    ? livingLines(report.replaceAll(/^::(?:stop-commands::)?[0-9a-f]{32}(?:::)?$/gm, ""), true)
    : livingLines(report, false);
}
