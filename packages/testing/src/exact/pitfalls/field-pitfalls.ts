import { decides, IMPOSSIBLE, type Pitfall, takenBy } from "./pitfall.js";

/** A field may be missing, may have no text, and may pick several. */
export const FIELD_PITFALLS: readonly Pitfall[] = [
  {
    name: "an attribute keeps the white space at its ends",
    rules: ['reject xml "/r/@id" exact "* x*"', 'success xml "/r/@id" keyword " x"'],
    answers: [decides('<r id="a x"/>'), decides('<r id=" x"/>')],
  },
  {
    name: "and where it stands first, no text before it takes it",
    rules: [
      'reject xml "/r/@id" exact "* x*"',
      'reject xml "/r/@id" exact "x"',
      'success xml "/r/@id" keyword " x"',
    ],
    answers: [decides('<r id="a x"/>'), decides('<r id="x"/>'), decides('<r id=" xy"/>')],
  },
  {
    name: "a value of white space alone is not empty",
    rules: ['success json "$.a" exact "" and not json "$.a" empty and not json "$.a" above 5'],
    answers: [decides('{"a":" "}')],
  },
  {
    name: "and there are several kinds of white space",
    rules: ['success json "$.a" exact "" and not json "$.a" empty and not json "$.a" keyword " "'],
    answers: [decides('{"a":"\\t"}')],
  },
  {
    name: "names in a text that is the whole body are as they are written, whatever other rules write",
    rules: [
      'reject exact \'{"z":[0,  7],"ok":  1}\' and status 404',
      'success json "$.OK" exact "1"',
      'reject exact \'{"Z":[0,  7],"OK":  1}\' and json "$.OK" exact "1"',
    ],
    answers: [decides('{"z":[0,  7],"ok":  1}', 404), decides('{"OK":1}'), takenBy([1])],
  },
  {
    name: "a text can stand in a document such that it is found as a keyword and not as a word",
    rules: [
      'success keyword "sold" and not word "sold" and json "$.a" exact "x"',
      'reject json "$.a" exact "x"',
    ],
    answers: [decides('{"a":"x","b":"resold"}'), decides('{"a":"x"}')],
  },
  {
    name: "what begins or ends as no document does leaves fields of documents nothing",
    rules: [
      'reject exact "ERROR 1:*" and json "$.a" exact "x"',
      'reject exact "{*;" and xml "//a" exact "x"',
      'reject exact "{*;" and json "$.a" empty',
      'success exact "{*}" and json "$.a" exact "x"',
      'success exact "tr*" and json "$" exact "true"',
    ],
    answers: [IMPOSSIBLE, IMPOSSIBLE, decides("{;"), decides('{"a":"x"}'), decides("true")],
  },
  {
    name: "not holds where the field is missing",
    rules: ['success not json "$.a" exact "x"', 'reject json "$.a" empty', 'error json "$.a" exact "x"'],
    answers: [decides(""), takenBy([0]), decides('{"a":"x"}')],
  },
  {
    name: "where every text would be found the field is missing",
    rules: ['reject json "$.b" exact "x"', 'success not json "$.a" exact "*" and json "$.b" exact "x", "y"'],
    answers: [decides('{"b":"x"}'), decides('{"b":"y"}')],
  },
  {
    name: "with and without are all",
    rules: ['reject json "$.a" exact "x"', 'reject not json "$.a" exact "x"', 'success json "$.b" exact "y"'],
    answers: [decides('{"a":"x"}'), decides(""), takenBy([0, 1])],
  },
  {
    name: "one value is not two",
    rules: [
      'success json "$.a" exact "x" and json "$.a" exact "y"',
      'success json "$.a" exact "x" and not json "$.a" keyword "x"',
    ],
    answers: [IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "two values can be",
    rules: ['success json "$.a[*]" exact "x" and json "$.a[*]" exact "y"', 'reject json "$.a[*]" exact "x"'],
    answers: [decides('{"a":["x","y"]}'), decides('{"a":["x"]}')],
  },
  {
    name: "not of one of several is none of them",
    rules: [
      'success not json "$.a[*]" exact "x" and json "$.a[*]" keyword "x"',
      'reject json "$.a[*]" keyword "x" and not json "$.a[*]" exact "*"',
    ],
    answers: [decides('{"a":["xx"]}'), IMPOSSIBLE],
  },
  {
    name: "elements can be several, too",
    rules: [
      'success xml "//a" exact "x" and xml "//a" exact "y"',
      'success xml "/r/a" exact "x" and xml "/r/a" exact "z"',
    ],
    answers: [decides("<r><a>x</a><a>y</a></r>"), decides("<r><a>x</a><a>z</a></r>")],
  },
  {
    name: "and so can the values of a name in a form",
    rules: ['success form "a" exact "x" and form "a" exact "y"'],
    answers: [decides("a=x&a=y")],
  },
  {
    name: "a part that is cut out is one",
    rules: ['success split "," part 1 exact "x" and split "," part 1 exact "y"'],
    answers: [IMPOSSIBLE],
  },
  {
    name: "an object has no text and is not empty",
    rules: [
      'error json "$.a" exact "*"',
      'error json "$.a" empty',
      'success keyword "b"',
      'success not json "$.a" empty',
    ],
    answers: [decides('{"a":"x"}'), decides(""), decides('{"a":{"b":1}}'), decides('{"a":[0]}')],
  },
  {
    name: "null is empty and has a text",
    rules: [
      'success json "$.a" empty and json "$.a" exact "null"',
      'success json "$.a" empty and json "$.a" exact "x"',
    ],
    answers: [decides('{"a":null}'), IMPOSSIBLE],
  },
  {
    name: "white space alone is the empty text for exact and is not empty",
    rules: ['reject json "$.a" empty', 'success json "$.a" exact ""'],
    answers: [decides(""), decides('{"a":" "}')],
  },
  {
    name: "one of several is the empty text",
    rules: ['reject json "$.a[*]" empty', 'success json "$.a[*]" exact "" and json "$.a[*]" exact "x"'],
    answers: [decides('{"a":[""]}'), decides('{"a":["","x"]}')],
  },
  {
    name: "a field is trimmed for exact alone",
    rules: [
      'reject json "$.a" exact "* x*"',
      'reject json "$.a" exact "x*"',
      'success json "$.a" keyword " x"',
    ],
    answers: [decides('{"a":"y x"}'), decides('{"a":"x"}'), takenBy([0, 1])],
  },
  {
    name: "but an element's text is trimmed beforehand",
    rules: ['reject xml "//a" exact "* x*"', 'success xml "//a" keyword " x"'],
    answers: [decides("<a>y x</a>"), takenBy([0])],
    mayStayUndecided: true,
  },
  {
    name: "a path has more than one spelling",
    rules: ['reject json "$.a" exact "x"', `success json "$['a']" exact "X"`],
    answers: [decides('{"a":"x"}'), takenBy([0])],
  },
];

/** Numbers are compared as numbers, texts as texts. */
export const NUMBER_PITFALLS: readonly Pitfall[] = [
  {
    name: "between two neighbours there are numbers",
    rules: [
      'success json "$.a" above 5 and json "$.a" below 6',
      'reject json "$.a" above 5 and json "$.a" below 5',
    ],
    answers: [decides('{"a":5.5}'), IMPOSSIBLE],
  },
  {
    name: "of several values one is above and another below",
    rules: ['success json "$.a[*]" above 5 and json "$.a[*]" below 3'],
    answers: [decides('{"a":[6,2]}')],
  },
  {
    name: "above and below leave the limit and what is no number",
    rules: [
      'error json "$.a" above 5',
      'error json "$.a" below 5',
      'reject json "$.a" exact "5"',
      'success json "$.a" exact "*"',
    ],
    answers: [decides('{"a":6}'), decides('{"a":4}'), decides('{"a":5}'), decides('{"a":5.0}')],
  },
  {
    name: "a text is a number, too",
    rules: [
      'error json "$.a" above 4.9',
      'success json "$.a" exact "5.0"',
      'success json "$.a" exact "5.0x"',
    ],
    answers: [decides('{"a":5}'), takenBy([0]), decides('{"a":"5.0x"}')],
  },
  {
    name: "white space alone is no number, the empty text for exact, and not empty",
    rules: ['reject json "$.a" empty', 'error json "$.a" above 5', 'success json "$.a" exact ""'],
    answers: [decides(""), decides('{"a":6}'), decides('{"a":" "}')],
  },
  {
    name: "limits are compared exactly",
    rules: [
      'error json "$.a" above 0.1',
      'success json "$.a" above 0.10',
      'success json "$.a" above 0.09999999999999999999',
    ],
    answers: [decides('{"a":1}'), takenBy([0]), decides('{"a":0.1}')],
  },
];

/** Paths of one document, and documents of different kinds. */
export const DOCUMENT_PITFALLS: readonly Pitfall[] = [
  {
    name: "what has a text has no members",
    rules: [
      'success json "$.a" keyword "x" and json "$.a.b" keyword "y"',
      'success json "$.a" empty and json "$.a.b" exact "y"',
    ],
    answers: [IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "what is not empty may have some",
    rules: ['success not json "$.a" empty and json "$.a.b" exact "y"'],
    answers: [decides('{"a":{"b":"y"}}')],
  },
  {
    name: "no JSON is XML",
    rules: ['success json "$.a" keyword "x" and xml "//a" keyword "x"'],
    answers: [IMPOSSIBLE],
  },
  {
    name: "but without one of them the other is left",
    rules: ['reject json "$.a" keyword "x"', 'success json "$.a" empty and xml "//a" keyword "x"'],
    answers: [decides('{"a":"x"}'), decides("<a>x</a>")],
  },
  {
    name: "JSON can be read as a form",
    rules: ['success json "$.a" exact "x" and form "b" exact "y"'],
    answers: [decides('{"a":"x","c":"&b=y&"}')],
  },
  {
    name: "and so can XML",
    rules: ['success xml "//a" exact "x" and form "b" exact "y"'],
    answers: [decides("<r><a>x</a>&amp;b=y&amp;</r>")],
  },
  {
    name: "one element is one of all",
    rules: [
      'reject json "$.a[*]" exact "x"',
      'success json "$.a[0]" exact "x"',
      'success json "$.a[0]" exact "y"',
    ],
    answers: [decides('{"a":["x"]}'), takenBy([0]), decides('{"a":["y"]}')],
    mayStayUndecided: true,
  },
  {
    name: "and all of a list may have another one beside it",
    rules: [
      'reject json "$.a[*]" exact "x" and json "$.b" empty',
      'success json "$.a[*]" exact "x" and json "$.a[0]" exact "y"',
    ],
    answers: [decides('{"a":["x"]}'), decides('{"a":["y","x"],"b":"z"}')],
    mayStayUndecided: true,
  },
  {
    name: "an array is no object",
    rules: ['success json "$.a[0]" exact "x" and json "$.a.b" exact "y"'],
    answers: [IMPOSSIBLE],
    mayStayUndecided: true,
  },
];

/** The body's text and what fields pick of it. */
export const BODY_PITFALLS: readonly Pitfall[] = [
  {
    name: "an escape hides a value's letters",
    rules: ['reject keyword "x"', 'success json "$.a" exact "x"', 'success form "a" exact "x"'],
    answers: [decides("x"), decides('{"a":"\\u0078"}'), decides("a=%78")],
  },
  {
    name: "and a name's",
    rules: ['reject keyword "a"', 'success not json "$.a" empty'],
    answers: [decides("a"), decides('{"\\u0061":1}')],
  },
  {
    name: "a body that is no document has no fields",
    rules: [
      'success exact "OK" and json "$.a" exact "x"',
      'success exact "OK" and not xml "//a" empty',
      'error exact "OK" and json "$.a" empty',
    ],
    answers: [IMPOSSIBLE, IMPOSSIBLE, decides("OK")],
  },
  {
    name: "but it is a form and can be cut",
    rules: [
      'success exact "OK" and form "OK" exact ""',
      'success exact "NO" and split "," part 1 exact "no"',
    ],
    answers: [decides("OK"), decides("NO")],
  },
  {
    name: "a body that is a document may have others",
    rules: ['success exact "5" and json "$" exact "5"', 'success json "$" exact "x" and not keyword "x"'],
    answers: [decides("5"), decides('"\\u0078"')],
  },
  {
    name: "a number is a document",
    rules: ['success exact "5" and json "$" above 4'],
    answers: [decides("5")],
  },
  {
    name: "an element's name stands there as it is, a prefix before it or not",
    rules: [
      'reject keyword "<a"',
      'success xml "//a" exact "x"',
      'reject keyword "a"',
      'error xml "//a" exact "y"',
    ],
    answers: [decides("<a>x</a>"), decides("<p:a>x</p:a>"), decides("a"), takenBy([2])],
    mayStayUndecided: true,
  },
  {
    name: "what is cut out stands there as it is",
    rules: ['reject keyword "x"', 'success between "<" and ">" exact "x"'],
    answers: [decides("x"), takenBy([0])],
    mayStayUndecided: true,
  },
  {
    name: "a member needs an object's mark",
    rules: ['reject keyword "{"', 'success json "$.a" exact "x"'],
    answers: [decides("{"), takenBy([0])],
    mayStayUndecided: true,
  },
];
