import { blankEnd } from "./blank-end.js";
import { type BodyReading, NO_PARTS, NOTHING_PICKED } from "./body-pass.js";
import { type JsonListener, readJsonName, readJsonScalar, readJsonString, scanJson } from "./json-scanner.js";
import { createNameTable, type NameTable } from "./name-table.js";
import { NumberList } from "./number-list.js";
import type { BodyFault, Picked, PickedPart } from "./picked.js";

/** One segment of a path: a member's name, an element's index (negative from the end), or all of them. */
export type JsonSegment =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "all" };

/**
 * The values that the path reaches, in the body's order; none if the body is not JSON (RFC 8259) or nests too deeply.
 * The body has been normalised: no lone surrogates. Time is linear in the body's length, whatever the body.
 */
export function pickJson(body: string, path: readonly JsonSegment[]): readonly Picked[] {
  const picker = new JsonPicker(body, path);
  return scanJson(body, picker) === null ? readJsonPlaces(picker) : [];
}

/** What `pickJson` gives for each of the paths, in one pass over the body. */
export function pickJsonPaths(body: string, paths: readonly (readonly JsonSegment[])[]): BodyReading {
  const pickers = paths.map((path) => new JsonPicker(body, path));
  return scanJson(body, new JsonPickers(pickers)) === null ? new JsonPlaces(pickers) : NOTHING_PICKED;
}

/** The places that several paths lead to, of which texts are made when they are asked for. */
class JsonPlaces implements BodyReading {
  readonly isLong: boolean;
  readonly pickers: readonly JsonPicker[];

  constructor(pickers: readonly JsonPicker[]) {
    this.pickers = pickers;
    this.isLong = pickers.some(({ places }) => places.length > MANY_PLACES);
  }

  reads(): boolean {
    return true;
  }

  parts(path: number): readonly PickedPart[] {
    const picker = this.pickers[path];
    return picker === undefined ? NO_PARTS : readJsonPlaces(picker);
  }

  find<Context>(
    path: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null {
    const picker = this.pickers[path];
    if (picker === undefined) return null;
    const { body, places } = picker;
    for (let index = 0; index < places.length; index += 2) {
      const part = readJsonPlace(body, places.at(index), places.at(index + 1));
      if (accepts(part, context)) return part;
    }
    return null;
  }
}

/** Of more the parts are looked at one by one, and not kept. */
const MANY_PLACES = 20000;

/** Where the body stops being JSON (RFC 8259), or nests too deeply; null for a body that can be read. */
export function jsonFault(body: string): BodyFault | null {
  return scanJson(body, IGNORE_JSON);
}

/** Ignores all events: used to check whether a body can be read. */
const IGNORE_JSON: JsonListener = {
  opens() {},
  member() {},
  element() {},
  scalar() {},
  closes() {},
};

/** An array or object that is not closed yet, and that the path leads to or into. */
interface JsonContainer {
  readonly start: number;
  /** What the path asks of the children; null if it leads no further than here. */
  readonly segment: JsonSegment | null;
  /** The length of `places` before this container. */
  readonly placesBefore: number;
  /** How many children have begun. */
  count: number;
  /** The length of `places` before each child that can still count; only where that shows later. */
  marks: NumberList | null;
  /** Where the name of each child begins, and the last child of each name; likewise. */
  names: NumberList | null;
  lastOfName: NameTable | null;
  /** One for each child that has lost its name to a later one; null while there is none. */
  outdated: NumberList | null;
}

/** Notes the places of the values that a path reaches. */
class JsonPicker implements JsonListener {
  readonly body: string;
  readonly path: readonly JsonSegment[];
  readonly open: JsonContainer[] = [];
  /** Start and end of each value that the path reaches, as far as is known yet: there can be millions. */
  readonly places = new NumberList();
  /** Whether the path leads into the value that comes next. */
  onPath = true;
  /** How many open arrays and objects the path does not lead into: they are inside those of `open`. */
  aside = 0;

  constructor(body: string, path: readonly JsonSegment[]) {
    this.body = body;
    this.path = path;
  }

  /** Whether the path does not lead into the value that comes next. */
  passesBy(): boolean {
    return this.aside > 0 || !this.onPath;
  }

  opens(start: number): void {
    if (this.passesBy()) {
      this.aside += 1;
      return;
    }
    this.open.push({
      start,
      segment: this.path[this.open.length] ?? null,
      placesBefore: this.places.length,
      count: 0,
      marks: null,
      names: null,
      lastOfName: null,
      outdated: null,
    });
  }

  member(nameStart: number, nameEnd: number): void {
    const container = this.aside > 0 ? undefined : this.open[this.open.length - 1];
    if (container === undefined) return;
    this.onPath = this.entersMember(container, nameStart, nameEnd);
    container.count += 1;
  }

  element(): void {
    const container = this.aside > 0 ? undefined : this.open[this.open.length - 1];
    if (container === undefined) return;
    this.onPath = this.entersElement(container);
    container.count += 1;
  }

  scalar(start: number, end: number): void {
    if (this.aside === 0 && this.onPath) this.addPlace(start, end);
  }

  closes(end: number): void {
    if (this.aside > 0) {
      this.aside -= 1;
      return;
    }
    const container = this.open.pop();
    if (container === undefined) return;
    const { segment, marks, outdated } = container;
    if (outdated !== null) this.keepChildren(container, (child) => outdated.at(child) === 0);
    if (marks !== null && segment !== null && segment.kind === "index") {
      const chosen = marks.length + segment.index;
      this.keepChildren(container, (child) => child === chosen);
    }
    this.addPlace(container.start, end);
  }

  entersElement(container: JsonContainer): boolean {
    const { segment } = container;
    if (segment === null || segment.kind === "name") return false;
    if (segment.kind === "all") return true;
    if (segment.index >= 0) return segment.index === container.count;
    // Which element it is shows only at the closing bracket: every one is followed, and the last ones are kept.
    const kept = -segment.index;
    if (this.markChild(container) === 2 * kept) this.keepChildren(container, (child) => child >= kept);
    return true;
  }

  entersMember(container: JsonContainer, nameStart: number, nameEnd: number): boolean {
    const { segment } = container;
    if (segment === null || segment.kind === "index") return false;
    const name = readJsonString(this.body, nameStart, nameEnd);
    if (segment.kind === "name") {
      if (name !== segment.name) return false;
      // Of a repeated name only the last member exists: what earlier ones gave goes.
      this.places.length = container.placesBefore;
      return true;
    }
    this.markChild(container);
    const { count } = container;
    const names = container.names ?? new NumberList();
    container.names = names;
    names.push(nameStart);
    if (container.lastOfName === null)
      container.lastOfName = createNameTable((child) => readJsonName(this.body, names.at(child)));
    const earlier = container.lastOfName.put(name, count);
    if (earlier !== undefined) {
      if (container.outdated === null) container.outdated = new NumberList();
      container.outdated.put(earlier, 1);
    }
    return true;
  }

  /** Gives the number of marks. */
  markChild(container: JsonContainer): number {
    if (container.marks === null) container.marks = new NumberList();
    container.marks.push(this.places.length);
    return container.marks.length;
  }

  /** Forgets the places found in the other of the marked children, and their marks. */
  keepChildren(container: JsonContainer, keeps: (child: number) => boolean): void {
    const { places } = this;
    const { marks } = container;
    if (marks === null) return;
    let end = container.placesBefore;
    let kept = 0;
    for (let child = 0; child < marks.length; child += 1) {
      if (!keeps(child)) continue;
      const from = marks.at(child);
      const to = child + 1 < marks.length ? marks.at(child + 1) : places.length;
      places.items.copyWithin(end, from, to);
      marks.put(kept, end);
      kept += 1;
      end += to - from;
    }
    places.length = end;
    marks.length = kept;
  }

  /** Called when the value has ended, so that the open containers are those around it. */
  addPlace(start: number, end: number): void {
    if (this.open.length !== this.path.length) return;
    this.places.push(start);
    this.places.push(end);
  }
}

/** Tells several pickers the same. */
class JsonPickers implements JsonListener {
  readonly pickers: readonly JsonPicker[];
  /** How many open arrays and objects no path leads into: of what is inside them no picker is told. */
  aside = 0;

  constructor(pickers: readonly JsonPicker[]) {
    this.pickers = pickers;
  }

  opens(start: number): void {
    if (this.aside > 0 || this.pickers.every((picker) => picker.passesBy())) this.aside += 1;
    else for (const picker of this.pickers) picker.opens(start);
  }

  member(nameStart: number, nameEnd: number): void {
    if (this.aside === 0) for (const picker of this.pickers) picker.member(nameStart, nameEnd);
  }

  element(): void {
    if (this.aside === 0) for (const picker of this.pickers) picker.element();
  }

  scalar(start: number, end: number): void {
    if (this.aside === 0) for (const picker of this.pickers) picker.scalar(start, end);
  }

  closes(end: number): void {
    if (this.aside > 0) this.aside -= 1;
    else for (const picker of this.pickers) picker.closes(end);
  }
}

function readJsonPlaces({ body, places }: JsonPicker): readonly Picked[] {
  const picked: Picked[] = [];
  for (let index = 0; index < places.length; index += 2) {
    picked.push(readJsonPlace(body, places.at(index), places.at(index + 1)));
  }
  return picked;
}

function readJsonPlace(body: string, start: number, end: number): Picked {
  const first = body.charAt(start);
  if (first === "{" || first === "[") {
    return { text: null, blank: blankEnd(body, start + 1) === end - 1, start, end };
  }
  const text = readJsonScalar(body, start, end);
  return { text, blank: text === "" || first === "n", start, end };
}
