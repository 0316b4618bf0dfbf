import type { JsonSegment } from "./json-field.js";
import { normaliseText } from "./utf8.js";
import type { Utf8Encoder } from "./wasm-instance.js";

/**
 * Paths as an automaton that wasm/json-scan.ts runs. A state is all paths that lead to or through a value; that at address
 * 0 is none of them. In memory, all numbers little-endian:
 *
 * - a state, 48 bytes: the number of the accepting set (16 bits; 0: none), what it asks of members (8 bits, `JSON_MEMBERS`),
 *   at 4 the state of all other elements (16), at 6 and 8 where the entries of chosen elements begin and end (16 each),
 *   at 16 the first entries of 16 chains of names (16 each; 0: none);
 * - the entry of an element, 8 bytes: its index (32), its state (32);
 * - the entry of a name, 8 bytes and the name in UTF-8, filled up with zeros to whole 8 bytes: the next of its chain (16),
 *   its state (16), its number among the names of the state (8), and at 6 the length in bytes (16).
 */
export interface JsonAutomaton {
  /** What stands in memory from `JSON_TABLE` on. */
  readonly table: Uint8Array;
  /** The accepting sets, from number 1 on: the paths that lead to the value. */
  readonly accepted: readonly (readonly number[])[];
}

/** Where the table begins. The first state is that of what is around the body: its only element is the whole. */
export const JSON_TABLE = 64;
const JSON_TABLE_END = 0x8000;

const JSON_STATE_SIZE = 48;
const JSON_MEMBERS = { none: 0, named: 1, all: 2 } as const;
/** Which of them an object has met is kept in as many bits. */
const MOST_JSON_NAMES = 64;

/** The paths with the given numbers, which have led as many segments deep. */
interface JsonState {
  readonly paths: readonly number[];
  readonly depth: number;
  readonly address: number;
}

/** Whether the automaton can follow it: it does not count from the end, and no member's name could only look like one of its. */
export function isJsonPathInAutomaton(path: readonly JsonSegment[]): boolean {
  return path.every((segment) => {
    if (segment.kind === "index") return segment.index >= 0 && segment.index <= 0xffffffff;
    // Of bytes that are no UTF-8, and of lone surrogates, U+FFFD is read.
    return segment.kind === "all" || !normaliseText(segment.name).includes("\ufffd");
  });
}

/** The automaton of those paths that it can follow; null if it is too large. */
export function createJsonAutomaton(
  paths: readonly (readonly JsonSegment[])[],
  encoder: Utf8Encoder,
): JsonAutomaton | null {
  return new JsonAutomatonBuilder(paths, encoder).build();
}

class JsonAutomatonBuilder {
  readonly paths: readonly (readonly JsonSegment[])[];
  readonly encoder: Utf8Encoder;
  readonly memory = new DataView(new ArrayBuffer(JSON_TABLE_END));
  readonly states = new Map<string, JsonState>();
  readonly accepted: (readonly number[])[] = [[]];
  end = JSON_TABLE;

  constructor(paths: readonly (readonly JsonSegment[])[], encoder: Utf8Encoder) {
    this.paths = paths;
    this.encoder = encoder;
  }

  build(): JsonAutomaton | null {
    const root = this.allocate(JSON_STATE_SIZE);
    const all: number[] = [];
    this.paths.forEach((path, number) => {
      if (isJsonPathInAutomaton(path)) all.push(number);
    });
    this.memory.setUint16(root + 4, this.stateOf(all, 0), true);
    // The map grows while it is walked.
    for (const state of this.states.values()) {
      if (this.end > JSON_TABLE_END || !this.fill(state)) return null;
    }
    if (this.end > JSON_TABLE_END) return null;
    return { table: new Uint8Array(this.memory.buffer).slice(JSON_TABLE, this.end), accepted: this.accepted };
  }

  /** The address of so many bytes; behind the end of the table if they have no room. */
  allocate(size: number): number {
    const address = this.end;
    this.end += size;
    return address;
  }

  stateOf(paths: readonly number[], depth: number): number {
    if (paths.length === 0) return 0;
    const key = `${depth}:${paths.join()}`;
    const known = this.states.get(key);
    if (known !== undefined) return known.address;
    const address = this.allocate(JSON_STATE_SIZE);
    this.states.set(key, { paths, depth, address });
    return address;
  }

  /** Gives false if there is no room. */
  fill({ paths, depth, address }: JsonState): boolean {
    const { memory } = this;
    const accepting = paths.filter((path) => this.paths[path]?.length === depth);
    if (accepting.length > 0) memory.setUint16(address, this.accepted.push(accepting) - 1, true);
    const into = (takes: (segment: JsonSegment) => boolean): readonly number[] =>
      paths.filter((path) => {
        const segment = this.paths[path]?.[depth];
        return segment !== undefined && takes(segment);
      });
    const names = new Set<string>();
    const indexes = new Set<number>();
    for (const path of paths) {
      const segment = this.paths[path]?.[depth];
      if (segment?.kind === "name") names.add(segment.name);
      if (segment?.kind === "index") indexes.add(segment.index);
    }
    const others = into(({ kind }) => kind === "all");
    memory.setUint8(
      address + 2,
      others.length > 0 ? JSON_MEMBERS.all : names.size > 0 ? JSON_MEMBERS.named : JSON_MEMBERS.none,
    );
    memory.setUint16(address + 4, this.stateOf(others, depth + 1), true);
    return (
      this.putIndexes(address, indexes, (index) =>
        this.stateOf(
          into((segment) => segment.kind === "all" || (segment.kind === "index" && segment.index === index)),
          depth + 1,
        ),
      ) &&
      (others.length > 0 ||
        this.putNames(address, names, (name) =>
          this.stateOf(
            into((segment) => segment.kind === "name" && segment.name === name),
            depth + 1,
          ),
        ))
    );
  }

  putIndexes(state: number, indexes: ReadonlySet<number>, next: (index: number) => number): boolean {
    if (indexes.size > MOST_JSON_NAMES) return false;
    const start = this.allocate(8 * indexes.size);
    if (this.end > JSON_TABLE_END) return false;
    this.memory.setUint16(state + 6, start, true);
    this.memory.setUint16(state + 8, this.end, true);
    let entry = start;
    for (const index of indexes) {
      this.memory.setUint32(entry, index, true);
      this.memory.setUint32(entry + 4, next(index), true);
      entry += 8;
    }
    return true;
  }

  putNames(state: number, names: ReadonlySet<string>, next: (name: string) => number): boolean {
    if (names.size > MOST_JSON_NAMES) return false;
    const { memory } = this;
    let number = 0;
    for (const name of names) {
      const entry = this.allocate(8);
      if (this.end > JSON_TABLE_END) return false;
      const room = new Uint8Array(memory.buffer, entry + 8);
      const { read, written } = this.encoder.encodeInto(name, room);
      this.allocate((written + 7) & ~7);
      if (read < name.length || this.end > JSON_TABLE_END) return false;
      // Four bytes are there: at worst those of the entry itself stand before the end of the memory.
      const chain = state + 16 + 2 * jsonNameChain(memory.getUint32(entry + 8, true), written);
      memory.setUint16(entry, memory.getUint16(chain, true), true);
      memory.setUint16(chain, entry, true);
      memory.setUint16(entry + 2, next(name), true);
      memory.setUint8(entry + 4, number);
      memory.setUint16(entry + 6, written, true);
      number += 1;
    }
    return true;
  }
}

/** The number of the chain of a name, given its first four bytes and its length, as the scanner works it out. */
function jsonNameChain(word: number, length: number): number {
  return Math.imul(word ^ length, 0x9e3779b1) >>> 28;
}
