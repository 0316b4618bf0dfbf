import type { JsonSegment } from "./json-field.js";
import { isScannerName, ScannerTable } from "./scanner-table.js";
import type { Utf8Encoder } from "./wasm-instance.js";

/*
 * Paths as an automaton that wasm/json-scan.ts runs. A state is all paths that lead to or through a value; the first is that
 * of what is around the body, whose only element is the whole.
 *
 * - A state: the number of the accepting set (16 bits; 0: none), what it asks of members (8 bits, `JSON_MEMBERS`), at 4 the
 *   state of all other elements (16), at 6 and 8 where the entries of chosen elements begin and end (16 each).
 * - The entry of an element, 8 bytes: its index (32), its state (32).
 * - The entry of a name: its number among those of the state.
 */

const JSON_MEMBERS = { none: 0, named: 1, all: 2 } as const;
/** Which names an object has met is kept in as many bits. */
const MOST_JSON_NAMES = 64;

/** The paths with the given numbers, which have led as many segments deep. */
interface JsonState {
  readonly paths: readonly number[];
  readonly depth: number;
  readonly address: number;
}

/** Whether the automaton can follow the path: it counts nowhere from the end, and its names cannot be mistaken. */
export function isJsonPathInAutomaton(path: readonly JsonSegment[]): boolean {
  return path.every((segment) => {
    if (segment.kind === "index") return segment.index >= 0 && segment.index <= 0xffffffff;
    return segment.kind === "all" || isScannerName(segment.name);
  });
}

/** The automaton of those paths that it can follow; null if it is too large. */
export function createJsonAutomaton(
  paths: readonly (readonly JsonSegment[])[],
  encoder: Utf8Encoder,
): ScannerTable | null {
  return new JsonAutomatonBuilder(paths, new ScannerTable(encoder)).build();
}

class JsonAutomatonBuilder {
  readonly paths: readonly (readonly JsonSegment[])[];
  readonly table: ScannerTable;
  readonly states = new Map<string, JsonState>();

  constructor(paths: readonly (readonly JsonSegment[])[], table: ScannerTable) {
    this.paths = paths;
    this.table = table;
  }

  build(): ScannerTable | null {
    const { table } = this;
    const root = table.allocateState();
    const all: number[] = [];
    this.paths.forEach((path, number) => {
      if (isJsonPathInAutomaton(path)) all.push(number);
    });
    table.memory.setUint16(root + 4, this.stateOf(all, 0), true);
    // The map grows while it is walked.
    for (const state of this.states.values()) {
      if (table.isFull || !this.fill(state)) return null;
    }
    return table.isFull ? null : table;
  }

  stateOf(paths: readonly number[], depth: number): number {
    if (paths.length === 0) return 0;
    const key = `${depth}:${paths.join()}`;
    const known = this.states.get(key);
    if (known !== undefined) return known.address;
    const address = this.table.allocateState();
    this.states.set(key, { paths, depth, address });
    return address;
  }

  /** Gives false if the state asks for more than the scanner keeps. */
  fill({ paths, depth, address }: JsonState): boolean {
    const { memory } = this.table;
    const accepting = paths.filter((path) => this.paths[path]?.length === depth);
    memory.setUint16(address, this.table.accept(accepting), true);
    const into = (takes: (segment: JsonSegment) => boolean): number => {
      const taking = paths.filter((path) => {
        const segment = this.paths[path]?.[depth];
        return segment !== undefined && takes(segment);
      });
      return this.stateOf(taking, depth + 1);
    };
    const names = new Set<string>();
    const indexes = new Set<number>();
    for (const path of paths) {
      const segment = this.paths[path]?.[depth];
      if (segment?.kind === "name") names.add(segment.name);
      if (segment?.kind === "index") indexes.add(segment.index);
    }
    if (names.size > MOST_JSON_NAMES || indexes.size > MOST_JSON_NAMES) return false;
    const others = into(({ kind }) => kind === "all");
    const named = names.size > 0 ? JSON_MEMBERS.named : JSON_MEMBERS.none;
    memory.setUint8(address + 2, others > 0 ? JSON_MEMBERS.all : named);
    memory.setUint16(address + 4, others, true);
    this.putIndexes(address, indexes, (index) =>
      into((segment) => segment.kind === "all" || (segment.kind === "index" && segment.index === index)),
    );
    let number = 0;
    for (const name of names) {
      const next = into((segment) => segment.kind === "name" && segment.name === name);
      this.table.putName(address, name, next, number);
      number += 1;
    }
    return true;
  }

  putIndexes(state: number, indexes: ReadonlySet<number>, next: (index: number) => number): void {
    const { memory } = this.table;
    const start = this.table.allocate(8 * indexes.size);
    if (this.table.isFull) return;
    let entry = start;
    for (const index of indexes) {
      memory.setUint32(entry, index, true);
      memory.setUint32(entry + 4, next(index), true);
      entry += 8;
    }
    memory.setUint16(state + 6, start, true);
    memory.setUint16(state + 8, entry, true);
  }
}
