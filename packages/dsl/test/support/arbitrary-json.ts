import fc from "fast-check";

/* Texts that are JSON, or nearly: repeated names, escapes of all kinds, white space wherever it can stand. */

const NAMES = ['"a"', '"b"', '"1"', '"0"', '""', '"\\u0061"', '"\\ud800"', '"\ufffd"', '"__proto__"'];
const NUMBERS = ["0", "-0", "1.0", "12345678901234567890", "1e400", "-1.50E-7"];
const STRINGS = ['""', '"x"', '" null "', '"\\ud83d\\ude00"', '"\\ude00"', '"{[,:]}"', '"\\\\"', '"\\""'];
const blank = fc.constantFrom("", "", "", " ", "\n\t\r");
const separated = (parts: fc.Arbitrary<string>) =>
  fc.array(
    fc.tuple(blank, parts, blank).map((list) => list.join("")),
    { maxLength: 5 },
  );

const { json } = fc.letrec<{ json: string; array: string; object: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom(...NUMBERS, ...STRINGS, "true", "false", "null", "[]", "{}", "[ ]"),
    tie("array"),
    tie("object"),
  ),
  array: separated(tie("json")).map((items) => `[${items.join(",")}]`),
  object: separated(
    fc.tuple(fc.constantFrom(...NAMES), blank, blank, tie("json")).map(([n, b, c, v]) => `${n}${b}:${c}${v}`),
  ).map((items) => `{${items.join(",")}}`),
}));

const scrap = fc.constantFrom(..."{}[],:\"\\0123456789-+.eEutrfalsn \n\t\v\0\u00a0\ufeff\ufffd/*'");
const edit = fc.record({
  at: fc.nat(),
  removed: fc.nat({ max: 2 }),
  put: fc.string({ unit: scrap, maxLength: 2 }),
});
/** Texts that are JSON but for an edit or some. */
export const nearlyJson: fc.Arbitrary<string> = fc
  .tuple(json, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([body, edits]) =>
    edits.reduce((text, { at, removed, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + removed);
    }, body),
  );

/** Texts that are JSON. */
export const jsonTexts: fc.Arbitrary<string> = json;

/** Short texts over the characters that matter. */
export const jsonScraps: fc.Arbitrary<string> = fc.string({ unit: scrap, maxLength: 6 });
