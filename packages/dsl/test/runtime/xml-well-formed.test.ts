import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is tested by itself.
import { pickXml, xmlFault } from "../../src/runtime/xml-field.js";
import { pathOf, texts } from "./xml-picks.js";

/* Which bodies are documents, and where others break. */

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
    "\ufeff<a/>",
    " \f\v\r\n<!-- --><a/>",
    "<!DOCTYPE a><a/>",
    "\ufeff<!DOCTYPE html\n><?p?><a/>",
    "<?xml version='1.0'?><!-- --><!DOCTYPE p:a SYSTEM 'http://x/?a=1&b>'><a/>",
    "<!DOCTYPE a PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\t'[<!ENTITY>]' ><a/>",
    "<!DOCTYPE a PUBLIC '' ''><a/>",
    "<!DOCTYPE SYSTEM SYSTEM '\"'><a/>",
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
    ["\u00a0<a/>", 0],
    ["\f", 1],
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
    // Document type declarations
    ["<!DOCTYPE a []><a/>", 12],
    ["<!DOCTYPE a[]><a/>", 11],
    ["<!DOCTYPE a SYSTEM 'x' [<!ENTITY b 'c'>]><a>&b;</a>", 23],
    ["<!DOCTYPE a><a>&nbsp;</a>", 15],
    ["<!DOCTYPE a><!DOCTYPE a><a/>", 12],
    ["<a/><!DOCTYPE a>", 4],
    ["<a><!DOCTYPE a></a>", 3],
    ["<!DOCTYPE a>", 12],
    ["<!DOCTYPE a", 11],
    ["<!DOCTYPE><a/>", 9],
    ["<!DOCTYPE ><a/>", 10],
    ["<!DOCTYPE a b><a/>", 12],
    ["<!DOCTYPE a SYSTEM><a/>", 18],
    ["<!DOCTYPE a SYSTEM x><a/>", 19],
    ["<!DOCTYPE a SYSTEM'x'><a/>", 18],
    ["<!DOCTYPE aSYSTEM 'x'><a/>", 18],
    ["<!DOCTYPE a system 'x'><a/>", 12],
    ["<!DOCTYPE a SYSTEM 'x' 'y'><a/>", 23],
    ["<!DOCTYPE a SYSTEM 'x><a/>", 26],
    ["<!DOCTYPE a PUBLIC 'x'><a/>", 22],
    ["<!DOCTYPE a PUBLIC 'x''y'><a/>", 22],
    ["<!DOCTYPE a PUBLIC '{' 'y'><a/>", 20],
    ["<!DOCTYPE a PUBLIC 'x\t' 'y'><a/>", 21],
    ["<!DOCTYPE a \0><a/>", 12],
    ["<!doctype html><a/>", 0],
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
