import { closest, FINDING_NAMES, isFindingName, listed } from "@responses/dsl/editor";
import type { Command } from "commander";
import { findingList, findingPage } from "../report/finding-page.js";
import { printLine } from "../terminal/print.js";
import { styleFor, textWidthOf, widthOf } from "../terminal/style.js";
import { UsageError } from "../terminal/usage-error.js";

const HELP = `
Examples:
  responses explain                      the names of all findings
  responses explain keyword-inside-word  the page of one: what, why, an example, how to mend it`;

export function register(program: Command): void {
  program
    .command("explain")
    .summary("tell what a finding means")
    .description("Tells what a finding of check means, why it matters, and how to mend it.")
    .argument("[name]", "the finding's name (default: list them all)")
    .addHelpText("after", HELP)
    .action((name: string | undefined) => {
      const style = styleFor(process.stdout);
      if (name === undefined) printLine(findingList(style, widthOf(process.stdout)).join("\n"));
      else if (isFindingName(name))
        printLine(findingPage(name, style, textWidthOf(process.stdout)).join("\n"));
      else throw new UsageError(unknownName(name));
    });
}

function unknownName(name: string): string {
  const meant = closest(name, FINDING_NAMES);
  const similar = meant === null ? FINDING_NAMES.filter((known) => known.split("-").includes(name)) : [meant];
  const advice =
    similar.length === 0 ? "responses explain lists them all" : `did you mean ${listed(similar, "or")}?`;
  return `there is no finding named ${name}; ${advice}`;
}
