import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS, type CommandName, commandsThat } from "../commands.js";
import type { Failure, Way } from "../failure.js";

const REPORTING = commandsThat("reports");
const TAKING_PATHS = commandsThat("walks").filter((name) => !name.startsWith("diff"));

/** Arguments besides the usual ones that no command takes that way. */
function more(
  name: string,
  commands: readonly CommandName[],
  args: readonly string[],
  says: RegExp,
): Failure {
  return { name, commands, make: () => ({ withoutReports: true, more: args }), says };
}

/** A command line as a whole; it stands for the command that it is most like. */
function line(args: readonly string[], says: RegExp, like: CommandName = "check", way: Way = {}): Failure {
  return { name: `responses ${args.join(" ")}`, commands: [like], make: () => ({ ...way, args }), says };
}

/** What cannot be done as it is asked for. */
export const USE: readonly Failure[] = [
  more("an unknown option", Object.keys(COMMANDS) as CommandName[], ["--nope"], /unknown option '--nope'/),
  more("an unknown format", [...REPORTING, "match", "compile"], ["--format", "xml"], /Allowed choices are/),
  more(
    "two formats for standard output",
    REPORTING,
    ["--format", "json", "--format", "sarif"],
    /only one format can go to standard output/,
  ),
  more(
    "an output without a format",
    REPORTING,
    ["--output", "out/x", "--output", "out/y"],
    /needs a --format of its own/,
  ),
  more(
    "a name for standard input that is not read",
    TAKING_PATHS,
    ["--stdin-filename", "x.responses"],
    /--stdin-filename is for standard input/,
  ),
  more(
    "a folder without a name",
    ["compile", "types", "docs"],
    ["--out-dir", ""],
    // Where it is given a name besides, that is told first.
    /--out-dir needs the name of a folder|--out-dir is given as \S+ and as/,
  ),
  more("a bound that is no number", ["check"], ["--max-warnings", "few"], /max-warnings/),
  {
    name: "standard input beside other paths",
    commands: TAKING_PATHS.filter(
      (name) => !/--changed|--fix|--write-baseline|types|compile|docs/.test(name),
    ),
    make: () => ({ paths: ["-", "mappings"] }),
    says: /cannot be combined with other paths/,
  },
  {
    name: "standard input where something is written or asked of git",
    commands: [
      "check --changed",
      "check --fix",
      "check --write-baseline",
      "test --changed",
      "types",
      "compile",
      "docs",
    ],
    make: () => ({ paths: ["-"], stdin: 'success word "a"\n' }),
    says: /standard input/,
  },
  {
    name: "more warnings than are allowed",
    commands: ["check"],
    make: (folder) => {
      writeFileSync(
        join(folder, "mappings/deep/b.responses"),
        'success keyword "valid"\nexample "valid" is success\n',
      );
      return { more: ["--max-warnings", "0"] };
    },
    says: /exit code 1: more than the 0 warnings that --max-warnings allows/,
    code: 1,
    // Warnings are findings like others: how many are too many is no matter of a report.
    afterReports: true,
  },
  line([], /Usage: responses/),
  line(["nope"], /unknown command 'nope'/),
  line(["help", "nope"], /there is no command or topic named nope/),
  line(["explain", "nope"], /there is no finding or change named nope/),
  line(["init", "mappings/a.responses"], /cannot write mappings\/a\.responses: it is there already/),
  line(["init", "acme"], /the name of a mapping file ends in \.responses/),
  line(["init", "answer.txt/a.responses"], /cannot make the folder answer\.txt/),
  line(["init", "new.responses"], /cannot write new\.responses: the disk is full/, "check", {
    fs: { call: "writeFileSync", how: "ENOSPC" },
  }),
  line(["init", "other.responses"], /cannot write other\.responses: permission denied/, "check", {
    fs: { call: "linkSync", how: "EPERM" },
  }),
  line(["docs"], /--out-dir/),
  line(["diff"], /say what to compare/),
  line(["diff", "nope"], /no file or folder nope, and there is no revision nope/),
  line(["diff", "./nope", "mappings"], /there is no file or folder \.\/nope/),
  line(
    ["diff", "mappings", "answer.txt"],
    /cannot be compared: one is a file, the other a folder|say what to compare/,
  ),
  line(["diff", "-", "mappings"], /standard input cannot be compared/),
  line(["match"], /missing required argument/, "match"),
  line(
    ["match", "nope.responses", "answer.txt"],
    /cannot read nope\.responses: there is no such file/,
    "match",
  ),
  line(["match", "answer.txt", "mappings/a.responses"], /the mapping comes first/, "match"),
  line(["match", "mappings/a.responses"], /there is no response/, "match"),
  line(["match", "mappings/a.responses", "--status", "2000"], /three digits/, "match"),
  line(["match", "mappings/a.responses", "--http", "answer.txt"], /cannot read answer\.txt/, "match"),
  line(["match", "mappings/a.responses", "--http", "-"], /cannot read standard input/, "match"),
  line(
    ["match", "mappings/a.responses", "--ndjson", "lines", "--jobs", "0"],
    /whole number from 1 to 256/,
    "match",
  ),
  line(
    ["match", "mappings/a.responses", "answer.txt", "--jobs", "2"],
    /--jobs is for the lines of --ndjson/,
    "match",
  ),
  line(
    ["match", "mappings/a.responses", "--ndjson", "lines", "--format", "json"],
    /cannot be combined with --ndjson/,
    "match",
  ),
  line(["match", "mappings", "answer.txt"], /cannot read mappings/, "match"),
  line(["example", "nope.responses", "answer.txt"], /cannot read nope\.responses/, "example"),
  {
    name: "two mappings with one output",
    commands: ["compile", "types", "docs"],
    make: (folder) => {
      mkdirSync(join(folder, "other"));
      writeFileSync(join(folder, "other/a.responses"), 'success word "a"\n');
      return { paths: ["mappings", "other"] };
    },
    says: /would be written to the same/,
  },
];
