import { dirname, join, relative } from "node:path";
import { isMappingFileName, listed, STARTER_FILE } from "@responses/dsl/editor";
import {
  clearLeftovers,
  DISK,
  FileError,
  makeFolder,
  realPathOf,
  repositoryRootOf,
  writeNew,
} from "@responses/node-host";
import { type Command, Option } from "commander";
import { UNTIL_PUBLISHED } from "../ci/ci-file.js";
import { CI_FILES, CI_PLACES, type CiPlace } from "../ci/ci-places.js";
import { printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { shellWord } from "../terminal/shell-word.js";
import { UsageError } from "../terminal/usage-error.js";
import { chosen } from "./choice.js";

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

const STARTER_NAME = "mapping.responses";

const HELP = `
Examples:
  responses init acme.responses
  responses init                   writes ${STARTER_NAME}
  responses init --ci github       writes .github/workflows/responses.yml, which checks and tests each pull request

The file of --ci goes to the root of the git repository: ${listed(
  CI_PLACES.map((place) => CI_FILES[place].path),
  "or",
)}.
A file that is there is never overwritten; of --ci it is then said what to add to it.`;

export function register(program: Command): void {
  program
    .command("init")
    .summary("write a commented mapping file to start from, or what runs the command in CI")
    .description("Writes a commented mapping file to start from, or the file that has the command run in CI.")
    .argument(
      "[file]",
      `the mapping file to write; its name ends in .responses (default: ${STARTER_NAME}, with --ci none)`,
    )
    .addOption(ciOption())
    .addHelpText("after", HELP)
    .action((file: string | undefined, { ci }: { readonly ci?: CiPlace }) => {
      const mapping = file ?? (ci === undefined ? STARTER_NAME : null);
      if (mapping !== null && !isMappingFileName(mapping)) {
        throw new UsageError(
          `the name of a mapping file ends in .responses: try responses init ${shellWord(betterName(mapping))}`,
        );
      }
      // Both or none.
      if (mapping !== null && ci !== undefined && isThere(mapping))
        throw new FileError({ kind: "cannot-write", path: mapping, reason: "it is there already" });
      if (ci !== undefined) writeCiFile(ci);
      if (mapping !== null) writeStarter(mapping);
    });
}

function ciOption(): Option {
  return new Option("--ci <place>", "write the file that has the command run there")
    .choices(CI_PLACES)
    .argParser((name) => chosen(name, CI_PLACES));
}

function writeStarter(file: string): void {
  makeFolder(dirname(file));
  writeNew(file, STARTER_FILE);
  printLine(`wrote ${safe(file)}; responses test ${safe(shellWord(file))} runs its examples`);
}

function writeCiFile(place: CiPlace): void {
  const { path, text, addition, next } = CI_FILES[place];
  const file = join(repositoryRootOf(".") ?? realPathOf("."), path);
  const shown = safe(relative(realPathOf("."), file));
  const wanted = text(RESPONSES_VERSION);
  if (isThere(file)) {
    clearLeftovers(dirname(file));
    if (holds(file, wanted)) {
      printLine(`${shown} is there already, and is what would be written`);
      return;
    }
    printLine(addition.text(RESPONSES_VERSION).trimEnd());
    throw new UsageError(
      `${shown} is there already and stays as it is; add the text above to ${addition.place}`,
    );
  }
  makeFolder(dirname(file));
  writeNew(file, wanted);
  printLine(`wrote ${shown}; ${next}`);
  printLine(UNTIL_PUBLISHED);
}

function isThere(path: string): boolean {
  return DISK.whatIsAt(path).kind !== "missing";
}

function holds(file: string, text: string): boolean {
  const bytes = Buffer.from(text);
  const read = DISK.read(file, bytes.length);
  return read.kind === "bytes" && read.bytes.equals(bytes);
}

/** A folder is where the file goes; any other name lacks its ending. */
function betterName(file: string): string {
  const isFolder = /(?:^|[/\\])\.{0,2}$/.test(file) || DISK.whatIsAt(file).kind === "folder";
  return isFolder ? join(file, STARTER_NAME) : `${file}.responses`;
}
