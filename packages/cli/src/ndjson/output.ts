/** Bytes that are put together one after the other, again and again in the same memory. */
export class Output {
  #bytes = Buffer.alloc(0);
  #length = 0;

  /**
   * Begins anew: what was given before is written over, unless its memory was given away.
   *
   * @param expected how many bytes there will be, about
   */
  begin(expected: number): void {
    this.#length = 0;
    if (this.#bytes.length < expected) this.#bytes = Buffer.allocUnsafeSlow(expected);
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Adds a text in UTF-8. */
  write(text: string): void {
    this.#reserve(3 * text.length);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** What was added since it began. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.ceil(1.5 * (this.#length + more)));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
