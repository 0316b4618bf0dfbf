import { LSPErrorCodes } from "vscode-languageserver";

/** Messages of so many characters, or more, are written where others were written before. */
const LARGE = 64 * 1024;

/** UTF-8 takes no more bytes than this for a character. */
const BYTES_PER_CHARACTER = 3;

/**
 * Writes messages of the protocol as JSON in UTF-8. The findings of a large file are megabytes, sent after every keystroke: to
 * write them into fresh memory takes many times as long as to write them, since the system has to provide it page by page. So
 * large messages share one buffer: one must have been sent when the next is encoded, which is how writers of the protocol go on.
 */
export class MessageEncoder {
  readonly name = "application/json";
  #buffer = Buffer.alloc(0);

  async encode(message: unknown): Promise<Uint8Array> {
    const json = jsonOf(message);
    if (json.length < LARGE) return Buffer.from(json, "utf8");
    const most = json.length * BYTES_PER_CHARACTER;
    // With room, so that the next one, which is a little longer, needs no other.
    if (this.#buffer.length < most) this.#buffer = Buffer.allocUnsafeSlow(2 * most);
    return this.#buffer.subarray(0, this.#buffer.write(json, "utf8"));
  }
}

/** An answer that is longer than a text can be, or nested too deeply, is an error instead: whoever asked would wait without end. */
function jsonOf(message: unknown): string {
  try {
    return JSON.stringify(message);
  } catch (error) {
    if (typeof message !== "object" || message === null || !("id" in message) || "method" in message)
      throw error;
    const { id } = message;
    const refusal = { code: LSPErrorCodes.RequestFailed, message: "the answer is too large to be sent" };
    return JSON.stringify({ jsonrpc: "2.0", id, error: refusal });
  }
}
