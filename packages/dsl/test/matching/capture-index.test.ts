import type { Capture } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { distinctField } from "@responses/testing/random-fields";
import { mappingOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: the index may only make reading quicker, which nothing that is captured shows.
import { captureIndex } from "../../src/matching/capture-index.js";

/* An index of fields may leave out only those that pick nothing. Rules are found by their fields with the same index. */

function picking(captures: readonly Capture[], subject: Subject): readonly string[] {
  return captures.flatMap(({ model: { name, field } }) => (subject.pick(field).length > 0 ? [name] : []));
}

/** A field of the fields that all others are: so it alone is found by the text that only its last part needs. */
const HIDDEN_IN_ESCAPES: readonly {
  readonly of: string;
  readonly last: string;
  readonly body: string;
  readonly text: string;
}[] = [
  // A space that is written as +, in a body or a text without any other escape.
  { of: 'form "m"', last: 'between "lead id " and " "', body: "m=lead+id+77+ok", text: "77" },
  { of: 'form "m"', last: 'split "lead was" part 2', body: "m=the+lead+was+sold", text: "sold" },
  { of: 'form "m"', last: 'form "a b"', body: "m=a%2Bb%3D7", text: "7" },
  { of: 'form "m" form "n"', last: 'between "a b" and end', body: "m=n%3Da%2Bb7", text: "7" },
  // Half a character, which is U+FFFD, and two halves.
  { of: "json '$'", last: "json \"$['\\u{FFFD}']\"", body: '"{\\"\\\\ud800\\":7}"', text: "7" },
  { of: 'json "$.d"', last: "json \"$['\\u{FFFD}']\"", body: '{"d":"{\\"\\udc00\\":7}"}', text: "7" },
  { of: 'json "$.d"', last: "json \"$['😀']\"", body: '{"d":"{\\"\\\\ud83d\\\\ude00\\":7}"}', text: "7" },
  // A form that begins, or ends, where another one would have an escape.
  { of: 'between "%4" and end', last: 'form "1xq"', body: "%41%78q=7", text: "7" },
  { of: 'between "m" and "1"', last: 'form "x%4"', body: "m%78%41", text: "" },
];

describe("a field that is known by a text of its last part is found where that text is written in escapes", () => {
  test.each(HIDDEN_IN_ESCAPES)("$of $last of $body", ({ of, last, body, text }) => {
    const others = Array.from(
      { length: 20 },
      (_, number) => `capture c${number} from ${of} form "${number}"`,
    );
    const { captures } = mappingOf(`${[...others, `capture last from ${of} ${last}`].join("\n")}\n`);
    const subject = new Subject({ body });
    const found = captureIndex(captures)(subject).filter(({ model }) => model.name === "last");
    expect(found.map(({ model }) => subject.pick(model.field).map((picked) => picked.text))).toEqual([
      [text],
    ]);
  });
});

/** Enough of them that there is an index. */
const fields = fc.array(
  seed.map((own) => distinctField(new Random(own))),
  { minLength: 16, maxLength: 40, size: "max" },
);

test("captures that the index leaves out pick nothing, with escapes in escapes and cuts between them", () => {
  fc.assert(
    fc.property(fields, seed, (drawn, start) => {
      const mapping = mappingOf(drawn.map((field, number) => `capture c${number} from ${field}\n`).join(""));
      const candidates = captureIndex(mapping.captures);
      const random = new Random(start);
      const draw = responsesFor(mapping);
      for (let count = 0; count < 100; count++) {
        const response = draw(random);
        const subject = new Subject(response);
        const [all, found] = [mapping.captures, candidates(subject)].map((some) => picking(some, subject));
        // A plain comparison first: an assertion for each would take longer than the rest.
        if (String(all) !== String(found)) expect({ response, found }).toEqual({ response, found: all });
      }
    }),
    randomRuns(100),
  );
});
