import { parse } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";

/*
 * A misspelled statement word at a line's beginning begins a statement, which is broken, and changes none around it.
 */

/** The statements of a text, each with a mark where it is broken. */
function cut(text: string): readonly string[] {
  return parse("a.responses", text).tree.statements.map(
    ({ syntax }) => (syntax.node.kind === "broken" ? "! " : "") + syntax.text.trim(),
  );
}

test.each([
  ["below a statement", 'success keyword "a"\nsucess keyword "b"\nreject keyword "c"\n', [0, 1, 0]],
  ["in capitals", 'success keyword "a"\nREJECT keyword "b"\n', [0, 1]],
  ["as the first", 'sucess keyword "a"\nreject keyword "b"\n', [1, 0]],
  ["alone", 'sucess keyword "a"', [1]],
  ["several, one after the other", 'succes status 200\nrejct status 400\nexmaple "" is success\n', [1, 1, 1]],
  ["below a statement that is broken as well", 'success keywo "a"\nsucess status 200\n', [1, 1]],
  ["below a text block", 'example """\na\n""" is success\nrejct status 400\n', [0, 1]],
  ["on the line on which a text block ends", 'example """\na\n""" sucess status 201\n', [1]],
  [
    "as everyday words for outcomes",
    'success keyword "a" and json "$.a" above 1,000 as Sold\nfail keyword "b"\nFailed json "$.a" exact "b"\nsold status 201\nrefused not keyword "c" as "Some label"\npending otherwise\nreject otherwise\n',
    [1, 1, 1, 1, 1, 1, 0],
  ],
  ["as an everyday word, first", 'sold keyword "a"\nreject keyword "b"\n', [1, 0]],
  ["behind a byte order mark", "\ufeffsucess status 200\nreject status 400\n", [1, 0]],
])("%s", (_, text, broken) => {
  expect(cut(text).map((statement) => (statement.startsWith("! ") ? 1 : 0))).toEqual(broken);
});

test("comments directly above go with it", () => {
  expect(cut("success status 200\n\n# About the next.\nsucess status 201\n")).toEqual([
    "success status 200",
    "! # About the next.\nsucess status 201",
  ]);
});

test.each([
  'example\n  Success 200 "x" is success\n',
  'success status 200\n  and keyword "x"\n',
  'capture\n  Error from json "$.error"\n',
  'capture\n  failed from json "$.error"\n',
  'success keyword """\n  a\nsucess\n"""\n',
])("what can be read is one statement: %j", (text) => {
  expect(cut(text)).toEqual([text.trim()]);
});

test.each([
  'reject keywo "a"\n  as\n  Declined\n',
  'success json "$.state"\n  matched "X"\n',
  'capture state form json "$.a"\n  for success\n  failed\n',
])("an everyday word that no test follows goes on with the statement above: %j", (text) => {
  expect(cut(text)).toEqual([`! ${text.trim()}`]);
});

test("a label that slipped to the next line is none, though it is named like an outcome", () => {
  expect(cut('reject keyword "a" as\n  Error\n')).toHaveLength(1);
});

const PIECES = [
  "success ",
  "sucess ",
  "SUCCESS ",
  "failed ",
  "rejct ",
  "reject ",
  "status 200",
  'keyword "a"',
  "as Late",
  "\n",
  "\n",
  "\r\n",
  "# note\n",
  " ",
  '"',
  '"""',
  "example ",
  "is success",
  "Error",
];

test("after every edit the statements are those of the text read afresh", () => {
  for (let seed = firstSeed(1); seed < firstSeed(1) + runs(300); seed++) {
    const random = new Random(seed);
    let text = "";
    let file = parse("a.responses", text);
    for (let edit = 0; edit < 40; edit++) {
      const from = random.integer(0, text.length);
      const to = random.chance(0.3) ? Math.min(text.length, from + random.integer(0, 12)) : from;
      text = text.slice(0, from) + random.pick(PIECES) + text.slice(to);
      file = parse("a.responses", text, file);
      const fresh = parse("a.responses", text);
      const shown = ({ tree }: typeof file) =>
        tree.statements.map(({ start, syntax }) => [start, syntax.text]);
      expect(shown(file), `with RESPONSES_SEED=${seed}, after edit ${edit}: ${JSON.stringify(text)}`).toEqual(
        shown(fresh),
      );
    }
  }
});
