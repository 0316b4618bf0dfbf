import { bodyKindOf } from "@responses/dsl/editor";
import { DISK } from "@responses/node-host";
import { safe } from "../terminal/safe.js";
import { shellWord } from "../terminal/shell-word.js";
import { UsageError } from "../terminal/usage-error.js";
import { type Input, readInput } from "./input.js";
import { STANDARD_INPUT } from "./standard-input.js";

/**
 * Reads what the argument of a command for one response stands for: a file, `-` for standard input, or, where there is no such file and it
 * is a document, the argument itself. Throws a UsageError with the way to give it for other texts that can hardly be meant for a path, and
 * a FileError where the file can't be read.
 *
 * @param command what the user has written before, such as `match acme.responses`
 */
export async function readResponseArgument(argument: string, command: string): Promise<Input> {
  if (argument === STANDARD_INPUT || DISK.whatIsAt(argument).kind !== "missing") return readInput(argument);
  if (isDocument(argument)) return { name: "the body in the command line", bytes: Buffer.from(argument) };
  if (!NO_PATH.test(argument) && LIKE_PATH.test(argument)) return readInput(argument);
  throw new UsageError(
    `cannot read ${safe(argument)}: there is no such file; a body itself comes by standard input: printf %s ${safe(shellWord(argument))} | responses ${safe(command)} -`,
  );
}

/** What stands in bodies and hardly ever in a path. */
const NO_PATH = /[\n{}<>"=&]|^[[]/;

/** A folder, or the end of a file's name: what has neither can be a text as well. */
const LIKE_PATH = /[/\\]|\.\w{1,10}$/;

function isDocument(text: string): boolean {
  switch (bodyKindOf(text)) {
    case "json":
      return isJson(text);
    case "xml":
    case "html":
      return true;
    case "empty":
    case "text":
      return false;
  }
}

/** A glob that the shell did not expand begins like an array, and is none. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
