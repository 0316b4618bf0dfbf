import { readJsonPath } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonTexts } from "../support/arbitrary-json.js";
import { xmlTexts } from "../support/arbitrary-xml.js";
import { expectJsonPassAgrees } from "./json-pass-agreement.js";
import { xmlPassAgrees } from "./xml-pass-agreement.js";
import { pathOf } from "./xml-picks.js";

/*
 * A pass notes what paths reach in a memory that has room for some ten thousand notes; when they are full, they are taken from it and
 * the pass goes on. Wherever that happens, it reads the same.
 */

function jsonPath(text: string) {
  const reading = readJsonPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

/** So many notes more or less at the beginning, and another place is where they are full. */
const SHIFTS = Array.from({ length: 24 }, (_, shift) => shift);
const TIMES = 1_000;

/** More notes than there is room for. */
const MORE_THAN_ROOM = 10_100;

describe("JSON", () => {
  const ELEMENT = '{"a":["x","\u00e9",[],[ ],{},null,-1.5e3,"\ud83d\ude00"],"b":{"a":{"c":[true,"\\n"]}}}';
  const paths = ["$[*].a[*]", "$[*].a", "$[*].b.a.c[*]", "$[*].b", "$[0]", "$[*]", "$"].map(jsonPath);

  test.each(SHIFTS)("%i values before", (shift) => {
    const body = `[${"7,".repeat(shift)}${`${ELEMENT} , `.repeat(TIMES)}"\u00fc"]`;
    expect(expectJsonPassAgrees(body, paths)).toEqual({ isRead: true, pathsLeft: 0 });
  });

  test("what shows only later that it is not JSON, or has to be read otherwise", () => {
    const beginning = `[${`${ELEMENT},`.repeat(TIMES)}`;
    for (const end of ["", "]]", '{"a":1,}]', "01]"])
      expect(expectJsonPassAgrees(beginning + end, paths).isRead).toBe(true);
    expect(expectJsonPassAgrees(`${beginning}{"a":1,"a":2}]`, paths).isRead).toBe(false);
    // Nothing is left of the pass that broke off.
    expect(expectJsonPassAgrees('[{"a":["x"]}]', paths)).toEqual({ isRead: true, pathsLeft: 0 });
  });

  test("as many as there is room for, and one more or less", () => {
    for (const count of [9_999, 10_000, 10_001, 20_000]) {
      const body = `[${"1,".repeat(count - 1)}2]`;
      expect(expectJsonPassAgrees(body, ["$[*]"].map(jsonPath)).isRead).toBe(true);
    }
  });

  test("random values again and again", () => {
    fc.assert(
      fc.property(jsonTexts, fc.nat(40), (text, shift) => {
        const element = text.replace(/^\ufeff/, "");
        // Each of them is a note at least.
        const body = `[${"[1],".repeat(shift)}${`${element},`.repeat(MORE_THAN_ROOM)}0]`;
        expectJsonPassAgrees(body, ["$[*][*]", "$[*].a", "$[*]", "$"].map(jsonPath));
      }),
      randomRuns(6),
    );
  });
});

describe("XML", () => {
  const ATTRIBUTES = Array.from({ length: 16 }, (_, number) => `a${number}='\u00e9${number}'`).join(" ");
  const ELEMENT = `<b ${ATTRIBUTES}>x\u00e9<![CDATA[y\ud83d\ude00]]><i/>&lt;<b a1=''>z</b> <!-- - --></b><c/>`;
  const paths = ["//b", "//@a1", "//i", "//b/b", "//c", "/r", "//b/@a15"].map(pathOf);

  test.each(SHIFTS)("%i elements before", (shift) => {
    const body = `<r>${"<c/>".repeat(shift)}${ELEMENT.repeat(TIMES)}\u00fc<b>\u00fc</b></r>`;
    expect(xmlPassAgrees(body, paths)).toBe(true);
  });

  test("what shows only later that it is not well-formed, or has to be read otherwise", () => {
    const beginning = `<r>${ELEMENT.repeat(TIMES)}`;
    for (const end of ["", "</r></r>", "<b>&a;</b></r>", "<b x=''x=''/></r>"])
      expect(xmlPassAgrees(beginning + end, paths)).toBe(true);
    expect(xmlPassAgrees(`${beginning}<\u00e9/></r>`, paths)).toBe(false);
    // Nothing is left of the pass that broke off.
    expect(xmlPassAgrees("<r><b a1='1'>x</b></r>", paths)).toBe(true);
  });

  test("one element that is open for longer than there is room", () => {
    expect(xmlPassAgrees(`<a>${"x<b/>".repeat(20_001)}</a>`, ["/a", "//b"].map(pathOf))).toBe(true);
    expect(xmlPassAgrees(`<a><a>${"<a>x</a>".repeat(20_001)}</a></a>`, ["//a", "/a/a"].map(pathOf))).toBe(
      true,
    );
  });

  test("random documents again and again", () => {
    fc.assert(
      fc.property(xmlTexts, fc.nat(40), (text, shift) => {
        const element = text.replace(/^[^<]*(?:<\?xml .*?\?>|<!DOCTYPE[^<]*>)?/s, "");
        const body = `<r>${"<a/>".repeat(shift)}${`<a/>${element}`.repeat(MORE_THAN_ROOM)}</r>`;
        xmlPassAgrees(body, ["//a", "//b", "//@a", "/r/a/b", "/r"].map(pathOf));
      }),
      randomRuns(6),
    );
  });
});
