import type { Random } from "@responses/testing/random";

const NO_NUMBERS: readonly unknown[] = [-1, 0.5, 2 ** 31, 1e300, "0", null, true, {}, []];
const NO_TEXTS: readonly unknown[] = [7, null, false, {}, []];
const NO_URIS: readonly unknown[] = [
  "",
  "acme",
  "://",
  "file:////x",
  "file:///\ud800",
  "1a:b",
  7,
  null,
  {},
  [],
];
const NO_OBJECTS: readonly unknown[] = [null, 7, "x", [], true];
const NO_LISTS: readonly unknown[] = [null, 7, "x", {}, true];

/** What the member of that name can never be, for the members without which no request has a meaning. */
const NEVER: Readonly<Record<string, readonly unknown[]>> = {
  line: NO_NUMBERS,
  character: NO_NUMBERS,
  uri: NO_URIS,
  oldUri: NO_URIS,
  newUri: NO_URIS,
  newName: NO_TEXTS,
  query: NO_TEXTS,
  ch: NO_TEXTS,
  text: NO_TEXTS,
  label: NO_TEXTS,
  title: NO_TEXTS,
  command: NO_TEXTS,
  value: NO_TEXTS,
  base: ["tomorrow", ...NO_TEXTS],
  includeDeclaration: [null, "true", 0],
  version: ["1", 0.5, null, {}],
  textDocument: NO_OBJECTS,
  range: NO_OBJECTS,
  start: NO_OBJECTS,
  end: NO_OBJECTS,
  response: NO_OBJECTS,
  event: NO_OBJECTS,
  positions: NO_LISTS,
  ranges: NO_LISTS,
  files: NO_LISTS,
  changes: NO_LISTS,
  contentChanges: NO_LISTS,
  previousResultIds: NO_LISTS,
};

/** What is taken for a member that may be left out, or is passed back as it came, in which nothing is looked at. */
const FREE: ReadonlySet<string> = new Set(["data", "settings", "options", "arguments"]);

type Place = readonly (string | number)[];

/** The parameters with one of the members that must be there taken away, or made something that it cannot be. */
export function spoiled(params: object, random: Random): unknown {
  if (random.chance(0.1)) return random.pick<unknown>([undefined, null, [], [params], 7, "x", true]);
  const place = random.pick(placesIn(params));
  const name = place.at(-1);
  const never = typeof name === "string" ? (NEVER[name] ?? []) : [];
  // What may be left out, or be null, is made wrong only in a way that it cannot be.
  const isOptional = place.length === 2 && place[0] === "contentChanges";
  if (random.chance(0.15) && !isOptional && name !== "range") return changed(params, place, undefined);
  return changed(params, place, random.pick(never.filter((value) => name !== "range" || value !== null)));
}

/** The places of members that can be spoiled; whatever parameters the campaign makes have one. */
export function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, [...place, index]));
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined || FREE.has(name)) return [];
    return [...(NEVER[name] === undefined ? [] : [[...place, name]]), ...placesIn(member, [...place, name])];
  });
}

/** A copy with another value in that place; undefined is left out when it is written. */
function changed(value: unknown, [first, ...rest]: Place, to: unknown): unknown {
  if (first === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === first ? changed(item, rest, to) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === first ? changed(member, rest, to) : member,
    ]),
  );
}

/** The parameters with anything in any place, which may be allowed. */
export function scrambled(value: unknown, random: Random): unknown {
  if (random.chance(0.2))
    return random.pick<unknown>([
      null,
      0,
      -1,
      1e300,
      "",
      "x",
      true,
      [],
      {},
      [[]],
      nested(random.integer(5, 2000)),
    ]);
  if (Array.isArray(value)) return value.map((item) => scrambled(item, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scrambled(member, random)]));
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
