import { UsageError } from "../terminal/usage-error.js";

/** What the first line is of JSON that is no object a line. */
const OPENS_LIST = /^\[\s*(?:\{|$)/;
const OPENS_OBJECT = /^\{\s*$/;

/** The chunks of a stream of lines as they come; throws a UsageError at the first where it is a list, or JSON over several lines. */
export async function* linesOnly(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) refuseOther(chunk, name);
    isFirst = false;
    yield chunk;
  }
}

/** So much of a stream is looked at: white space before its first line is hardly longer. */
const LOOKED_AT = 4096;

function refuseOther(chunk: Buffer, name: string): void {
  const [first = ""] = chunk
    .toString("utf8", 0, LOOKED_AT)
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/, 1);
  if (OPENS_LIST.test(first))
    throw new UsageError(
      `${name} is a JSON list, and --ndjson reads one object a line: jq -c '.[]' writes it so`,
    );
  if (OPENS_OBJECT.test(first))
    throw new UsageError(
      `${name} is JSON over several lines, and --ndjson reads one object a line: jq -c . writes it so`,
    );
}
