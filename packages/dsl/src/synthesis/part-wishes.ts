import { addAll, largestOf } from "../incremental/long-lists.js";
import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { Remembered } from "./remembered.js";
import { taken } from "./taken.js";
import type { WantedBody, WantedField, WantedPick } from "./wanted-body.js";

/** What a part is to pick of the body itself. */
export interface WantedPart {
  readonly part: DescribedPart;
  readonly picks: readonly WantedPick[];
}

/** How the bodies of an inner wish are found, given texts that such a body may be like. */
export interface InnerBodies {
  bodiesFor(wanted: WantedBody, part: DescribedPart): Iterable<string>;
}

/** Ways in which one wish can be put at most. */
const MOST_WAYS = 6;

/**
 * What the first parts of the fields are to pick, so that those behind them pick what is wished: the bodies inside. In several
 * ways, the most natural first.
 */
export function* partWishes(wanted: WantedBody, inner: InnerBodies): Generator<readonly WantedPart[]> {
  const ways = groupsOf(wanted.fields).map((group) => new Remembered(waysOf(group, wanted.texts, inner)));
  for (let way = 0; way < MOST_WAYS; way++) {
    const parts: WantedPart[] = [];
    let hasAnother = way === 0;
    for (const own of ways) {
      const known = taken(own, way + 1);
      const last = known.at(-1);
      if (last === undefined) return;
      if (known.length > way) hasAnother = true;
      addAll(parts, last);
    }
    if (!hasAnother) return;
    yield parts;
  }
}

/** Fields that begin with one part. */
interface Group {
  readonly part: DescribedPart;
  /** What the part itself is to pick, if it is a field. */
  own: readonly WantedPick[] | null;
  /** What the rests of the chains are to pick of what it picks. */
  readonly inner: WantedField[];
}

function groupsOf(fields: readonly WantedField[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { field, picks } of fields) {
    const part = firstPartOf(field);
    const group = groups.get(part.key) ?? { part, own: null, inner: [] };
    groups.set(part.key, group);
    if (field.kind === "chain") group.inner.push({ field: field.inner, picks });
    else group.own = picks;
  }
  return [...groups.values()];
}

function firstPartOf(field: DescribedField): DescribedPart {
  return field.kind === "chain" ? field.parts[0] : field;
}

/** Each way is no wish, or one. */
function* waysOf(
  group: Group,
  texts: readonly string[],
  bodies: InnerBodies,
): Generator<readonly WantedPart[]> {
  const { part, own, inner } = group;
  if (own !== null) {
    yield [{ part, picks: own }];
  } else if (inner.every(({ picks }) => picks.length === 0)) {
    yield [];
    yield [{ part, picks: [] }];
  } else {
    let isFound = false;
    for (const text of bodiesInside(group, texts, bodies)) {
      isFound = true;
      yield [{ part, picks: [{ kind: "text", text }] }];
    }
    const several = isFound || part.picksOneAtMost ? null : severalBodies(group, bodies);
    if (several !== null) yield [{ part, picks: several }];
  }
}

/** Bodies that the part can pick; where it picks them as they are, first those that hold the texts, too. */
function* bodiesInside(
  { part, inner: fields }: Group,
  texts: readonly string[],
  bodies: InnerBodies,
): Generator<string> {
  const isCut = part.kind === "split" || part.kind === "between";
  if (isCut && texts.length > 0) yield* taken(bodies.bodiesFor({ fields, texts }, part), MOST_WITH_TEXTS);
  yield* bodies.bodiesFor({ fields, texts: [] }, part);
}

const MOST_WITH_TEXTS = 2;

/** A body for the first pick of each field, one for the second, and so on; null where one cannot be. */
function severalBodies({ part, inner }: Group, bodies: InnerBodies): readonly WantedPick[] | null {
  const count = largestOf(inner.map(({ picks }) => picks.length));
  const found: WantedPick[] = [];
  for (let index = 0; index < Math.min(count, MOST_BODIES_INSIDE); index++) {
    const fields = inner.map(({ field, picks }) => ({ field, picks: picks.slice(index, index + 1) }));
    const [text] = taken(bodies.bodiesFor({ fields, texts: [] }, part), 1);
    if (text === undefined) return null;
    found.push({ kind: "text", text });
  }
  return found.length === count ? found : null;
}

const MOST_BODIES_INSIDE = 20;
