import fc from "fast-check";

/* XML documents, or nearly: prefixes, references, CDATA, line ends of all kinds, comments and instructions everywhere. */

const NAMES = ["a", "b", "p:a", "q:b", "é", "xmlns", "xmlns:a", "a:b:a"];
const TEXTS = [
  "x",
  " ",
  "\r\n",
  "\r",
  "\t",
  "&lt;",
  "&#13;",
  "&#x1F600;",
  "<![CDATA[ <&\r]]>",
  "]]",
  ">",
  "&gt;",
];
const ASIDES = ["<!-- <a> -->", "<?p a?>", "<?p?>", "<!---->"];
const name = fc.constantFrom(...NAMES);
const value = fc
  .array(fc.constantFrom("x", " ", "\t", "\r\n", "\n", "&#10;", "&amp;", ">", "é"), { maxLength: 3 })
  .map((parts) => parts.join(""));
const attributes = fc
  .uniqueArray(fc.tuple(name, fc.constantFrom("=", " = "), value, fc.constantFrom('"', "'")), {
    maxLength: 3,
    selector: ([key]) => key,
  })
  .map((list) =>
    list.map(([key, equals, text, quote]) => ` ${key}${equals}${quote}${text}${quote}`).join(""),
  );

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: "medium" },
    fc.tuple(name, attributes).map(([tag, list]) => `<${tag}${list}/>`),
    fc
      .tuple(name, attributes, tie("content"))
      .map(([tag, list, inner]) => `<${tag}${list}>${inner}</${tag} >`),
  ),
  content: fc
    .array(fc.oneof(tie("element"), fc.constantFrom(...TEXTS), fc.constantFrom(...ASIDES)), {
      maxLength: 5,
    })
    .map((parts) => parts.join("")),
}));
const prolog = fc.constantFrom(
  "",
  "\n",
  "<!-- -->",
  "<?p?>",
  '<?xml version="1.0"?>',
  " \n<?xml version='1.0' encoding='latin1' standalone='yes' ?>\n",
  "\ufeff\f ",
  "<!DOCTYPE a>",
  "\n<?xml version='1.0'?><!-- --><!DOCTYPE a:b SYSTEM \"'>\" ><?p?>",
  "<!DOCTYPE a PUBLIC '-//x//EN' '\"[<'>",
);
/** Documents that are well-formed. */
export const xmlTexts: fc.Arbitrary<string> = fc
  .tuple(prolog, element, fc.constantFrom("", "\n", "<!---->"))
  .map((parts) => parts.join(""));

const SCRAPS = [
  ..."<>/?!-[]&;='\"ab:x10. \t\r\n\f\0\u0085\ufeff\ufffe\ufffd·é×",
  "\u{1F600}",
  "<a>",
  "</a>",
  "<b/>",
  "<!--",
  "-->",
  "]]>",
  "<![CDATA[",
  "<?",
  "?>",
  "&#",
  "&amp;",
  "&#x0;",
  " a='1'",
  "<?xml version='1.0'?>",
  "<!DOCTYPE a",
  " SYSTEM 'x'",
  " PUBLIC 'y' ",
];
const scrap = fc.constantFrom(...SCRAPS);
/** Some of the pieces that matter, in any order. */
export const xmlScraps = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(scrap, { maxLength }).map((parts) => parts.join(""));
const edit = fc.record({ at: fc.nat(), removed: fc.nat({ max: 2 }), put: xmlScraps(2) });
/** Documents that are well-formed but for an edit or some. */
export const nearlyXml: fc.Arbitrary<string> = fc
  .tuple(xmlTexts, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([body, edits]) =>
    edits.reduce((text, { at, removed, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + removed);
    }, body),
  );
