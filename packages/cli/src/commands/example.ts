import type { Command } from "commander";
import { UsageError } from "../terminal/usage-error.js";

/** No command: people look for it, since examples are what they write. It says which commands they mean, and is in no help. */
export function register(program: Command): void {
  program
    .command("example", { hidden: true })
    .argument("[paths...]")
    .allowUnknownOption()
    .helpOption(false)
    .action(() => {
      throw new UsageError(
        "there is no command example. Examples stand in a mapping, and responses test runs them; the verdict on a response in a file gives: responses match MAPPING.responses FILE",
      );
    });
}
