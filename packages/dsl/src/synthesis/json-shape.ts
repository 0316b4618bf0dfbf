import { type JsonListener, readJsonScalar, readJsonString, scanJson } from "../runtime/json-scanner.js";
import type { JsonTree, JsonTreeMember } from "./json-tree.js";
import { wishOf } from "./picked-wishes.js";

/** A body of JSON as a tree whose values may be replaced; null for one that is not JSON. */
export function treeOfJson(body: string): JsonTree | null {
  const reader = new TreeReader(body);
  return scanJson(body, reader) === null ? reader.root : null;
}

interface OpenContainer {
  readonly isObject: boolean;
  readonly members: JsonTreeMember[];
  readonly elements: JsonTree[];
  name: string;
}

class TreeReader implements JsonListener {
  root: JsonTree | null = null;
  readonly #body: string;
  readonly #open: OpenContainer[] = [];

  constructor(body: string) {
    this.#body = body;
  }

  opens(_start: number, isObject: boolean): void {
    this.#open.push({ isObject, members: [], elements: [], name: "" });
  }

  member(nameStart: number, nameEnd: number): void {
    const around = this.#open.at(-1);
    if (around !== undefined) around.name = readJsonString(this.#body, nameStart, nameEnd);
  }

  element(): void {}

  scalar(start: number, end: number): void {
    const written = this.#body.slice(start, end);
    const text = readJsonScalar(this.#body, start, end);
    const pick = wishOf({ text, blank: text === "" || written === "null" });
    this.#add({ kind: "found", written, pick });
  }

  closes(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const { isObject, members, elements } = closed;
    this.#add(isObject ? { kind: "object", members } : { kind: "array", elements, grows: true });
  }

  #add(tree: JsonTree): void {
    const around = this.#open.at(-1);
    if (around === undefined) {
      this.root = tree;
    } else if (around.isObject) {
      const { name, members } = around;
      const before = members.findIndex((member) => member.name === name);
      // Of a repeated name only the last member exists.
      if (before >= 0) members.splice(before, 1);
      members.push({ name, value: tree });
    } else {
      around.elements.push(tree);
    }
  }
}
