import { pickXml } from "../runtime/xml-field.js";
import type { XmlPath } from "../runtime/xml-steps.js";
import { wishOf } from "./picked-wishes.js";
import { taken } from "./taken.js";
import { areSamePicks, picksBeyond, type WantedPick } from "./wanted-body.js";
import { NATURAL_STYLE } from "./writing-style.js";
import { elementsWith, LONGEST_XML_PATH } from "./xml-placing.js";
import { emptyElement, type XmlTree } from "./xml-tree.js";
import { writeXmlTree } from "./xml-writing.js";

/** What a path is to pick of an XML document. */
export interface WantedXml {
  readonly path: XmlPath;
  readonly picks: readonly WantedPick[];
}

/** Documents looked at for one wish at most. */
const MOST_DOCUMENTS = 400;

/** Elements made for one path at most. */
const MOST_PICKS = 100;

/** Names of a root element that nothing asks for. */
const ROOT_NAMES = ["response", "result", "reply", "root"] as const;

/**
 * XML documents from which the paths pick what is wished and nothing else, the most natural first; none if there is none or it
 * is not found soon.
 */
export function* xmlDocuments(wanted: readonly WantedXml[]): Generator<XmlTree> {
  const named = wanted.flatMap(({ path: { steps, attribute }, picks }) => {
    const [first] = steps;
    return picks.length > 0 && first !== undefined && !first.deep ? [{ name: first.name, attribute }] : [];
  });
  const [name] = named;
  const deep = wanted.flatMap(({ path, picks }) => (picks.length > 0 ? (path.steps[0]?.name ?? []) : []));
  for (const root of name === undefined ? [...ROOT_NAMES, ...deep] : [name.name])
    yield* taken(xmlDocumentsFrom(wanted, emptyElement(root)), 2);
}

/** The same, of a document to begin with: its texts give way. */
export function* xmlDocumentsFrom(wanted: readonly WantedXml[], root: XmlTree): Generator<XmlTree> {
  if (wanted.some(({ path, picks }) => path.steps.length > LONGEST_XML_PATH || picks.length > MOST_PICKS))
    return;
  yield* new XmlSearch(wanted).documentsFrom(root, 0);
}

class XmlSearch {
  /** What is deep comes before what may hold it. */
  readonly #placed: readonly WantedXml[];
  readonly #absent: readonly WantedXml[];
  #left = MOST_DOCUMENTS;

  constructor(wanted: readonly WantedXml[]) {
    this.#absent = wanted.filter(({ picks }) => picks.length === 0);
    this.#placed = innermostFirst(wanted.filter(({ picks }) => picks.length > 0));
  }

  *documentsFrom(root: XmlTree, index: number): Generator<XmlTree> {
    const next = this.#placed[index];
    if (next === undefined) {
      if (index > 0 || this.#isSound(root, 0)) yield root;
      return;
    }
    yield* this.#placedFrom(root, index, next, picksBeyond(next.picks, picksOf(root, next.path)));
  }

  *#placedFrom(
    root: XmlTree,
    index: number,
    wanted: WantedXml,
    missing: readonly WantedPick[],
  ): Generator<XmlTree> {
    const [pick, ...others] = missing;
    if (pick === undefined) {
      if (this.#isSound(root, index + 1)) yield* this.documentsFrom(root, index + 1);
      return;
    }
    if (pick.kind !== "text") return;
    for (const placed of elementsWith(root, wanted.path, pick.text)) {
      if (this.#left-- <= 0) return;
      yield* this.#placedFrom(placed, index, wanted, others);
    }
  }

  /** Whether the paths placed so far pick just what they should, and those that should pick nothing do. */
  #isSound(root: XmlTree, placed: number): boolean {
    return [...this.#placed.slice(0, placed), ...this.#absent].every(({ path, picks }) =>
      areSamePicks(picksOf(root, path), picks),
    );
  }
}

/** As wished, but what may stand in an element that another path picks comes before that. */
function innermostFirst(wanted: readonly WantedXml[]): readonly WantedXml[] {
  const left = [...wanted];
  const ordered: WantedXml[] = [];
  while (left.length > 0) {
    const index = left.findIndex(
      (own) => !left.some((other) => other !== own && mayHold(own.path, other.path)),
    );
    ordered.push(...left.splice(Math.max(0, index), 1));
  }
  return ordered;
}

function mayHold(outer: XmlPath, inner: XmlPath): boolean {
  const name = outer.steps.at(-1)?.name;
  return outer.attribute === null && inner.steps.slice(0, -1).some((step) => step.name === name);
}

function picksOf(root: XmlTree, path: XmlPath): readonly WantedPick[] {
  return pickXml(writeXmlTree(root, NATURAL_STYLE), path).map(wishOf);
}
