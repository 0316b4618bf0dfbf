import { ScannerTable } from "./scanner-table.js";
import type { Utf8Encoder } from "./wasm-instance.js";
import type { XmlPath } from "./xml-steps.js";

/*
 * Paths as an automaton that wasm/xml-scan.ts runs. A state is how far along each path an element is; the first is that of the
 * document.
 *
 * - A state: the number of the set of paths that pick the element (16 bits; 0: none), at 2 the flags (8 bits), at 4 the state
 *   of inner elements with other names (16).
 * - The entry of a local name: the state of inner elements of the name, and the number of the set of paths that pick the
 *   attribute of the name.
 */

const XML_FLAGS = { hasAttributes: 1, hasNames: 2 } as const;

/** How far along a path an element is, as in `XmlReach`: of both only those numbers of steps that still matter. */
interface XmlProgress {
  readonly path: number;
  readonly here: readonly number[];
  readonly around: readonly number[];
}

interface XmlState {
  /** The path picks the element: what is inside it belongs to it, and the path picks nothing there. */
  readonly accepting: readonly number[];
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

  constructor(paths: readonly XmlPath[], table: ScannerTable) {
    this.paths = paths;
    this.table = table;
  }

  build(): ScannerTable | null {
    const { table } = this;
    const document = this.paths.map((_, path) => ({ path, here: [0], around: [0] }));
    this.stateOf(document);
    // The map grows while it is walked.
    for (const state of this.states.values()) {
      if (table.isFull) return null;
      this.fill(state);
    }
    return table.isFull ? null : table;
  }

  stateOf(reached: readonly XmlProgress[]): number {
    const accepting: number[] = [];
    const progress: XmlProgress[] = [];
    for (const { path, here, around } of reached) {
      const { steps, attribute } = this.paths[path] ?? NO_XML_PATH;
      if (attribute === null && here.includes(steps.length)) {
        accepting.push(path);
        continue;
      }
      // A step that goes deep asks what is around, any other asks what is here; and so does the attribute.
      const goesDeep = (taken: number): boolean => (steps[taken] ?? attribute)?.deep === true;
      const kept = {
        path,
        here: here.filter((taken) => !goesDeep(taken)),
        around: around.filter((taken) => goesDeep(taken)),
      };
      if (kept.here.length + kept.around.length > 0) progress.push(kept);
    }
    if (accepting.length + progress.length === 0) return 0;
    const key = JSON.stringify([accepting, progress]);
    const known = this.states.get(key);
    if (known !== undefined) return known.address;
    const address = this.table.allocateState();
    this.states.set(key, { accepting, progress, address });
    return address;
  }

  fill({ accepting, progress, address }: XmlState): void {
    const { table } = this;
    const attributes = new Map<string, number[]>();
    const names = new Set<string>();
    for (const { path, here, around } of progress) {
      const { steps, attribute } = this.paths[path] ?? NO_XML_PATH;
      for (const taken of [...here, ...around]) {
        const step = steps[taken];
        if (step !== undefined) names.add(step.name);
      }
      if (attribute === null || !(attribute.deep ? around : here).includes(steps.length)) continue;
      const picking = attributes.get(attribute.name);
      if (picking === undefined) attributes.set(attribute.name, [path]);
      else picking.push(path);
    }
    const others = this.stateInside(progress, null);
    const flags =
      (attributes.size > 0 ? XML_FLAGS.hasAttributes : 0) | (names.size > 0 ? XML_FLAGS.hasNames : 0);
    table.memory.setUint16(address, table.accept(accepting), true);
    table.memory.setUint8(address + 2, flags);
    table.memory.setUint16(address + 4, others, true);
    for (const name of new Set([...names, ...attributes.keys()])) {
      const next = names.has(name) ? this.stateInside(progress, name) : others;
      table.putName(address, name, next, table.accept(attributes.get(name) ?? []));
    }
  }

  /** The state of an element of the name, inside one that is so far; null stands for a name of no step. */
  stateInside(progress: readonly XmlProgress[], name: string | null): number {
    return this.stateOf(
      progress.map(({ path, here, around }) => {
        const steps = this.paths[path]?.steps ?? [];
        const reached: number[] = [];
        steps.forEach((step, taken) => {
          if (step.name === name && (step.deep ? around : here).includes(taken)) reached.push(taken + 1);
        });
        return {
          path,
          here: reached,
          around: [...around, ...reached.filter((taken) => !around.includes(taken))].sort((a, b) => a - b),
        };
      }),
    );
  }
}

const NO_XML_PATH: XmlPath = { steps: [], attribute: null };
