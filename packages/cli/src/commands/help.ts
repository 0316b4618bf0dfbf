import { readFileSync } from "node:fs";
import { closest } from "@responses/dsl/editor";
import { reasonOf } from "@responses/node-host";
import type { Command } from "commander";
import { asPlainText } from "../report/plain-markdown.js";
import { printLine } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";

/** The topic that is no command: the reference of the language. */
const LANGUAGE = "language";

/** Replaces commander's own help command, which knows no topics and says nothing of an unknown name. */
export function register(program: Command): void {
  program.helpCommand(false);
  program
    .command("help")
    .summary("print the help of a command, or the reference of the language")
    .description(`Prints the help of a command, or with ${LANGUAGE} the reference of the language.`)
    .argument("[topic]", `a command, or ${LANGUAGE}`)
    .action((topic: string | undefined) => {
      if (topic === undefined) {
        program.outputHelp();
        return;
      }
      const name = topic.toLowerCase();
      const command = program.commands.find((known) => known.name() === name);
      if (command !== undefined) command.outputHelp();
      else if (name === LANGUAGE) printLine(asPlainText(languageReference()).trimEnd());
      else throw new UsageError(unknownTopic(program, topic));
    });
}

/** docs/language.md, which the build puts beside the bundle. */
function languageReference(): string {
  const place = new URL("./language.md", import.meta.url);
  try {
    return readFileSync(place, "utf8");
  } catch (error) {
    throw new UsageError(`the reference of the language can't be read: ${reasonOf(error)}`);
  }
}

function unknownTopic(program: Command, topic: string): string {
  const known = [...program.commands.map((command) => command.name()), LANGUAGE];
  const meant = closest(topic.toLowerCase(), known);
  const advice = meant === null ? "responses help lists the commands" : `did you mean ${meant}?`;
  return `there is no command or topic named ${topic}; ${advice}`;
}
