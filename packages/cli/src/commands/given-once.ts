import { type Command, Option } from "commander";
import { safe } from "../terminal/safe.js";
import { UsageError } from "../terminal/usage-error.js";

/** An option that may be given several times. */
export class RepeatableOption extends Option {}

/**
 * Refuses that an option with a value is given twice with different ones, where only the last would count and nobody would learn of it;
 * options that may be given several times are left out.
 */
export function refuseSecondValues(command: Command): void {
  for (const option of command.options) {
    if (!(option.required || option.optional) || option.variadic || option instanceof RepeatableOption)
      continue;
    let first: string | null = null;
    command.on(`option:${option.name()}`, (value: string | null) => {
      const given = value ?? "";
      if (first !== null && first !== given)
        throw new UsageError(
          `${option.long ?? option.name()} is given as ${safe(first)} and as ${safe(given)}, and can be only one of them: run the command once for each`,
        );
      first = given;
    });
  }
}
