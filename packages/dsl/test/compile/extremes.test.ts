import { explain, type Response, type Verdict } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Bodies that break readers: huge, deep, broken. Anything worse than linear in them would not end in time. */

const MILLION = 1_000_000;
const TEN_MEGABYTES = 10 * 1024 * 1024;

/** The verdicts of every way to run a mapping, which are one. */
function verdictOn(text: string, response: Response): Omit<Verdict, "captures"> {
  const mapping = mappingOf(text);
  const { body } = response;
  const expected = interpreterOf(mapping).match(response);
  const compiled = loadCompiled(mapping);
  expect(compiled.match(response)).toEqual(expected);
  if (typeof body === "string") {
    expect(compiled.match({ ...response, body: new TextEncoder().encode(body) })).toEqual(expected);
  }
  expect(explain(mapping, response).verdict).toEqual(expected);
  return { outcome: expected.outcome, label: expected.label };
}

const reader = `error json "$.a" empty and xml "//a" empty and keyword "[" as Unreadable
reject json "$[0]" exact "x" as X
reject json "$.a" exact "y" as Y
`;

describe("a body that is huge, deep or broken gets its verdict", () => {
  test.each<[string, string, Response, string, string | null]>([
    [
      "ten megabytes in which a keyword nearly stands all the time",
      `success keyword "${"a".repeat(200)}b"\nreject word "aab" as Word\nreject exact "*aab*aac*" as Glob\n`,
      { body: `${"a".repeat(TEN_MEGABYTES)} aab aac` },
      "reject",
      "Word",
    ],
    [
      "a keyword of a thousand characters in ten megabytes of its beginning",
      `success keyword "${"a".repeat(1000)}b"\nreject otherwise as No\n`,
      { body: "a".repeat(TEN_MEGABYTES) },
      "reject",
      "No",
    ],
    [
      "a pattern of twenty pieces in a megabyte of them",
      `success exact "${"*a".repeat(20)}*b"\nreject otherwise as No\n`,
      { body: "a".repeat(MILLION) },
      "reject",
      "No",
    ],
    ["a million opening brackets", reader, { body: "[".repeat(MILLION) }, "error", "Unreadable"],
    [
      "a million nested arrays",
      reader,
      { body: "[".repeat(MILLION) + "]".repeat(MILLION) },
      "error",
      "Unreadable",
    ],
    [
      "a thousand nested arrays, which are read",
      'success json "$" empty as Empty\nreject json "$[0][0]" empty as Deep\nerror json "$[0]" keyword "x"\n',
      { body: "[".repeat(1000) + "]".repeat(1000) },
      "unmapped",
      null,
    ],
    [
      "a thousand and one nested arrays, which are not",
      'success json "$" empty as Empty\n',
      { body: "[".repeat(1001) + "]".repeat(1001) },
      "success",
      "Empty",
    ],
    [
      "a million members of one name",
      reader,
      { body: `{${'"a":"z",'.repeat(MILLION)}"a":"y"}` },
      "reject",
      "Y",
    ],
    [
      "a million nested elements",
      'success xml "//a" exact "x"\n',
      { body: `${"<a>".repeat(MILLION)}x` },
      "unmapped",
      null,
    ],
    [
      "a million elements beside one another",
      'success xml "/r/a" exact "x"\n',
      { body: `<r>${"<a>y</a>".repeat(MILLION)}<a>x</a></r>` },
      "success",
      null,
    ],
    [
      "a number of a million digits",
      'success json "$.a" above 1e999999\n',
      { body: `{"a":1${"0".repeat(MILLION)}}` },
      "success",
      null,
    ],
    [
      "an exponent of a million digits",
      'success json "$.a" below 1\n',
      { body: `{"a":1e-${"9".repeat(MILLION)}}` },
      "success",
      null,
    ],
    [
      "a million separators",
      'success split "," part -1000001 exact "x"\n',
      { body: `x${",".repeat(MILLION)}` },
      "success",
      null,
    ],
    [
      "a million pieces of a form",
      'success form "b" exact "x"\n',
      { body: `${"a=%41&amp;".repeat(MILLION)}b=x` },
      "success",
      null,
    ],
    [
      "ten megabytes of escaped bytes",
      'success form "a" exact "*\u{41}"\n',
      { body: `a=${"%41".repeat(TEN_MEGABYTES / 3)}` },
      "success",
      null,
    ],
    [
      "ten megabytes in which what ends a part nearly stands all the time",
      `success between "a" and last "${"a".repeat(31)}b" exact "*"\nreject between "a" and "${"a".repeat(1000)}b" exact "*"\n`,
      { body: "a".repeat(TEN_MEGABYTES) },
      "unmapped",
      null,
    ],
    [
      "a hundred thousand texts that are read by themselves",
      'success json "$.d" json "$[*]" json "$.a" between "b" and end exact "x"\n',
      { body: JSON.stringify({ d: JSON.stringify([...Array(100_000).fill("{}"), '{"a":"bx"}']) }) },
      "success",
      null,
    ],
    [
      "a document type of a megabyte",
      'success xml "/a" exact "x"\n',
      { body: `<!DOCTYPE a PUBLIC "${"x".repeat(MILLION)}" '${">".repeat(MILLION)}'><a>x</a>` },
      "success",
      null,
    ],
    [
      "NUL characters",
      'success keyword "\\u{0}b"\n',
      { body: `a\u0000B${"\u0000".repeat(1000)}` },
      "success",
      null,
    ],
    [
      "lone surrogates",
      'success exact "a?b"\nreject exact "a*b" as Lost\n',
      { body: "a\ud800b" },
      "reject",
      "Lost",
    ],
    [
      "bytes that are no UTF-8",
      'success keyword "valid"\n',
      { body: Uint8Array.from([0xff, 0x76, 0x61, 0x6c, 0x69, 0x64, 0xc3, 0xe2, 0x82]) },
      "success",
      null,
    ],
    ["no body and no status", 'success exact ""\n', {}, "success", null],
  ])("%s", (_name, text, response, outcome, label) => {
    expect(verdictOn(text, response)).toEqual({ outcome, label });
  });

  test("megabytes of megabyte-long bodies full of marks", () => {
    for (const mark of ['"', "\\", "<", "&", "{", "<![CDATA[", "<!--", "<?a", "&#", '{"', "<a ", "'"]) {
      const body = mark.repeat(MILLION / mark.length);
      expect(verdictOn(`${reader}success otherwise\n`, { body }).outcome).toBe(
        body.includes("[") ? "error" : "success",
      );
    }
  });
});
