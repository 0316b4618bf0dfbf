import type { FindingName } from "@responses/dsl";
import {
  CHANGE_KINDS,
  type ChangeKind,
  closest,
  FINDING_NAMES,
  isChangeKind,
  isFindingName,
  listed,
} from "@responses/dsl/editor";
import type { Command } from "commander";
import { CHEAT_SHEET } from "../report/cheat-sheet.js";
import { changePage, findingList, findingPage } from "../report/finding-page.js";
import { printLine } from "../terminal/print.js";
import { styleFor, textWidthOf, widthOf } from "../terminal/style.js";
import { UsageError } from "../terminal/usage-error.js";

const HELP = `
Examples:
  responses explain                      the names of all findings, and of what diff tells
  responses explain keyword-inside-word  the page of one: what, why, an example, how to fix it
  responses explain sale-lost            the page of a kind of change that diff tells
  responses explain syntax               the language on one screen`;

export function register(program: Command): void {
  program
    .command("explain")
    .summary("explain what a finding means, or a change")
    .description(
      "Explains what a finding of check means, why it matters, and how to fix it; and what diff means by a kind of change.",
    )
    .argument("[names...]", "the names of findings or kinds of change (default: list them all)")
    .addHelpText("after", HELP)
    .action((names: readonly string[]) => {
      // All names are known before the first page is printed.
      const found = names.map(meant);
      const pages = found.length === 0 ? [allFindings()] : found.map(pageOf);
      printLine(pages.map((lines) => lines.join("\n")).join("\n\n\n"));
    });
}

function allFindings(): readonly string[] {
  return findingList(styleFor(process.stdout), widthOf(process.stdout));
}

/** The page of a finding; what is wrong with a text that is not in the language is best seen by what is in it. */
function pageOf(name: FindingName | ChangeKind): readonly string[] {
  if (isChangeKind(name)) return changePage(name, styleFor(process.stdout), textWidthOf(process.stdout));
  return name === "syntax"
    ? CHEAT_SHEET
    : findingPage(name, styleFor(process.stdout), textWidthOf(process.stdout));
}

/** The finding or kind of change that was meant, upper and lower case aside. */
function meant(written: string): FindingName | ChangeKind {
  const name = written.toLowerCase();
  if (isFindingName(name) || isChangeKind(name)) return name;
  const known = [...FINDING_NAMES, ...CHANGE_KINDS];
  const likely = closest(name, known);
  const similar = likely === null ? known.filter((one) => one.split("-").includes(name)) : [likely];
  const advice =
    similar.length === 0 ? "responses explain lists them all" : `did you mean ${listed(similar, "or")}?`;
  throw new UsageError(`there is no finding or change named ${written}; ${advice}`);
}
