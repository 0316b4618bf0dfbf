/*
 * What every object of JavaScript has without anybody having put it there. An object of captures in which such a part is absent must not
 * answer with that, so the captures of a mapping with such a name are objects without a prototype; those of all others are plain ones,
 * which programs can compare and print as they are used to. The list is the language's, not the engine's: a mapping gives the same
 * module everywhere.
 */
const NAMES_OF_OBJECTS: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** Whether one of the captures is called like something that every object has. Linear in the captures. */
export function hasNameOfObjects(captures: readonly { readonly name: string }[]): boolean {
  return captures.some(({ name }) => NAMES_OF_OBJECTS.has(name));
}
