import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is tested by itself.
import { pickXml } from "../../src/runtime/xml-field.js";
import { pathOf, texts } from "./xml-picks.js";

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

  test.each(["", "x", "xy"])("has the line ends of a long text, at any place of it: %j before", (start) => {
    const written = `${start}${"a\r\n\rb\n".repeat(5000)}z`;
    const [text, value] = texts(`<a>${written}</a>`, "/a").concat(texts(`<a x="${written}"/>`, "/a/@x"));
    expect(text === written.replace(/\r\n?/g, "\n")).toBe(true);
    expect(value === written.replace(/\r\n?|\n/g, " ")).toBe(true);
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
