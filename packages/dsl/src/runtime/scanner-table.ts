import type { Utf8Encoder } from "./wasm-instance.js";

/** Where the table of a scanner's automaton begins in memory. The state at address 0 leads nowhere, and is all zeros. */
export const SCANNER_TABLE = 64;
const SCANNER_TABLE_END = 0x8000;

/** Where the chains of names begin in a state, and how long a state is. */
const SCANNER_CHAINS = 16;
const SCANNER_STATE_SIZE = 48;

/**
 * The table of an automaton for a scanner in WebAssembly, while it is being put together. In memory, all numbers little-endian:
 *
 * - a state, 48 bytes: what the scanner says, and from 16 on the first entries of 16 chains of names (16 bits each; 0: none);
 * - the entry of a name, 8 bytes and the name in UTF-8, filled up with zeros to whole 8 bytes: the next of its chain (16 bits),
 *   its state (16), what the scanner says (16), its length in bytes (16).
 */
export class ScannerTable {
  readonly memory = new DataView(new ArrayBuffer(SCANNER_TABLE_END));
  /** The sets of paths that lead to one place, from number 1 on. */
  readonly accepted: (readonly number[])[] = [[]];
  private readonly encoder: Utf8Encoder;
  private end = SCANNER_TABLE;

  constructor(encoder: Utf8Encoder) {
    this.encoder = encoder;
  }

  /** Whether more has been asked for than there is room: what was allocated then must not be written to. */
  get isFull(): boolean {
    return this.end > SCANNER_TABLE_END;
  }

  /** The bytes that belong into memory from `SCANNER_TABLE` on. */
  bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer).slice(SCANNER_TABLE, this.end);
  }

  allocate(size: number): number {
    const address = this.end;
    this.end += size;
    return address;
  }

  allocateState(): number {
    return this.allocate(SCANNER_STATE_SIZE);
  }

  /** The number of a set of paths; 0 for none. */
  accept(paths: readonly number[]): number {
    return paths.length === 0 ? 0 : this.accepted.push(paths) - 1;
  }

  /** Puts a name into a state. Does nothing if there is no room. */
  putName(state: number, name: string, next: number, what: number): void {
    const { memory } = this;
    const entry = this.allocate(8);
    if (this.isFull) return;
    const { read, written } = this.encoder.encodeInto(name, new Uint8Array(memory.buffer, entry + 8));
    // A name for which there is no room makes the table full.
    this.allocate(read < name.length ? SCANNER_TABLE_END : (written + 7) & ~7);
    if (this.isFull) return;
    const chain =
      state +
      SCANNER_CHAINS +
      2 * scannerChain(written === 0 ? 0 : memory.getUint32(entry + 8, true), written);
    memory.setUint16(entry, memory.getUint16(chain, true), true);
    memory.setUint16(chain, entry, true);
    memory.setUint16(entry + 2, next, true);
    memory.setUint16(entry + 4, what, true);
    memory.setUint16(entry + 6, written, true);
  }
}

/** The number of the chain of a name, given its first four bytes and its length, as the scanners work it out. */
function scannerChain(word: number, length: number): number {
  return Math.imul(word ^ length, 0x9e3779b1) >>> 28;
}

/** Whether no other name can only look like it: of bytes that are no UTF-8, and of lone surrogates, U+FFFD is read. */
export function isScannerName(name: string): boolean {
  return !/[\ud800-\udfff\ufffd]/.test(name.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ""));
}
