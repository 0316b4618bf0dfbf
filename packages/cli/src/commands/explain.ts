import type { FindingName } from "@responses/dsl";
import { closest, FINDING_NAMES, isFindingName, listed } from "@responses/dsl/editor";
import type { Command } from "commander";
import { CHEAT_SHEET } from "../report/cheat-sheet.js";
import { findingList, findingPage } from "../report/finding-page.js";
import { printLine } from "../terminal/print.js";
import { styleFor, textWidthOf, widthOf } from "../terminal/style.js";
import { UsageError } from "../terminal/usage-error.js";

const HELP = `
Examples:
  responses explain                      the names of all findings
  responses explain keyword-inside-word  the page of one: what, why, an example, how to fix it
  responses explain syntax               the language on one screen`;

export function register(program: Command): void {
  program
    .command("explain")
    .summary("explain what a finding means")
    .description("Explains what a finding of check means, why it matters, and how to fix it.")
    .argument("[names...]", "the findings' names (default: list them all)")
    .addHelpText("after", HELP)
    .action((names: readonly string[]) => {
      // All names are known before the first page is printed.
      const found = names.map(findingNamed);
      const pages = found.length === 0 ? [allFindings()] : found.map(pageOf);
      printLine(pages.map((lines) => lines.join("\n")).join("\n\n\n"));
    });
}

function allFindings(): readonly string[] {
  return findingList(styleFor(process.stdout), widthOf(process.stdout));
}

/** The page of a finding; what is wrong with a text that is not in the language is best seen by what is in it. */
function pageOf(name: FindingName): readonly string[] {
  return name === "syntax"
    ? CHEAT_SHEET
    : findingPage(name, styleFor(process.stdout), textWidthOf(process.stdout));
}

/** The finding that was meant, upper and lower case aside. */
function findingNamed(written: string): FindingName {
  const name = written.toLowerCase();
  if (isFindingName(name)) return name;
  const meant = closest(name, FINDING_NAMES);
  const similar = meant === null ? FINDING_NAMES.filter((known) => known.split("-").includes(name)) : [meant];
  const advice =
    similar.length === 0 ? "responses explain lists them all" : `did you mean ${listed(similar, "or")}?`;
  throw new UsageError(`there is no finding named ${written}; ${advice}`);
}
