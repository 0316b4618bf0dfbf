import { type XmlPath, type XmlStep, xmlLocalName } from "../runtime/xml-steps.js";
import {
  elementSaying,
  emptyElement,
  withAppended,
  withAttribute,
  withContent,
  type XmlTree,
} from "./xml-tree.js";

/** Longer paths are not made. */
export const LONGEST_XML_PATH = 100;

/** The documents in which the path leads to the text besides what it leads to already, the most natural first. */
export function* elementsWith(root: XmlTree, path: XmlPath, text: string): Generator<XmlTree> {
  const placing = new XmlPlacing(path, text);
  const [first] = path.steps;
  if (first === undefined) {
    yield* placing.atElement(root, 0);
    return;
  }
  if (xmlLocalName(root.name) === first.name) yield* placing.atElement(root, 1);
  if (first.deep) yield* placing.inside(root, 0, true);
}

class XmlPlacing {
  readonly #path: XmlPath;
  readonly #text: string;

  constructor(path: XmlPath, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /** In an element to which that many steps lead. */
  *atElement(element: XmlTree, steps: number): Generator<XmlTree> {
    const { attribute } = this.#path;
    const step = this.#path.steps[steps];
    if (step !== undefined) yield* this.inside(element, steps, step.deep);
    else if (attribute === null) yield* this.#saying(element);
    else yield* this.#withAttribute(element, attribute);
  }

  /** In elements inside one to which the next step leads: in those that are there, in a new one here, in new ones deeper. */
  *inside(element: XmlTree, steps: number, goesDeep: boolean): Generator<XmlTree> {
    const step = this.#path.steps[steps];
    if (step === undefined) return;
    yield* this.#inThoseThere(element, steps, step);
    for (const placed of this.atElement(emptyElement(step.name), steps + 1))
      yield withAppended(element, placed);
    if (goesDeep) yield* this.#deeper(element, (content) => this.inside(content, steps, true));
  }

  *#inThoseThere(element: XmlTree, steps: number, step: XmlStep): Generator<XmlTree> {
    for (const [index, content] of element.content.entries()) {
      if (typeof content === "string") continue;
      if (xmlLocalName(content.name) === step.name)
        for (const placed of this.atElement(content, steps + 1)) yield withContent(element, index, placed);
    }
    if (step.deep) yield* this.#deeper(element, (content) => this.#inThoseThere(content, steps, step));
  }

  *#deeper(element: XmlTree, place: (content: XmlTree) => Iterable<XmlTree>): Generator<XmlTree> {
    for (const [index, content] of element.content.entries()) {
      if (typeof content === "string") continue;
      for (const placed of place(content)) yield withContent(element, index, placed);
    }
  }

  *#saying(element: XmlTree): Generator<XmlTree> {
    const saying = element.isDecided ? null : elementSaying(element, this.#text);
    if (saying !== null) yield saying;
  }

  *#withAttribute(
    element: XmlTree,
    attribute: { readonly deep: boolean; readonly name: string },
  ): Generator<XmlTree> {
    const own = element.attributes.find(({ name }) => xmlLocalName(name) === attribute.name);
    if (own?.isDecided !== true) yield withAttribute(element, own?.name ?? attribute.name, this.#text);
    // Prefixes tell apart what one path picks.
    else if (!element.attributes.some(({ name }) => name === `x:${attribute.name}`))
      yield withAttribute(element, `x:${attribute.name}`, this.#text);
    if (!attribute.deep) return;
    yield* this.#deeper(element, (content) => this.#withAttribute(content, attribute));
    yield withAppended(element, withAttribute(emptyElement("item"), attribute.name, this.#text));
  }
}
