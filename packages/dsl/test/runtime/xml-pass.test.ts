import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { XmlPath, XmlStep } from "../../src/runtime/xml-field.js";
// Imports internals: what compiled modules carry is compared with the scanner that it must agree with.
import { createXmlPass } from "../../src/runtime/xml-pass.js";
import { nearlyXml, xmlScraps, xmlTexts } from "../support/arbitrary-xml.js";
import { xmlPassAgrees } from "./xml-pass-agreement.js";
import { pathOf } from "./xml-picks.js";

/** The pass has to read the body itself, and to pick the same. */
function expectRead(body: string | Uint8Array, ...paths: readonly string[]): void {
  expect(xmlPassAgrees(body, paths.map(pathOf)), "is read").toBe(true);
}

const RICH = `\ufeff\r\n<?xml version="1.0" encoding="UTF-8" standalone='yes'?>\n<!-- a - b --><?p ?x??>
<s:Envelope xmlns:s = 'urn:s'><s:Body a='1' p:b="&lt;2&#9;&gt;\t'"><status code='ok'> Done &amp; dusted <!-- -->&#x1F600;\r\n
</status><list><item id='1'>é<b>in</b>ner</item><item id='2'/><item id = "3" ><item>deep</item></item ></list>\
<raw><![CDATA[<a> ]] ]]]]><![CDATA[>\r]]></raw><none></none></s:Body></s:Envelope><!---->\n<?end?>`;
const RICH_PATHS = [
  "/Envelope/Body/status",
  "//item",
  "//item/@id",
  "//@b",
  "/Envelope//raw",
  "//Body",
  "//status/@code",
  "//item//b",
  "/Envelope/Body/list/item/item",
  "//none",
  "//@none",
  "//@s",
];

test("all paths are picked in one pass", () => {
  const reading = createXmlPass(RICH_PATHS.map(pathOf))(RICH);
  const texts = RICH_PATHS.map((_, path) => reading?.parts(path)?.map(({ text }) => text));
  const status = "Done & dusted \u{1F600}";
  expect(texts).toEqual([
    [status],
    ["éinner", "", "deep"],
    ["1", "2", "3"],
    ["<2\t> '"],
    ["<a> ]] ]]>"],
    [`${status}\n\néinnerdeep<a> ]] ]]>`],
    ["ok"],
    ["in"],
    ["deep"],
    [""],
    [],
    [],
  ]);
  expectRead(RICH, ...RICH_PATHS);
});

test("whether a text is known to be ASCII is said", () => {
  const reading = createXmlPass([pathOf("/a/b"), pathOf("//@c")])(
    "<a><b> x<i>y</i></b><b c='1'>é</b><b c='&#233;'>&#233;</b><b c='ü'/></a>",
  );
  expect([0, 1].map((path) => reading?.parts(path)?.map(({ isAscii }) => isAscii))).toEqual([
    [true, false, false, true],
    [true, false, false],
  ]);
});

describe("what the pass reads by itself", () => {
  test.each([
    [
      "paths that share steps",
      "<a><b><c>1</c></b><c>2</c></a>",
      ["/a/b/c", "/a/c", "//c", "//b//c", "/a//c", "//a/b"],
    ],
    [
      "elements of one name inside one another",
      "<a>1<a>2<a x='3'>3</a></a></a>",
      ["//a", "/a/a", "//a//a", "/a/a/a", "//@x"],
    ],
    [
      "a name that begins like another",
      "<r><status>1</status><statu/><status2/><statuses>2</statuses></r>",
      ["//status", "//statuses", "//statu"],
    ],
    [
      "a path's name as attribute and element",
      "<a b='1'><b b='2'>3</b></a>",
      ["//b", "//@b", "/a/@b", "//b/@b", "/a//@b"],
    ],
    ["prefixes", "<p:a q:b='1' b='2'><c:p:a/><:a/></p:a>", ["//a", "/a/a", "//@b", "//p:a"]],
    [
      "namespace declarations",
      "<a xmlns='1' xmlns:b='2' xmlnsb='3' q:xmlns='4' b:xmlns='5'/>",
      ["//@b", "//@xmlns", "//@xmlnsb"],
    ],
    [
      "16 attributes",
      `<a ${Array.from({ length: 16 }, (_, number) => `a${number}='${number}'`).join(" ")}/>`,
      ["//@a15"],
    ],
    ["white space alone", "  \n", ["/a"]],
    ["nothing", "", ["/a"]],
    ["another kind of body", "Thank you", ["/a"]],
    ["a lone surrogate", "<a b='\ud800'>x\udc00<![CDATA[\ud83d\ude00]]></a>", ["/a", "//@b"]],
    ["a text that begins with a byte order mark", "<a b='\ufeff'>\ufeffx</a>", ["/a", "//@b"]],
  ])("%s", (_, body, paths) => {
    expectRead(body, ...paths);
  });

  test.each([
    "<a>",
    "<a",
    "<",
    "<a/",
    "<a /",
    "<a / >",
    "< a/>",
    "<1/>",
    "<-a/>",
    "<a></b>",
    "<a></aa>",
    "<aa></a>",
    "<a></a b>",
    "</a>",
    "<a></ a>",
    "<a/><b/>",
    "<a/>x",
    "x<a/>",
    "<a/>&#32;",
    "<a b/>",
    "<a b=/>",
    "<a b=1/>",
    "<a b='1/>",
    "<a b='1'c='2'/>",
    "<a b='1' b='2'/>",
    "<a p:b='1' q:b='2' p:b='3'/>",
    "<a b='<'/>",
    "<a b='&'/>",
    "<a b='&nbsp;'/>",
    "<a ='1'/>",
    "<a b='1' ></a\n>",
    "<a>]]></a>",
    "<a>]]<!---->></a>",
    "<a>]]]></a>",
    "<a>&</a>",
    "<a>&amp</a>",
    "<a>&;</a>",
    "<a>&AMP;</a>",
    "<a>&#;</a>",
    "<a>&#x;</a>",
    "<a>&#X41;</a>",
    "<a>&#4x;</a>",
    "<a>&#xG;</a>",
    "<a>&#0;</a>",
    "<a>&#8;</a>",
    "<a>&#xD800;</a>",
    "<a>&#xDFFF;</a>",
    "<a>&#xE000;</a>",
    "<a>&#xFFFD;</a>",
    "<a>&#xFFFE;</a>",
    "<a>&#xFFFF;</a>",
    "<a>&#x10ffff;</a>",
    "<a>&#x110000;</a>",
    "<a>&#99999999999999999999;</a>",
    "<a>&#x0000000000000000041;&#0065;</a>",
    "<a>&apos;&quot;&lt;&gt;&amp;</a>",
    "<a>&quot</a>",
    "<a>\0</a>",
    "<a>\x1f</a>",
    "<a>\x7f</a>",
    "<a>\ufffd</a>",
    "<a>\ufffe</a>",
    "<a>\uffff</a>",
    "<a>\uefff\ufbff</a>",
    "<a b='\x01'/>",
    "<a/><!--\0-->",
    "<a><!-- -- --></a>",
    "<a><!-- ---></a>",
    "<a><!--></a>",
    "<a><!---></a>",
    "<a><!- x --></a>",
    "<a><!--",
    "<a><!-- -",
    "<a><!-- --",
    "<a/><!---->",
    "<!---->",
    "<a><? p?></a>",
    "<a><??></a>",
    "<a><?p",
    "<a><?p?",
    "<a><?p ?",
    "<a><?p'?></a>",
    "<a><?p?x?></a>",
    "<a><?p??></a>",
    "<a><?p ??></a>",
    "<a><?xMl x?></a>",
    "<a><?xml-x?></a>",
    "<a><![CDATA[]]</a>",
    "<a><![CDATA[",
    "<a><![CDATA[]",
    "<a><![CDATA[]]",
    "<a><![CDATA[]]>",
    "<a><![CDATA[>]]></a>",
    "<a><![CDATA[]>]]></a>",
    "<a><![CDATA[]]]]]]></a>",
    "<a><![cdata[]]></a>",
    "<![CDATA[]]><a/>",
    "<a/><![CDATA[]]>",
    "<a><! x></a>",
    "<!ELEMENT a ANY><a/>",
    "<?xml?><a/>",
    "<?xml-s x?><a/>",
    "<!----><?xml version='1.0'?><a/>",
    "<a\n/>\n",
    "<a></a><",
    "<a></a></a>",
    "<a>x",
    "<a b='",
    "<a b='x",
    "<a b='x'",
    "<a b",
    "<a b=",
    "<_.-0/>",
    "<a:b:c></a:b:c>",
    "<a><:/></a>",
  ])("%j is well-formed for both or for neither", (body) => {
    expectRead(body, "/a", "//b", "//@b");
    expectRead(`<r>${body}</r>`, "/r", "//a", "//@b");
    expectRead(`<r a="${body.replaceAll('"', "'")}"/>`, "//@a");
  });

  test.each([
    '<?xml version="1.0"?><a/>',
    "<?xml  version='1.1'\nencoding='x-y_z.1' ?><a/>",
    '<?xml version="1.0" standalone="no"?><a/>',
    '\n<?xml version="1.25" encoding="utf-8" standalone="yes" ?>\n<a/>',
  ])("the declaration %j", (body) => {
    expectRead(body, "/a");
  });

  test("tokens that cross the borders of 16 bytes at every place", () => {
    for (let before = 0; before < 35; before += 1) {
      for (let length = 1; length < 36; length += 1) {
        const blank = " ".repeat(before);
        const name = `n${"x".repeat(length)}`;
        expectRead(
          `<r ${blank}a='${blank}'>${blank}<${name} ${name}='${name}é'>${name}&lt;${blank}</${name}${blank}></r>`,
          `//${name}`,
          `//@${name}`,
          "//@a",
        );
        expectRead(`<r>${blank}<!--${blank}--><?p ${name}?><![CDATA[${name}]]>é]]${blank}&#65;></r>`, "/r");
      }
    }
  });

  test("a document cut off at every length, and with every byte another", () => {
    const bytes = new TextEncoder().encode(RICH);
    const paths = RICH_PATHS.map(pathOf);
    const pass = createXmlPass(paths);
    let read = 0;
    let tried = 0;
    const agrees = (body: Uint8Array) => {
      tried += 1;
      if (xmlPassAgrees(body, paths, pass)) read += 1;
    };
    for (let at = 0; at < bytes.length; at += 1) {
      agrees(bytes.slice(0, at));
      for (const character of "\0 <>&'/=]-?!:a1\x80\xef") {
        const changed = bytes.slice();
        changed[at] = character.charCodeAt(0);
        agrees(changed);
      }
    }
    // Left to the other are names outside ASCII, some declarations, and what may be a document type declaration.
    expect(read).toBeGreaterThan(0.85 * tried);
  });

  test.each([999, 1000, 1001])("%i elements inside one another", (depth) => {
    const open = "<a>".repeat(depth - 1);
    const close = "</a>".repeat(depth - 1);
    expectRead(`${open}<b x='1'>y</b>${close}`, "//b", "//@x", "/a", "/a/a/a/a");
    expectRead(`${open}<b x='1'/>${close}`, "//b", "//@x");
    expectRead(open, "//a");
  });

  test("10,000 elements", () => {
    expectRead(`<a>${"<b>x</b>".repeat(9_999)}</a>`, "//b", "/a/b", "/a");
  });

  test("passes take turns, and bodies of all sizes", () => {
    const first = createXmlPass([pathOf("//b")]);
    const second = createXmlPass([pathOf("//@x"), pathOf("/a")]);
    for (const length of [0, 100, 70_000, 10, 300_000, 1_000_000, 10]) {
      for (const filling of ["x", "é", "\u{1F600}"]) {
        const body = `<a><b x='1'>${filling.repeat(length)}</b>&lt;</a>`;
        expect(xmlPassAgrees(body, [pathOf("//b")], first)).toBe(true);
        expect(xmlPassAgrees(body, [pathOf("//@x"), pathOf("/a")], second)).toBe(true);
      }
    }
  });
});

test("a mapping's paths may be many", () => {
  const names = Array.from({ length: 100 }, (_, number) => `name${number}`);
  const body = `<r>${names.map((name) => `<${name} id='1'>${name}<name0>x</name0></${name}>`).join("")}</r>`;
  expectRead(body, ...names.map((name) => `//${name}`));
  expectRead(body, ...names.map((name) => `/r/${name}`));
  expectRead(body, ...names.map((name) => `/r/${name}/@id`));
});

describe("what is left to pickXml", () => {
  test.each([
    ["a name outside ASCII", "<é/>"],
    ["a name that goes on outside ASCII", "<aé/>"],
    ["another character behind a name", "<a\u0085/>"],
    ["an attribute's name outside ASCII", "<a é='1'/>"],
    ["a document type declaration", "<!DOCTYPE a><a/>"],
    ["17 attributes", `<a ${Array.from({ length: 17 }, (_, number) => `a${number}='1'`).join(" ")}/>`],
    ["other white space at the beginning", "\f<a/>"],
    ["a declaration that is written in a rare way", "<?xml version = '1.0'?><a/>"],
    ["more than 16 MiB", `<a>${"x".repeat(16 * 1024 * 1024)}</a>`],
  ])("%s", (_, body) => {
    expect(xmlPassAgrees(body, ["/a", "/a/a"].map(pathOf))).toBe(false);
  });

  test("very many paths, or few whose steps multiply", () => {
    const many = Array.from({ length: 2_000 }, (_, number) => pathOf(`//a${number}//b${number}`));
    expect(xmlPassAgrees("<a/>", many)).toBe(false);
    expect(xmlPassAgrees("<a/>", many.slice(0, 12))).toBe(false);
  });
});

describe("against pickXml", () => {
  const step: fc.Arbitrary<XmlStep> = fc.record({
    deep: fc.boolean(),
    name: fc.constantFrom("a", "b", "b:a", "xmlns"),
  });
  const path: fc.Arbitrary<XmlPath> = fc.oneof(
    fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), attribute: fc.constant(null) }),
    fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 3 }), attribute: step }),
    fc.record({ steps: fc.constant([]), attribute: step.map(({ name }) => ({ deep: true, name })) }),
  );
  const paths = fc.array(path, { minLength: 1, maxLength: 4 });
  const inAscii = (body: string) => body.replaceAll("é", "e");

  test("documents", () => {
    fc.assert(
      fc.property(xmlTexts, paths, (body, list) => void xmlPassAgrees(body, list)),
      randomRuns(2_000),
    );
    fc.assert(
      fc.property(xmlTexts.map(inAscii), paths, (body, list) => void xmlPassAgrees(body, list)),
      randomRuns(2_000),
    );
  });

  test("what is nearly XML", () => {
    fc.assert(
      fc.property(nearlyXml.map(inAscii), paths, (body, list) => void xmlPassAgrees(body, list)),
      randomRuns(3_000),
    );
    fc.assert(
      fc.property(xmlScraps(8).map(inAscii), paths, (body, list) => void xmlPassAgrees(`<a>${body}`, list)),
      randomRuns(2_000),
    );
  });

  test("bytes with others in between", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 0xff })), { maxLength: 3 });
    fc.assert(
      fc.property(fc.oneof(xmlTexts, nearlyXml), edits, paths, (body, places, list) => {
        const bytes = new TextEncoder().encode(body);
        for (const [at, byte] of places) {
          if (bytes.length > 0) bytes[at % bytes.length] = byte;
        }
        xmlPassAgrees(bytes, list);
      }),
      randomRuns(2_000),
    );
  });

  test("ordinary documents are read, never left", () => {
    const ordinary = fc
      .tuple(fc.constantFrom("", "<?xml version='1.0' encoding='UTF-8'?>\n"), xmlTexts)
      .map(
        ([declaration, body]) =>
          declaration + inAscii(body).replace(/^[^<]*(?:<\?xml .*?\?>|<!DOCTYPE[^<]*>)?/s, ""),
      )
      .filter((body) => !body.includes("<!DOCTYPE"));
    fc.assert(
      fc.property(ordinary, paths, (body, list) => {
        expect(xmlPassAgrees(body, list)).toBe(true);
      }),
      randomRuns(2_000),
    );
  });
});
