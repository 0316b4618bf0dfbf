import { type DecodedBody, decodeBody } from "@responses/dsl/editor";
import { safe } from "../terminal/safe.js";
import { UsageError } from "../terminal/usage-error.js";
import { readDecompressedAnswer } from "./decompressed-answer.js";
import type { Input } from "./input.js";

/** The status in the output of `curl -i`, and the body. */
export interface HttpInput extends DecodedBody {
  readonly status: number;
}

/**
 * The response in the output of `curl -i`, its body decoded by the charset that it declares. Throws a UsageError that says
 * where it is no such output.
 */
export function readHttpInput({ name, bytes }: Input): HttpInput {
  const reading = readDecompressedAnswer(bytes);
  if (reading.kind === "answer")
    return { status: reading.status, ...decodeBody(reading.body, reading.charset, TextDecoder) };
  const place = reading.line === null ? name : `${name}, line ${reading.line}`;
  throw new UsageError(`cannot read ${safe(place)} as curl -i prints an answer: ${reading.reason}`);
}
