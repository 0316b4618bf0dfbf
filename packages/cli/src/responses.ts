import { reasonOf } from "@responses/node-host";
import { Command } from "commander";
import * as check from "./commands/check.js";
import * as compile from "./commands/compile.js";
import * as diff from "./commands/diff.js";
import * as docs from "./commands/docs.js";
import { endEarly, endUnwritten, requireEnd } from "./commands/end-early.js";
import * as example from "./commands/example.js";
import * as explain from "./commands/explain.js";
import * as fmt from "./commands/fmt.js";
import { refuseSecondValues } from "./commands/given-once.js";
import * as help from "./commands/help.js";
import * as init from "./commands/init.js";
import * as lsp from "./commands/lsp.js";
import * as match from "./commands/match.js";
import * as test from "./commands/test.js";
import * as types from "./commands/types.js";
import { deadLines } from "./terminal/dead-line.js";
import { EXIT } from "./terminal/exit-codes.js";
import { safe } from "./terminal/safe.js";
import { UsageError } from "./terminal/usage-error.js";

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

/** In the order of the help. */
const COMMANDS = [init, check, test, diff, match, example, compile, types, docs, fmt, explain, lsp, help];

const EXAMPLES = `
Examples:
  responses init acme.responses                      write a commented mapping file to start from
  responses check                                    check all mapping files here and below
  responses test acme.responses                      run the recorded examples of one
  responses diff main...HEAD                         say which responses get another verdict, and who pays for it
  responses match acme.responses --status 200 FILE   give the verdict on a response
  responses example acme.responses FILE              turn a response into an example, with the verdict that it gets
  responses compile acme.responses                   write a JavaScript module that gives the verdicts
  responses types                                    write TypeScript declarations for imports of mapping files
  responses docs buyers --out-dir pages              write a page about each mapping, for people to read and agree on
  responses explain keyword-inside-word              what a finding means, and how to fix it
  responses help language                            the reference of the language

responses COMMAND --help says more.
Exit codes: 0 fine; 1 problems found; 2 wrong use, nothing to do, or something that could not be read or written; 3 not
decided (diff); 5 an accepted difference is not what the change does any more (diff); 70 a fault of this command. The last line of a run says why its exit
code is what it is.`;

function createProgram(): Command {
  const program = new Command("responses")
    .description("Reads the HTTP responses of remote systems as mapping files say.")
    .version(RESPONSES_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureOutput({
      outputError: (text, write) => write(deadLines(withAdvice(text).split("\n").map(safe).join("\n"))),
    })
    .showHelpAfterError("(--help says more)")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  for (const { register } of COMMANDS) register(program);
  for (const command of program.commands) refuseSecondValues(command);
  return program;
}

/** Somebody who leaves the quotation marks of a name out gives several. */
function withAdvice(text: string): string {
  return text.replace(
    /^(error: too many arguments .*)$/m,
    "$1 A name with blanks in it needs quotation marks.",
  );
}

async function main(): Promise<void> {
  requireEnd();
  process.stdout.on("error", endUnwritten);
  process.stderr.on("error", () => {});
  process.on("uncaughtException", (error) => {
    endEarly(error);
    process.exit();
  });
  try {
    requireFolder();
    await createProgram().parseAsync();
    // Help, a page, a server that goes on: what has no last line has not failed.
    process.exitCode ??= EXIT.fine;
  } catch (error) {
    endEarly(error);
  }
}

/** Throws a UsageError where the folder that the command is run in is gone: relative paths lead nowhere then. */
function requireFolder(): void {
  try {
    process.cwd();
  } catch (error) {
    throw new UsageError(`the current folder cannot be used: ${reasonOf(error)}`);
  }
}

void main();
