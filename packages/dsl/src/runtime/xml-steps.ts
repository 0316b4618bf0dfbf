/** One element step of a path: `deep` after `//`, a child after `/`; the name is a local one. */
export interface XmlStep {
  readonly deep: boolean;
  readonly name: string;
}

/** Elements, and perhaps an attribute at the end; without steps, the attribute of any element. */
export interface XmlPath {
  readonly steps: readonly XmlStep[];
  readonly attribute: { readonly deep: boolean; readonly name: string } | null;
}

/** How far along the path an element is: numbers of leading steps. */
export interface XmlReach {
  /** The steps lead to this very element. */
  readonly here: ReadonlySet<number>;
  /** They lead to it or to one around it (the document itself is where no step leads). */
  readonly around: ReadonlySet<number>;
}

const NOWHERE: ReadonlySet<number> = new Set();

/** The document, before any element. */
export const DOCUMENT_REACH: XmlReach = { here: new Set([0]), around: new Set([0]) };

/** The reach of an element inside another (or inside the document), as XPath has it. */
export function stepIntoElement(parent: XmlReach, name: string, steps: readonly XmlStep[]): XmlReach {
  const local = xmlLocalName(name);
  const here = new Set<number>();
  steps.forEach((step, taken) => {
    if (step.name === local && (step.deep ? parent.around : parent.here).has(taken)) here.add(taken + 1);
  });
  if (here.size === 0) return { here: NOWHERE, around: parent.around };
  return { here, around: new Set([...parent.around, ...here]) };
}

export function reachesElement({ steps, attribute }: XmlPath, reach: XmlReach): boolean {
  return attribute === null && reach.here.has(steps.length);
}

/** Whether the path picks the attribute `name` of an element. */
export function reachesAttribute({ steps, attribute }: XmlPath, reach: XmlReach, name: string): boolean {
  if (attribute === null || attribute.name !== xmlLocalName(name)) return false;
  if (isNamespaceDeclaration(name)) return false;
  return (attribute.deep ? reach.around : reach.here).has(steps.length);
}

/** Whether an attribute declares a namespace: then it is none that a path could ask for. */
export function isNamespaceDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

/** The part behind the prefix. */
export function xmlLocalName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
