import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import type { PickedPart } from "../../src/runtime/picked.js";
import { normaliseText } from "../../src/runtime/utf8.js";
import { pickXml, pickXmlPaths, type XmlPath, xmlFault } from "../../src/runtime/xml-field.js";
import { nearlyXml, xmlScraps, xmlTexts } from "../support/arbitrary-xml.js";
import { pathOf } from "./xml-picks.js";
import { hasLooseInstruction, referenceXmlPicks } from "./xml-reference.js";

describe("against saxes", () => {
  const step = fc.record({ deep: fc.boolean(), name: fc.constantFrom("a", "b", "é", "b:a", "xmlns") });
  const path: fc.Arbitrary<XmlPath> = fc
    .record({ steps: fc.array(step, { maxLength: 3 }), attribute: fc.option(step) })
    .map(({ steps, attribute }) => {
      if (steps.length > 0) return { steps, attribute };
      return { steps, attribute: { deep: true, name: attribute?.name ?? "a" } };
    });

  function agrees(raw: string, xmlPath: XmlPath): void {
    const body = normaliseText(raw);
    fc.pre(!hasLooseInstruction(body));
    const expected = referenceXmlPicks(body, xmlPath);
    expect(xmlFault(body) === null).toBe(expected !== null);
    expect(pickXml(body, xmlPath).map(({ text }) => text)).toEqual(expected ?? []);
  }

  test("the same picks from well-formed documents", () => {
    fc.assert(fc.property(xmlTexts, path, agrees), randomRuns(5_000));
  });

  test("the same documents are well-formed", () => {
    fc.assert(fc.property(nearlyXml, path, agrees), randomRuns(8_000));
  });

  test("several paths at once pick what each picks", () => {
    fc.assert(
      fc.property(fc.oneof(xmlTexts, nearlyXml), fc.array(path, { maxLength: 5 }), (body, paths) => {
        const reading = pickXmlPaths(body, paths);
        const plain = ({ text, blank }: PickedPart) => ({ text, blank });
        expect(paths.map((_, number) => reading.parts(number).map(plain))).toEqual(
          paths.map((one) => pickXml(body, one).map(plain)),
        );
      }),
      randomRuns(5_000),
    );
  });

  test("the same short texts are well-formed", () => {
    const body = fc.tuple(xmlScraps(5), xmlScraps(5)).map(([before, inside]) => `${before}<a>${inside}</a>`);
    fc.assert(fc.property(body, path, agrees), randomRuns(8_000));
  });

  test("every character of the basic plane, as a name, in a name and in a text", () => {
    const accepts = (body: string) => referenceXmlPicks(body, pathOf("//a")) !== null;
    for (let code = 0; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      for (const body of [`<${character}/>`, `<a${character}/>`, `<a>${character}</a>`]) {
        if ((xmlFault(body) === null) !== accepts(body)) expect.fail(JSON.stringify(body));
      }
    }
  });
});
