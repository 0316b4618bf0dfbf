import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import {
  type HttpAnswer,
  type HttpFault,
  type HttpReading,
  quoted,
  readHttpAnswer,
} from "@responses/dsl/editor";

/** A compressed body must not become larger than this. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** Reads an HTTP answer as `curl -i` prints it; a body that is still compressed is decompressed. Never throws. */
export function readDecompressedAnswer(bytes: Uint8Array): HttpReading {
  const reading = readHttpAnswer(bytes);
  return reading.kind === "fault" || reading.encoding === null
    ? reading
    : decompressed(reading, reading.encoding);
}

const DECOMPRESSORS: ReadonlyMap<
  string,
  (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array
> = new Map([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["deflate", inflateSync],
  ["br", brotliDecompressSync],
]);

/** The answer with its body as the remote system meant it. */
function decompressed(answer: HttpAnswer, encoding: string): HttpReading {
  const advice = "ask curl to decompress it with --compressed, or delete the header content-encoding";
  const decompress = DECOMPRESSORS.get(encoding);
  if (decompress === undefined) {
    return fault(`the body is compressed (content-encoding: ${quoted(encoding)}); ${advice}`);
  }
  try {
    return { ...answer, body: decompress(answer.body, { maxOutputLength: LARGEST_BODY }), encoding: null };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const problem = tooLarge ? "becomes larger than 256 MB" : "cannot be decompressed";
    return fault(`the body (content-encoding: ${encoding}) ${problem}; ${advice}`);
  }
}

function fault(reason: string): HttpFault {
  return { kind: "fault", reason, line: null, isCutShort: false };
}
