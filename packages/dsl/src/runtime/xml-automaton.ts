import { ScannerTable } from "./scanner-table.js";
import type { Utf8Encoder } from "./wasm-instance.js";
import type { XmlPath } from "./xml-steps.js";

/*
 * Paths as an automaton that wasm/xml-scan.ts runs. A state is how far along each path what is inside an element is; the first is
 * that of the document. Between two of them stands what is known of an element once its name is read.
 *
 * - A state: at 2 the flags (8 bits), at 4 the element with other names (16).
 * - An element: the number of the set of paths that pick it (16 bits; 0: none), at 2 the flags (8), at 4 the state inside (16).
 * - The entry of a local name in a state: the element. In an element: the number of the set of paths that pick its attribute.
 */

const XML_FLAGS = { hasAttributes: 1, hasNames: 2 } as const;

/** How long an element is whose attributes nobody asks for. */
const XML_ELEMENT_SIZE = 8;

/**
 * How many places on paths may be looked at: with many paths through elements at any depth the states multiply, and a mapping
 * has to be loaded in an instant.
 */
const MOST_XML_WORK = 100_000;

/** How far along a path an element is, as in `XmlReach`: of both only those numbers of steps that still matter. */
interface XmlProgress {
  readonly path: number;
  readonly here: readonly number[];
  readonly around: readonly number[];
}

interface XmlState {
  readonly progress: readonly XmlProgress[];
  readonly address: number;
}

/** The automaton of the paths; null if it is too large. */
export function createXmlAutomaton(paths: readonly XmlPath[], encoder: Utf8Encoder): ScannerTable | null {
  return new XmlAutomatonBuilder(paths, new ScannerTable(encoder)).build();
}

class XmlAutomatonBuilder {
  readonly paths: readonly XmlPath[];
  readonly table: ScannerTable;
  readonly states = new Map<string, XmlState>();
  readonly elements = new Map<string, number>();
  work = 0;

  constructor(paths: readonly XmlPath[], table: ScannerTable) {
    this.paths = paths;
    this.table = table;
  }

  build(): ScannerTable | null {
    const { table } = this;
    this.stateOf(this.paths.map((_, path) => ({ path, here: [0], around: [0] })));
    // The map grows while it is walked.
    for (const state of this.states.values()) {
      if (table.isFull || this.work > MOST_XML_WORK) return null;
      this.fill(state);
    }
    return table.isFull || this.work > MOST_XML_WORK ? null : table;
  }

  /** The state of what is inside an element that is so far. */
  stateOf(reached: readonly XmlProgress[]): number {
    const progress: XmlProgress[] = [];
    for (const { path, here, around } of reached) {
      const { steps, attribute } = this.paths[path] ?? NO_XML_PATH;
      // A step that goes deep asks what is around, any other asks what is here.
      const kept = {
        path,
        here: here.filter((taken) => steps[taken]?.deep === false),
        around: around.filter((taken) => (steps[taken] ?? attribute)?.deep === true),
      };
      if (kept.here.length + kept.around.length > 0) progress.push(kept);
    }
    if (progress.length === 0) return 0;
    const key = JSON.stringify(progress);
    const known = this.states.get(key);
    if (known !== undefined) return known.address;
    const address = this.table.allocateState();
    this.states.set(key, { progress, address });
    return address;
  }

  fill({ progress, address }: XmlState): void {
    const { table } = this;
    const names = new Set<string>();
    for (const { path, here, around } of progress) {
      for (const taken of [...here, ...around]) {
        const step = this.paths[path]?.steps[taken];
        if (step !== undefined) names.add(step.name);
      }
    }
    table.memory.setUint8(address + 2, names.size > 0 ? XML_FLAGS.hasNames : 0);
    table.memory.setUint16(address + 4, this.elementOf(this.inside(progress, null)), true);
    for (const name of names) {
      if (table.isFull || this.work > MOST_XML_WORK) return;
      table.putName(address, name, this.elementOf(this.inside(progress, name)), 0);
    }
  }

  /** How far an element of the name is, inside one that is so far; null stands for a name of no step. */
  inside(progress: readonly XmlProgress[], name: string | null): readonly XmlProgress[] {
    this.work += progress.length;
    return progress.map(({ path, here, around }) => {
      const reached: number[] = [];
      this.paths[path]?.steps.forEach((step, taken) => {
        if (step.name === name && (step.deep ? around : here).includes(taken)) reached.push(taken + 1);
      });
      const furtherAround = reached.filter((taken) => !around.includes(taken));
      return { path, here: reached, around: [...around, ...furtherAround].sort((a, b) => a - b) };
    });
  }

  elementOf(progress: readonly XmlProgress[]): number {
    const accepting: number[] = [];
    const attributes = new Map<string, number[]>();
    for (const { path, here, around } of progress) {
      const { steps, attribute } = this.paths[path] ?? NO_XML_PATH;
      if (!(attribute?.deep === true ? around : here).includes(steps.length)) continue;
      if (attribute === null) accepting.push(path);
      else attributes.set(attribute.name, [...(attributes.get(attribute.name) ?? []), path]);
    }
    const state = this.stateOf(progress);
    const key = JSON.stringify([accepting, [...attributes], state]);
    const known = this.elements.get(key);
    if (known !== undefined) return known;
    const address = this.putElement(accepting, attributes, state);
    this.elements.set(key, address);
    return address;
  }

  putElement(
    accepting: readonly number[],
    attributes: ReadonlyMap<string, readonly number[]>,
    state: number,
  ): number {
    const { table } = this;
    if (accepting.length + attributes.size + state === 0) return 0;
    const address = attributes.size > 0 ? table.allocateState() : table.allocate(XML_ELEMENT_SIZE);
    if (table.isFull) return 0;
    table.memory.setUint16(address, table.accept(accepting), true);
    table.memory.setUint8(address + 2, attributes.size > 0 ? XML_FLAGS.hasAttributes : 0);
    table.memory.setUint16(address + 4, state, true);
    for (const [name, paths] of attributes) table.putName(address, name, 0, table.accept(paths));
    return address;
  }
}

const NO_XML_PATH: XmlPath = { steps: [], attribute: null };
