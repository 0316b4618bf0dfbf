import { reasonOf } from "@responses/node-host";
import { Command, CommanderError } from "commander";
import * as check from "./commands/check.js";
import * as compile from "./commands/compile.js";
import * as diff from "./commands/diff.js";
import * as docs from "./commands/docs.js";
import * as example from "./commands/example.js";
import * as explain from "./commands/explain.js";
import * as fmt from "./commands/fmt.js";
import * as init from "./commands/init.js";
import * as lsp from "./commands/lsp.js";
import * as match from "./commands/match.js";
import * as test from "./commands/test.js";
import * as types from "./commands/types.js";
import { EXIT } from "./terminal/exit-codes.js";
import { printError } from "./terminal/print.js";
import { safe } from "./terminal/safe.js";
import { isProblem } from "./terminal/usage-error.js";

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

/** In the order of the help. */
const COMMANDS = [init, check, test, diff, match, example, compile, types, docs, fmt, explain, lsp];

const EXAMPLES = `
Examples:
  responses init acme.responses                      write a commented mapping file to start from
  responses check                                    check all mapping files here and below
  responses test acme.responses                      run the recorded examples of one
  responses diff main...HEAD                         say which responses get another verdict, and who pays for it
  responses match acme.responses --status 200 FILE   give the verdict on a response
  responses example acme.responses FILE              make an example of a response, with the verdict that it gets
  responses compile acme.responses                   write a JavaScript module that gives the verdicts
  responses types                                    write TypeScript declarations for imports of mapping files
  responses docs buyers --out-dir pages              write a page of each mapping, to be read and agreed on
  responses explain keyword-inside-word              what a finding means, and how to mend it

responses COMMAND --help tells more.
Exit codes: 0 fine, 1 problems found, 2 wrong use or nothing to do; diff also has 3 for not decided.`;

function createProgram(): Command {
  const program = new Command("responses")
    .description("Reads the HTTP responses of remote systems as mapping files say.")
    .version(RESPONSES_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureOutput({ outputError: (text, write) => write(text.split("\n").map(safe).join("\n")) })
    .showHelpAfterError("(--help tells more)")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  for (const { register } of COMMANDS) register(program);
  return program;
}

async function main(): Promise<void> {
  // `responses check | head`: who reads no further has seen enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    printError(`cannot write to standard output: ${reasonOf(error)}`);
    process.exit(EXIT.unusable);
  });
  process.stderr.on("error", () => {});
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
  if (isProblem(error)) printError(error.message);
  else
    printError(
      `this should not happen; please report it\n${error instanceof Error ? error.stack : String(error)}`,
    );
  return EXIT.unusable;
}

void main();
