/*
 * A scanner in WebAssembly that counts what it reads: the very binary that modules carry, in which the test puts a counter before
 * each instruction that loads from memory. A load is of 1 to 16 bytes.
 */

const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;

/** The name of the counter among the exports: a global of 32 bits. */
export const LOADS = "loads";

/** The binary with the counter. Throws for an instruction that it does not know. */
export function countingBinary(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new Reader(binary, 8);
  const sections: { readonly id: number; readonly content: readonly number[] }[] = [];
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const size = reader.number();
    sections.push({ id, content: reader.bytes(size) });
  }
  const globals = sections.find(({ id }) => id === GLOBALS)?.content ?? [0];
  const counter = new Reader(Uint8Array.from(globals), 0).number();
  if (!sections.some(({ id }) => id === GLOBALS)) {
    sections.splice(
      sections.findIndex(({ id }) => id >= EXPORTS),
      0,
      { id: GLOBALS, content: globals },
    );
  }
  const name = [...new TextEncoder().encode(LOADS)];
  const written = sections.flatMap(({ id, content }) => {
    let changed = content;
    // A number of 32 bits that can change and begins with 0.
    if (id === GLOBALS) changed = withOneMore(content, [0x7f, 1, 0x41, 0, 0x0b]);
    if (id === EXPORTS) changed = withOneMore(content, [name.length, ...name, 3, ...number(counter)]);
    if (id === CODE) changed = countingCode(content, counter);
    return [id, ...number(changed.length), ...changed];
  });
  return Uint8Array.from([...binary.subarray(0, 8), ...written]);
}

/** A list with one more at its end. */
function withOneMore(list: readonly number[], added: readonly number[]): readonly number[] {
  const reader = new Reader(Uint8Array.from(list), 0);
  const count = reader.number();
  return [...number(count + 1), ...list.slice(reader.at), ...added];
}

function countingCode(content: readonly number[], counter: number): readonly number[] {
  const reader = new Reader(Uint8Array.from(content), 0);
  // global.get, i32.const 1, i32.add, global.set: what is on the stack stays there.
  const counting = [0x23, ...number(counter), 0x41, 1, 0x6a, 0x24, ...number(counter)];
  const count = reader.number();
  const functions: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = reader.number();
    const end = reader.at + size;
    const start = reader.at;
    for (let locals = reader.number(); locals > 0; locals -= 1) {
      reader.number();
      reader.byte();
    }
    const body = content.slice(start, reader.at);
    while (reader.at < end) {
      const from = reader.at;
      if (passInstruction(reader)) body.push(...counting);
      body.push(...content.slice(from, reader.at));
    }
    for (const byte of [...number(body.length), ...body]) functions.push(byte);
  }
  return [...number(count), ...functions];
}

/** Passes an instruction (WebAssembly 2.0, 5.4). Gives whether it loads. */
function passInstruction(reader: Reader): boolean {
  const code = reader.byte();
  if (code === 0xfd) return passVectorInstruction(reader);
  if (code >= 0x28 && code <= 0x3e) {
    reader.numbers(2);
    return code <= 0x35;
  }
  // Blocks, branches, calls, variables, memory.size and memory.grow, constants.
  const takesOne = (code >= 0x02 && code <= 0x04) || code === 0x0c || code === 0x0d || code === 0x10;
  if (takesOne || (code >= 0x20 && code <= 0x24) || (code >= 0x3f && code <= 0x42)) reader.numbers(1);
  else if (code === 0x0e) reader.numbers(reader.number() + 1);
  else if (code > 0xc4 || (code >= 0x06 && code <= 0x0a) || (code >= 0x11 && code <= 0x19) || code === 0x1c)
    throw new RangeError(`instruction ${code}`);
  else if (code === 0x43 || code === 0x44) reader.bytes(code === 0x43 ? 4 : 8);
  return false;
}

function passVectorInstruction(reader: Reader): boolean {
  const code = reader.number();
  const loadsLane = code >= 84 && code <= 87;
  const loads = code <= 10 || loadsLane || code === 92 || code === 93;
  if (loads || code === 11 || (code >= 88 && code <= 91)) reader.numbers(2);
  if (code === 12 || code === 13) reader.bytes(16);
  if ((code >= 21 && code <= 34) || (code >= 84 && code <= 91)) reader.byte();
  return loads;
}

/** A number as LEB128. */
function number(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
}

class Reader {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new RangeError(`nothing stands at ${this.at}`);
    this.at += 1;
    return byte;
  }

  bytes(count: number): readonly number[] {
    return Array.from({ length: count }, () => this.byte());
  }

  /** LEB128, as an unsigned number; of a signed one nobody asks what it is. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  numbers(count: number): void {
    for (let index = 0; index < count; index += 1) this.number();
  }
}
