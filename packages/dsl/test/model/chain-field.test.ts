import type { Field, FieldPart, Mapping } from "@responses/dsl";
import { partsOf, Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: which fields a mapping has is asked where checks ask it, so that none is left out.
import { askedFields } from "../../src/analysis/facts/asked-fields.js";

function fieldOf(written: string): Field {
  const [capture] = mappingOf(`capture x from ${written}\n`).captures;
  if (capture === undefined) throw new Error(`${written} is no field`);
  return capture.model.field;
}

const texts = (written: string, body: string) =>
  new Subject({ body }).pick(fieldOf(written)).map(({ text }) => text);

describe("a field of a field", () => {
  test.each<[written: string, body: string, picks: readonly (string | null)[]]>([
    ['json "$.a" json "$.b"', '{"a":"{\\"b\\":1.50}"}', ["1.50"]],
    ['json "$.a" json "$"', '{"a":"null"}', ["null"]],
    ['json "$.a" json "$"', '{"a":null}', []],
    ['json "$.a" json "$"', '{"a":true}', ["true"]],
    ['json "$.a" json "$"', '{"a":"[]"}', [null]],
    ['json "$.a" json "$.b"', '{"a":{"b":1}}', []],
    ['json "$.a" json "$.b"', '{"a":"\\ufeff{\\"b\\":1}"}', ["1"]],
    ['json "$.a" json "$.b"', '{"a":"\\ufeff\\ufeff{\\"b\\":1}"}', []],
    ['json "$.a" split "," part 1', '{"a":""}', [""]],
    ['json "$.a" between "=" and end', '{"a":"x=\\ud800"}', ["\ufffd"]],
    ['json "$[*]" json "$[*]" json "$.c"', '["[\\"{\\\\\\"c\\\\\\":1}\\",2]",3,"[{\\"c\\":4}]"]', ["1"]],
    ['xml "//a/@b" form "c"', "<a b='c=1&amp;c=2'/>", ["1", "2"]],
    ['xml "//a" xml "//b"', "<a><![CDATA[ <!DOCTYPE b><b>1</b> ]]></a>", ["1"]],
    ['split ";" part 2 split "," part -1', "a;b,c;d", ["c"]],
    ['form "a" json "$.b"', 'a=%7B%22b%22:1%7D&a={}&a={"b":2}', ["1", "2"]],
  ])("%s in %j", (written, body, picks) => {
    expect(texts(written, body)).toEqual(picks);
  });

  test.each<[written: string, body: string, place: string]>([
    ['split ";" part 2 json "$.a"', 'x; {"a":"y"}', '"y"'],
    ['between "(" and last ")" json "$.a" split "," part 2', 'cb({"a":"1,2"});', "2"],
    ['xml "//a" json "$.b"', '<r><a>\n {"b":12} <!-- --></a></r>', "12"],
    ['xml "//a" json "$.b"', '<r><a><![CDATA[{"b":12}]]></a></r>', "12"],
    ['json "$.a" between "id=" and end', '{"a":"id=7"}', "7"],
    // Escapes stand for what is read, so the place is that of the outer text.
    ['json "$.a" json "$.b"', '{"a":"{\\"b\\":12}"}', '"{\\"b\\":12}"'],
    ['split ";" part 2 json "$.a" json "$.b"', 'x;{"a":"{\\"b\\":12}"}', '"{\\"b\\":12}"'],
  ])("%s has its place in %j", (written, body, place) => {
    expect(
      new Subject({ body }).pick(fieldOf(written)).map(({ start, end }) => body.slice(start, end)),
    ).toEqual([place]);
  });

  test("is as deep as somebody writes it", () => {
    const parts = 2000;
    const body = `${",".repeat(parts - 1)}x`;
    expect(texts('split "," part -1 '.repeat(parts).trim(), body)).toEqual(["x"]);
    // 1,000 levels count for each text by itself.
    const nested = (text: string) => `${"[".repeat(1000)}${JSON.stringify(text)}${"]".repeat(1000)}`;
    const path = `json "$${"[0]".repeat(1000)}"`;
    expect(texts(`${path} ${path}`, nested(nested("x")))).toEqual(["x"]);
  });

  test("takes time in proportion to the body", () => {
    const count = 200_000;
    const inner = JSON.stringify(Array.from({ length: count }, () => "[1]"));
    expect(texts('json "$.d" json "$[*]" json "$[*]"', JSON.stringify({ d: inner }))).toHaveLength(count);
    const elements = `<r>${"<a>[1]</a>".repeat(count)}</r>`;
    expect(texts('xml "//a" json "$[0]" split "," part 1', elements)).toHaveLength(count);
  });
});

/** What the parts pick one after the other, each as if it were all there is. */
function referencePicks(
  [part, ...others]: readonly FieldPart[],
  subject: Subject,
): readonly (string | null)[] {
  const picked = part === undefined ? [] : subject.pick(part);
  if (others.length === 0) return picked.map(({ text }) => text);
  return picked.flatMap(({ text, blank }) => {
    const isNull = text === "null" && blank;
    return text === null || isNull ? [] : referencePicks(others, new Subject({ body: text }));
  });
}

function fieldsIn(mapping: Mapping): readonly Field[] {
  return askedFields(mapping).map(({ field }) => field);
}

test("random fields of fields pick what their parts pick one after the other", () => {
  let picks = 0;
  fc.assert(
    fc.property(mappingText, seed, (text, start) => {
      const mapping = mappingOf(text);
      const fields = fieldsIn(mapping).filter((field) => field.kind === "chain");
      const draw = responsesFor(mapping);
      const random = new Random(start);
      for (let count = 0; count < (fields.length === 0 ? 0 : 20); count++) {
        const subject = new Subject(draw(random));
        for (const field of fields) {
          const picked = subject.pick(field);
          expect(picked.map((part) => part.text)).toEqual(referencePicks(field.parts, subject));
          picks += picked.length;
          for (const { start: from, end } of picked) {
            expect(from >= 0 && from <= end && end <= subject.body.length).toBe(true);
          }
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect(picks).toBeGreaterThan(1000);
});

test("fields of one key are equal", () => {
  const byKey = new Map<string, string>();
  fc.assert(
    fc.property(mappingText, (text) => {
      for (const field of fieldsIn(mappingOf(text))) {
        const meaning = JSON.stringify(partsOf(field).map(meaningOf));
        expect(byKey.get(field.key) ?? meaning).toBe(meaning);
        byKey.set(field.key, meaning);
      }
    }),
    { numRuns: 1000 },
  );
});

/** What tells a part from others: letter case counts in paths and names alone. */
function meaningOf(part: FieldPart): unknown {
  switch (part.kind) {
    case "json":
      return [part.kind, part.path];
    case "xml":
      return [part.kind, part.path];
    case "form":
      return [part.kind, part.name];
    case "split":
      return [part.kind, part.separator.folded, part.part];
    case "between": {
      const { open, closing } = part;
      const closers = closing.kind === "last" ? [closing.closer] : closing.closers;
      const end = closing.kind === "last" ? "last" : closing.orEnd;
      return [part.kind, open.folded, closers.map(({ folded }) => folded), end];
    }
  }
}
