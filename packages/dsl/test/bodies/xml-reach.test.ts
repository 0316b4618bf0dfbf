import { expect, test } from "vitest";
// Imports internals: what an XML path reaches is asked by completion and by checks, which show it only in part.
import { reachesXml } from "../../src/bodies/xml-reach.js";
import { readXmlPath } from "../../src/model/xml-path.js";
import { pickXml } from "../../src/runtime/xml-field.js";

const PATHS = [
  "/a",
  "/a/b",
  "//b",
  "//b//c",
  "/a//c",
  "//a/c",
  "//@id",
  "/a/@id",
  "//b/@id",
  "//b//@id",
  "/a/b/c",
];
const PLACES = ["a", "a/b", "a/c", "a/b/c", "a/b/b", "c/a/b"];

/** A body in which nothing but the element of that place (or its attribute) says X. */
function bodyOf(names: readonly string[], attribute: string | null): string {
  const inner = names.at(-1) ?? "";
  const element = attribute === null ? `<${inner}>X</${inner}>` : `<${inner} ${attribute}="X"/>`;
  return names.slice(0, -1).reduceRight((body, name) => `<${name}>${body}</${name}>`, element);
}

test("a path reaches an element or attribute exactly where the reader picks it, or one around it", () => {
  for (const written of PATHS) {
    const reading = readXmlPath(written);
    if (reading.kind !== "path") throw new Error(`${written} is no path`);
    for (const place of PLACES) {
      for (const attribute of [null, "id"]) {
        const names = place.split("/");
        const around = names.map((_, index) => names.slice(0, index + 1));
        const reached = (attribute === null ? around : [names]).some((upTo) =>
          reachesXml(reading.path, upTo, attribute),
        );
        const picked = pickXml(bodyOf(names, attribute), reading.path).some(({ text }) => text === "X");
        expect(reached, `${written} in ${place} ${attribute}`).toBe(picked);
      }
    }
  }
});
