import { dirname, join } from "node:path";
import { isMappingFileName, STARTER_FILE } from "@responses/dsl/editor";
import { DISK, makeFolder, writeNew } from "@responses/node-host";
import type { Command } from "commander";
import { printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { UsageError } from "../terminal/usage-error.js";

const HELP = `
Examples:
  responses init acme.responses
  responses init                   writes mapping.responses

A file that is there is never overwritten.`;

export function register(program: Command): void {
  program
    .command("init")
    .summary("write a commented mapping file to start from")
    .description("Writes a commented mapping file to start from.")
    .argument("[file]", "the file to write; its name ends in .responses", "mapping.responses")
    .addHelpText("after", HELP)
    .action((file: string) => {
      if (!isMappingFileName(file)) {
        throw new UsageError(
          `the name of a mapping file ends in .responses: try responses init ${betterName(file)}`,
        );
      }
      makeFolder(dirname(file));
      writeNew(file, STARTER_FILE);
      printLine(`wrote ${safe(file)}; responses test ${safe(file)} runs its examples`);
    });
}

/** A folder is where the file goes; any other name lacks its ending. */
function betterName(file: string): string {
  const isFolder = /(?:^|[/\\])\.{0,2}$/.test(file) || DISK.whatIsAt(file).kind === "folder";
  return isFolder ? join(file, "mapping.responses") : `${file}.responses`;
}
