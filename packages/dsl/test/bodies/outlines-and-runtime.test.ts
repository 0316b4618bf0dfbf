import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: outlines and what fields pick are compared node by node; the editor sees what is made of both.
import {
  type JsonLocation,
  type JsonOutline,
  jsonPathTo,
  outlineJson,
} from "../../src/bodies/json-outline.js";
import { namesTo, outlineXml, type XmlElement, type XmlValue } from "../../src/bodies/xml-outline.js";
import { type JsonPath, writeJsonPath } from "../../src/model/json-path.js";
import { jsonFault, pickJson } from "../../src/runtime/json-field.js";
import { normaliseText } from "../../src/runtime/utf8.js";
import { pickXml, type XmlPath, xmlFault } from "../../src/runtime/xml-field.js";
import { jsonTexts, nearlyJson } from "../support/arbitrary-json.js";
import { nearlyXml, xmlTexts } from "../support/arbitrary-xml.js";

/*
 * What is shown of a body, and suggested for it, is what rules pick out of it: a value that an outline has is picked by the
 * path that leads to it, unless a later member of the same name takes its place, and whatever that path picks is in the
 * outline.
 */

describe("the outline of JSON and the picks", () => {
  function agrees(raw: string): void {
    const body = normaliseText(raw);
    const outline = outlineJson(body);
    expect(outline === null).toBe(jsonFault(body) !== null);
    if (outline !== null) expectJsonPicks(body, outline);
  }

  test("agree on JSON", () => {
    fc.assert(fc.property(jsonTexts, agrees), randomRuns(5_000));
  });

  test("agree on what is JSON", () => {
    fc.assert(fc.property(nearlyJson, agrees), randomRuns(5_000));
  });

  test.each([
    ["a repeated name", '{"a":1,"b":2,"a":3}', ["2", "3"]],
    ["a repeated name with more inside", '{"a":{"b":[1,2]},"a":{"c":3},"d":4}', ["3", "4"]],
    ["one that is written differently", String.raw`{"a":1,"\u0061":2}`, ["2"]],
    ["repeated names inside one another", '{"a":{"b":1,"b":2},"c":{"b":3},"a":{"b":4,"b":5}}', ["3", "5"]],
    ["lone surrogates", String.raw`["\ud83d", "\ude00x"]`, ["\ufffd", "\ufffdx"]],
  ])("%s", (_, body, texts) => {
    agrees(body);
    const outline = outlineJson(body);
    const values = outline === null ? [] : reachedIn(outline).values;
    expect(values.map(({ text }) => text)).toEqual(texts);
  });

  test.each([1000, 1001])("%i arrays inside one another", (depth) => {
    const body = `${"[".repeat(depth)}7${"]".repeat(depth)}`;
    agrees(body);
    expect(outlineJson(body)?.values.length ?? null).toBe(depth > 1000 ? null : 1);
  });
});

/** The parts that paths lead to: of members of one name in an object only the last counts, with all that is in it. */
function reachedIn({ members, values }: JsonOutline): JsonOutline {
  const lastOfName = new Map<JsonLocation, Map<string, JsonLocation>>();
  for (const { name, location } of members) {
    const parent = location?.parent ?? null;
    const named = lastOfName.get(parent) ?? new Map<string, JsonLocation>();
    lastOfName.set(parent, named.set(name, location));
  }
  const isReached = (location: JsonLocation): boolean => {
    for (let place = location; place !== null; place = place.parent) {
      const { parent, segment } = place;
      if (segment.kind === "name" && lastOfName.get(parent)?.get(segment.name) !== place) return false;
    }
    return true;
  };
  return {
    members: members.filter(({ location }) => isReached(location)),
    values: values.filter(({ location }) => isReached(location)),
  };
}

function expectJsonPicks(body: string, outline: JsonOutline): void {
  const { members, values } = reachedIn(outline);
  const known = new Map(values.map((value) => [value.start, value]));
  const picked = new Set<number>();
  for (const path of new Map(values.map(({ location }) => pathEntry(location))).values()) {
    for (const { text, start, end } of pickJson(body, path)) {
      if (text === null) continue;
      picked.add(start);
      const value = known.get(start);
      if (value?.text !== text || value.end !== end) expect.fail(`${body}: ${text} is not in the outline`);
    }
  }
  expect(picked.size).toBe(values.length);
  for (const [written, path] of new Map(members.map(({ location }) => pathEntry(location)))) {
    if (pickJson(body, path).length === 0) expect.fail(`${body}: ${written} picks nothing`);
  }
}

function pathEntry(location: JsonLocation): readonly [written: string, path: JsonPath] {
  const path = jsonPathTo(location);
  return [writeJsonPath(path), path];
}

describe("the outline of XML and the picks", () => {
  function agrees(raw: string): void {
    const body = normaliseText(raw);
    const values = outlineXml(body);
    expect(values === null).toBe(xmlFault(body) !== null);
    if (values !== null) expectXmlPicks(body, values);
  }

  test("agree on XML", () => {
    fc.assert(fc.property(xmlTexts, agrees), randomRuns(5_000));
  });

  test("agree on what is XML", () => {
    fc.assert(fc.property(nearlyXml, agrees), randomRuns(5_000));
  });

  test.each([
    ["line ends in CDATA", "<a><![CDATA[x\r\ny\rz]]></a>", ["x\ny\nz"]],
    ["line ends in a text", "<a>x\r\ny&#13;z</a>", ["x\ny\rz"]],
    ["line ends in an attribute", "<a b='x\r\ny&#10;z'/>", ["x y\nz", ""]],
    ["references", "<a>&lt;&#x1F600;&amp;amp;</a>", ["<\u{1F600}&amp;"]],
    ["declarations of namespaces", "<a xmlns='urn:a' xmlns:p='urn:p' p:b='1'/>", ["1", ""]],
  ])("%s", (_, body, texts) => {
    agrees(body);
    expect(outlineXml(body)?.map(({ text }) => text)).toEqual(texts);
  });

  test.each([1000, 1001])("%i elements inside one another", (depth) => {
    const body = `${"<a>".repeat(depth)}7${"</a>".repeat(depth)}`;
    agrees(body);
    expect(outlineXml(body)?.length ?? null).toBe(depth > 1000 ? null : 1);
  });
});

function expectXmlPicks(body: string, values: readonly XmlValue[]): void {
  const groups = new Map<string, { readonly path: XmlPath; readonly texts: string[] }>();
  for (const { element, attribute, text } of values) {
    const path = pathTo(element, attribute);
    const key = JSON.stringify(path);
    const group = groups.get(key) ?? { path, texts: [] };
    groups.set(key, group);
    group.texts.push(text);
  }
  const withElements = elementsAround(values).map((element) => JSON.stringify(pathTo(element, null)));
  for (const [key, { path, texts }] of groups) {
    const picked = pickXml(body, path).map(({ text }) => text ?? "");
    // An element with elements in it has a text, too, which no outline shows.
    expect(picked.length).toBe(texts.length + withElements.filter((other) => other === key).length);
    let next = 0;
    for (const text of picked) if (text === texts[next]) next++;
    expect(next).toBe(texts.length);
  }
}

function pathTo(element: XmlElement, attribute: string | null): XmlPath {
  const steps = namesTo(element).map((name) => ({ deep: false, name }));
  return { steps, attribute: attribute === null ? null : { deep: false, name: attribute } };
}

function elementsAround(values: readonly XmlValue[]): readonly XmlElement[] {
  const found = new Set<XmlElement>();
  for (const { element } of values) {
    for (let around = element.parent; around !== null; around = around.parent) found.add(around);
  }
  return [...found];
}
