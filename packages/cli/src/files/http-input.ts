import type { Response } from "@responses/dsl";
import { safe } from "../terminal/safe.js";
import { UsageError } from "../terminal/usage-error.js";
import { readDecompressedAnswer } from "./decompressed-answer.js";
import type { Input } from "./input.js";

/** The response in the output of `curl -i`. Throws a UsageError that says where it is no such output. */
export function readHttpInput({ name, bytes }: Input): Response {
  const reading = readDecompressedAnswer(bytes);
  if (reading.kind === "answer") return { status: reading.status, body: reading.body };
  const place = reading.line === null ? name : `${name}, line ${reading.line}`;
  throw new UsageError(`cannot read ${safe(place)} as curl -i prints an answer: ${reading.reason}`);
}
