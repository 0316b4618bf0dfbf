import { dirname } from "node:path";
import { STARTER_FILE } from "@responses/dsl";
import type { Command } from "commander";
import { makeFolder, writeNew } from "../atomic-write.js";
import { UsageError } from "../exit-codes.js";
import { printLine, safe } from "../terminal.js";

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
      if (!file.endsWith(".responses")) {
        throw new UsageError(
          `the name of a mapping file ends in .responses: try responses init ${file}.responses`,
        );
      }
      makeFolder(dirname(file));
      writeNew(file, STARTER_FILE);
      printLine(`wrote ${safe(file)}; responses test ${safe(file)} runs its examples`);
    });
}
