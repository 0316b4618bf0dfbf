import { InvalidArgumentError } from "commander";
import { refuseResponse } from "../files/response-file.js";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";

/** Throws a UsageError where the arguments of a command that takes a mapping and a response are not in that order. */
export function mappingFirst(
  command: "match" | "example",
  mappingPath: string,
  responsePath: string | undefined,
): void {
  if (!isMappingName(mappingPath) && responsePath !== undefined && isMappingName(responsePath))
    throw new UsageError(`the mapping comes first: responses ${command} ${responsePath} ${mappingPath}`);
  if (mappingPath === STANDARD_INPUT)
    throw new UsageError("the mapping must be a file; - stands for the response's body");
  refuseResponse(mappingPath, command);
}

function isMappingName(path: string): boolean {
  return path.endsWith(".responses");
}

/** The status of `--status`. */
export function statusNumber(text: string): number {
  if (!/^[1-9]\d\d$/.test(text)) throw new InvalidArgumentError("It must be three digits, for example 200.");
  return Number(text);
}
