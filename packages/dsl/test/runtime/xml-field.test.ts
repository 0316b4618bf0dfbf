import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import { readXmlPath } from "../../src/model/xml-path.js";
import { normaliseText } from "../../src/runtime/utf8.js";
import { pickXml, type XmlPath, xmlFault } from "../../src/runtime/xml-field.js";
import { nearlyXml, xmlScraps, xmlTexts } from "../support/arbitrary-xml.js";
import { hasLooseInstruction, referenceXmlPicks } from "./xml-reference.js";

function pathOf(text: string): XmlPath {
  const reading = readXmlPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

function texts(body: string, path: string): readonly (string | null)[] {
  return pickXml(body, pathOf(path)).map(({ text }) => text);
}

/** A body, a path, and the texts it picks. */
type Case = readonly [body: string, path: string, picks: readonly string[]];

describe("a path reaches elements as in XPath", () => {
  test.each<Case>([
    ["<a>x</a>", "/a", ["x"]],
    ["<a>x</a>", "//a", ["x"]],
    ["<a>x</a>", "/b", []],
    ["<a><b>x</b></a>", "/b", []],
    ["<a><b>x</b></a>", "//b", ["x"]],
    ["<a><b>x</b><c/><b>y</b></a>", "/a/b", ["x", "y"]],
    ["<a><c><b>x</b></c></a>", "/a/b", []],
    ["<a><c><b>x</b></c><b>y</b></a>", "/a//b", ["x", "y"]],
    ["<a>x</a>", "/a//a", []],
    ["<a><a>x</a></a>", "/a//a", ["x"]],
    ["<a><a><a>x</a></a></a>", "//a//a", ["x"]],
    ["<r><a><b><c>1</c></b></a><b><c>2</c></b></r>", "//a/b/c", ["1"]],
    ["<r><a><x><b>1</b></x></a></r>", "//a/b", []],
    ["<a><b><a><b>1</b></a></b></a>", "/a/b/a/b", ["1"]],
    ["<A>x</A>", "/a", []],
    ["<é>x</é>", "//é", ["x"]],
  ])("%s %s", (body, path, picks) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("names compare by their local part", () => {
  test.each<Case>([
    ["<s:Envelope><s:Body>x</s:Body></s:Envelope>", "/Envelope/Body", ["x"]],
    ["<s:Body xmlns:s='urn:s'>x</s:Body>", "/other:Body", ["x"]],
    ["<r><p:a>1</p:a><q:a>2</q:a><a>3</a></r>", "//a", ["1", "2", "3"]],
    ["<a p:x='1' q:x='2'/>", "//@x", ["1", "2"]],
    ["<a x='1'/>", "//@p:x", ["1"]],
    ["<bodya/>", "//a", []],
  ])("%s %s", (body, path, picks) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("attributes", () => {
  test.each<Case>([
    ["<a x='1'/>", "/a/@x", ["1"]],
    ['<a x = "1" ></a>', "//a/@x", ["1"]],
    ["<a x='1'><b x='2'/></a>", "/a/@x", ["1"]],
    ["<a x='1'><b x='2'/></a>", "/a//@x", ["1", "2"]],
    ["<a x='1'><b x='2'/></a>", "//@x", ["1", "2"]],
    ["<a x='1'><b x='2'/></a>", "//b//@x", ["2"]],
    ["<a x='1'><a x='2'/></a>", "//a/@x", ["1", "2"]],
    ["<a xmlns='1' xmlns:xmlns='2'/>", "//@xmlns", []],
    ["<a xmlns:x='1'/>", "//@x", []],
    ["<a xml:lang='en'/>", "//@lang", ["en"]],
    ["<a x='  1 '/>", "//@x", ["  1 "]],
    ["<a x='1\t2\n3\r4\r\n5'/>", "//@x", ["1 2 3 4 5"]],
    ["<a x='&#9;&#xA;&#xD;&#x20;'/>", "//@x", ["\t\n\r "]],
    ["<a x='\r&#10;'/>", "//@x", [" \n"]],
    ["<a x='&lt;&gt;&amp;&apos;&quot;>\"'/>", "//@x", ['<>&\'">"']],
    ["<a x=']]>'/>", "//@x", ["]]>"]],
    ["<a x=''/>", "//@x", [""]],
  ])("%j %s", (body, path, picks) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("of elements inside one another only the outermost is picked", () => {
  test.each<Case>([
    ["<a>1<a>2</a>3</a>", "//a", ["123"]],
    ["<r><a>1<b><a>2</a></b></a><a>3</a></r>", "//a", ["12", "3"]],
    ["<a><b>1<a><b>2</b></a></b></a>", "//a/b", ["12"]],
  ])("%s %s", (body, path, picks) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("an element's text is all the text inside it", () => {
  test.each<Case>([
    ["<a>1<b>2<c>3</c></b>4</a>", "/a", ["1234"]],
    ["<a> \t\n x y \r\n</a>", "/a", ["x y"]],
    ["<a>\ufeffx&#xFEFF;</a>", "/a", ["x"]],
    ["<a>\u00a0x\u0085</a>", "/a", ["\u00a0x\u0085"]],
    ["<a>&#32;x<![CDATA[ ]]></a>", "/a", ["x"]],
    ["<a>&lt;b&gt; &amp; &quot;&apos;</a>", "/a", ["<b> & \"'"]],
    ["<a>&#65;&#x42;&#x1F600;&#0066;</a>", "/a", ["AB\u{1F600}B"]],
    ["<a>&amp;lt;</a>", "/a", ["&lt;"]],
    ["<a>x<![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "/a", ["x<b>&amp;]]>"]],
    ["<a><![CDATA[]]></a>", "/a", [""]],
    ["<a>x<!-- no -->y<?no no?>z</a>", "/a", ["xyz"]],
    ["<a>x\r\ny\rz\n&#13;.</a>", "/a", ["x\ny\nz\n\r."]],
    ["<a><![CDATA[x\r\ny\r]]>\nz</a>", "/a", ["x\ny\n\nz"]],
    ["<a>]]&gt;]]<!---->></a>", "/a", ["]]>]]>"]],
    ["<a>></a>", "/a", [">"]],
    ["<a>\u{1F600}\ufffd</a>", "/a", ["\u{1F600}\ufffd"]],
    ["<a/>", "/a", [""]],
    ["<a></a>", "/a", [""]],
  ])("%j", (body, path, picks) => {
    expect(texts(body, path)).toEqual(picks);
  });

  test.each([
    ["<a/>", true],
    ["<a> <b/> </a>", true],
    ["<a>null</a>", false],
    ["<a>0</a>", false],
  ])("%s is blank: %s", (body, blank) => {
    expect(pickXml(body, pathOf("/a")).map((picked) => picked.blank)).toEqual([blank]);
  });
});

describe("offsets say where the value stands", () => {
  test.each([
    ["\u{1F600}<r><a x='1'> <b>y</b> </a></r>".slice(2), "//a", " <b>y</b> "],
    ["<r><a x='1'/></r>", "//a", "<a x='1'/>"],
    ["<r><a></a ></r>", "//a", "<a></a >"],
    ["<é x=' &lt; '/>", "//@x", " &lt; "],
  ])("%s %s", (body, path, place) => {
    expect(pickXml(body, pathOf(path)).map(({ start, end }) => body.slice(start, end))).toEqual([place]);
  });
});

describe("well-formed documents (XML 1.0, fifth edition)", () => {
  test.each([
    '<?xml version="1.0"?><a/>',
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><a/>",
    "<?xml\tversion\n=\r'1.1'?><a/>",
    '<?xml version="1.99" standalone="no"?><a/>',
    '<?xml version="1.0" encoding="x-No_such.1"?><a/>',
    ' \r\n\t<?xml version="1.0"?><a/>',
    '\v\f\ufeff<?xml version="1.0"?><a/>',
    "\n<a/>\n",
    "<!-- c --><?p?><a/><!----><?p ??>",
    "<?xml-stylesheet href='x'?><a/>",
    "<?p <&]]>--?><a/>",
    "<!-- <&]]> - --><a/>",
    "<a\n/>",
    "<a></a\n>",
    "<a b='1'\nc='2'/>",
    "<a b='1' B='2' p:b='3'/>",
    "<:a/>",
    "<a:b:c></a:b:c>",
    "<_.-0·/>",
    "<\u{10000}\u{EFFFF}/>",
    "<a>\u007f\u0085\u2028\ud7ff\ue000\ufffd\u{10ffff}</a>",
  ])("%j", (body) => {
    expect(xmlFault(body)).toBeNull();
    expect(pickXml(`${body}<`, pathOf("//a"))).toEqual([]);
  });
});

describe("from a body that is not well-formed nothing is picked, and the first wrong place is known", () => {
  test.each([
    // Documents
    ["", 0],
    ["  ", 2],
    ["Thank you", 0],
    ["<!-- c -->", 10],
    ["x<a/>", 0],
    ["<a/>x", 4],
    ["<a/>&#32;", 4],
    ["<a/><![CDATA[]]>", 4],
    ["<a/><b/>", 4],
    ["<a>", 3],
    ["<a", 2],
    ["<", 1],
    ["\ufeff<a/>", 0],
    ["\f<a/>", 0],
    // The declaration
    ["<?xml?><a/>", 0],
    ["<?xml ?><a/>", 0],
    ['<?xml encoding="UTF-8"?><a/>', 0],
    ['<?xml version="2.0"?><a/>', 0],
    ['<?xml version="1."?><a/>', 0],
    ["<?xml version=\"1.0'?><a/>", 0],
    ['<?xml version="1.0"encoding="UTF-8"?><a/>', 0],
    ['<?xml version="1.0" encoding="8"?><a/>', 0],
    ['<?xml version="1.0" encoding=""?><a/>', 0],
    ['<?xml version="1.0" standalone="maybe"?><a/>', 0],
    ['<?xml version="1.0" standalone="no" encoding="x"?><a/>', 0],
    ['<?xml version="1.0" ><a/>', 0],
    ['<?XML version="1.0"?><a/>', 0],
    ['<!-- --><?xml version="1.0"?><a/>', 8],
    ['<a><?xml version="1.0"?></a>', 3],
    ['<?xml version="1.0"?><?xml version="1.0"?><a/>', 21],
    // DTD
    ["<!DOCTYPE a><a/>", 0],
    ["<!doctype html><a/>", 0],
    ["<a/><!DOCTYPE a>", 4],
    ["<!ELEMENT a ANY><a/>", 0],
    // Tags
    ["<a></b>", 3],
    ["<a></A>", 3],
    ["<a></aa>", 3],
    ["<aa></a>", 4],
    ["<p:a></q:a>", 5],
    ["<a><b></a></b>", 6],
    ["</a>", 0],
    ["<a></ a>", 3],
    ["<a></a b='1'>", 7],
    ["< a/>", 1],
    ["<a / >", 3],
    ["<1/>", 1],
    ["<-a/>", 1],
    ["<\u00d7/>", 1],
    ["<a\u00f7/>", 2],
    ["<a\u2040/><", 6],
    ["<\u{F0000}/>", 1],
    ["<a>\n<</a>", 5],
    // Attributes
    ["<a b/>", 4],
    ["<a b=/>", 5],
    ["<a b=1/>", 5],
    ["<a b='1/>", 9],
    ["<a b='1'c='2'/>", 8],
    ["<a b='1' b='2'/>", 9],
    ["<a b='1' c='2' b='3'></a>", 15],
    ["<a p:b='1' p:b='1'/>", 11],
    ["<a b='<'/>", 6],
    ["<a b='&'/>", 6],
    ["<a b='&nbsp;'/>", 6],
    ["<a ='1'/>", 3],
    // Text and references
    ["<a>]]></a>", 3],
    ["<a>]]]></a>", 4],
    ["<a>&</a>", 3],
    ["<a>& </a>", 3],
    ["<a>&amp</a>", 3],
    ["<a>&;</a>", 3],
    ["<a>&nbsp;</a>", 3],
    ["<a>&AMP;</a>", 3],
    ["<a>& amp;</a>", 3],
    ["<a>&#;</a>", 3],
    ["<a>&#x;</a>", 3],
    ["<a>&#X41;</a>", 3],
    ["<a>&#4x;</a>", 3],
    ["<a>&#xG;</a>", 3],
    ["<a>&#0;</a>", 3],
    ["<a>&#8;</a>", 3],
    ["<a>&#xD800;</a>", 3],
    ["<a>&#xFFFE;</a>", 3],
    ["<a>&#x110000;</a>", 3],
    ["<a>&#99999999999999999999;</a>", 3],
    ["<a>\0</a>", 3],
    ["<a>\u000b</a>", 3],
    ["<a>\u001f</a>", 3],
    ["<a>\ufffe</a>", 3],
    ["<a>\uffff</a>", 3],
    ["<a b='\0'/>", 6],
    ["<a/><!--\0-->", 8],
    ["<a/><?p \0?>", 8],
    ["<a><![CDATA[\0]]></a>", 12],
    // Comments, processing instructions, CDATA
    ["<a><!-- -- --></a>", 8],
    ["<a><!-- ---></a>", 8],
    ["<a><!--></a>", 12],
    ["<a><!- x --></a>", 3],
    ["<a><? p?></a>", 5],
    ["<a><??></a>", 5],
    ["<a><?p", 6],
    ["<a><?p'?></a>", 6],
    ["<a><?p?x?></a>", 6],
    ["<a><?p??></a>", 6],
    ["<a><?xMl x?></a>", 3],
    ["<a><![CDATA[]]</a>", 18],
    ["<a><![cdata[]]></a>", 3],
    ["<a><! x></a>", 3],
  ])("%j breaks at %i", (body, at) => {
    expect(xmlFault(body)?.at).toBe(at);
    expect(xmlFault(body)?.reason).not.toBe("");
    expect(pickXml(body, pathOf("//a"))).toEqual([]);
    expect(pickXml(body, pathOf("//@b"))).toEqual([]);
  });
});

describe("more than 1,000 elements inside one another are not read", () => {
  const nested = (depth: number) => `${"<a>".repeat(depth - 1)}<b x='1'/>${"</a>".repeat(depth - 1)}`;

  test("1,000 are", () => {
    expect(texts(nested(1000), "//@x")).toEqual(["1"]);
    expect(xmlFault(nested(1000))).toBeNull();
  });

  test("1,001 are not", () => {
    expect(texts(nested(1001), "//@x")).toEqual([]);
    expect(xmlFault(nested(1001))?.at).toBe(3000);
  });

  test("beside one another there may be any number", () => {
    expect(texts(`<r>${"<a></a>".repeat(5000)}<b>7</b></r>`, "/r/b")).toEqual(["7"]);
  });
});

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
    fc.assert(fc.property(xmlTexts, path, agrees), { numRuns: 10_000 });
  });

  test("the same documents are well-formed", () => {
    fc.assert(fc.property(nearlyXml, path, agrees), { numRuns: 20_000 });
  });

  test("the same short texts are well-formed", () => {
    const body = fc.tuple(xmlScraps(5), xmlScraps(5)).map(([before, inside]) => `${before}<a>${inside}</a>`);
    fc.assert(fc.property(body, path, agrees), { numRuns: 20_000 });
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

describe("large and strange bodies", () => {
  const MILLION = 1_000_000;
  const attributes = Array.from({ length: 300_000 }, (_, index) => `a${index}='1'`).join(" ");

  test.each<[string, string, string, number]>([
    ["a text of 10 MB", `<a>${"x".repeat(10 * MILLION)}</a>`, "/a", 1],
    ["10 MB of references", `<a>${"&lt;".repeat(2.5 * MILLION)}</a>`, "/a", 1],
    ["a million CDATA sections", `<a>${"<![CDATA[x]]>".repeat(MILLION)}</a>`, "/a", 1],
    ["a million comments in a text", `<a>${"x<!---->".repeat(MILLION)}</a>`, "/a", 1],
    ["a million elements in one", `<a>${"<b>x</b>".repeat(MILLION)}</a>`, "//a", 1],
    ["a million elements beside one another", `<a>${"<b/>".repeat(MILLION)}</a>`, "//b", MILLION],
    ["300,000 attributes", `<a ${attributes}/>`, "//@a7", 1],
    ["300,000 attributes and one twice", `<a ${attributes} a7='1'/>`, "//@a7", 0],
    ["a reference of 10 MB", `<a>&#${"0".repeat(10 * MILLION)}65;</a>`, "/a", 1],
    ["a name of 5 MB", `<a><${"n".repeat(5 * MILLION)}></${"n".repeat(5 * MILLION)}></a>`, "/a", 1],
    [
      "a long declaration",
      `<?xml${" ".repeat(10 * MILLION)}version='1.${"0".repeat(MILLION)}'?><a/>`,
      "/a",
      1,
    ],
    ["a long malformed declaration", `<?xml${" ".repeat(10 * MILLION)}version='1.0' x?><a/>`, "/a", 0],
    ["a million start tags", "<a>".repeat(MILLION), "//a", 0],
    ["a million brackets", "<".repeat(MILLION), "//a", 0],
    ["a million ampersands", `<a>${"&".repeat(MILLION)}</a>`, "//a", 0],
    ["a million ]]", `<a>${"]]".repeat(MILLION)}</a>`, "//a", 1],
    ["a million NUL characters", "\0".repeat(MILLION), "//a", 0],
    ["a million lone U+FFFD", "\ufffd".repeat(MILLION), "//a", 0],
    ["U+FFFD in a text", `<a>${"\ufffd".repeat(MILLION)}</a>`, "//a", 1],
  ])("%s", (_, body, path, count) => {
    expect(pickXml(body, pathOf(path))).toHaveLength(count);
  });
});
