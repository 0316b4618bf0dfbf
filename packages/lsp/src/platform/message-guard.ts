import { Transform, type TransformCallback } from "node:stream";

/** The largest message that is read, in bytes. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;

/** No client writes headers of this length. */
const LONGEST_HEADER = 4096;

const HEADER_END = "\r\n\r\n";

/**
 * Lets messages of the protocol through as they are, and calls `refuse` with a reason at the first that is too large or
 * has no header that says its length: the reader behind it would wait for ever. (LSP 3.17, base protocol)
 */
export class MessageGuard extends Transform {
  readonly #refuse: (reason: string) => void;
  #header = "";
  /** How many bytes of the content are still to come; null while a header is read. */
  #left: number | null = null;

  constructor(refuse: (reason: string) => void) {
    super();
    this.#refuse = refuse;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#left === null) {
        const end = this.#readHeader(chunk, offset);
        if (end === null) return;
        offset = end;
      } else {
        const taken = Math.min(this.#left, chunk.length - offset);
        offset += taken;
        this.#left -= taken;
        if (this.#left === 0) this.#left = null;
      }
    }
    done(null, chunk);
  }

  /** Reads on in a header; gives the offset behind it or behind the chunk, and null for one that is refused. */
  #readHeader(chunk: Buffer, offset: number): number | null {
    const before = this.#header.length;
    // One more than allowed is enough to see that it is too long.
    this.#header += chunk.toString("latin1", offset, offset + LONGEST_HEADER + 1);
    const end = this.#header.indexOf(HEADER_END);
    if (end === -1) {
      const isHopeless = this.#header.length > LONGEST_HEADER || !couldBeHeader(this.#header);
      if (!isHopeless) return chunk.length;
      this.#refuse("standard input does not speak the language server protocol: no Content-Length header");
      return null;
    }
    const header = this.#header.slice(0, end);
    const [length, ...others] = [...header.matchAll(/^content-length:[ \t]*(\d+)[ \t]*\r?$/gim)].map(
      ([, digits]) => digits,
    );
    if (length === undefined) {
      this.#refuse("a message has no Content-Length header");
      return null;
    }
    // The reader takes another length than this, or none.
    if (others.length > 0 || !couldBeHeader(`${header}\r\n`)) {
      this.#refuse("the header of a message cannot be read");
      return null;
    }
    if (Number(length) > LARGEST_MESSAGE) {
      this.#refuse(`a message of ${length} bytes is more than the ${LARGEST_MESSAGE} that are read`);
      return null;
    }
    this.#header = "";
    this.#left = Number(length) === 0 ? null : Number(length);
    return offset + end + HEADER_END.length - before;
  }
}

/** Whether every whole line so far has the form of a header field. */
function couldBeHeader(text: string): boolean {
  const lines = text.split("\r\n");
  return (
    lines.slice(0, -1).every((line) => line === "" || /^[!-9;-~]+:/.test(line)) &&
    !/\n/.test(lines.at(-1) ?? "")
  );
}
