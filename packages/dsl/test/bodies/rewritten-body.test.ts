import { parse } from "@responses/dsl";
import { fieldsOfBody, located, Subject } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";
// Imports internals: a body is written anew only for a witness, of which a finding shows one.
import { bodyWithText } from "../../src/bodies/rewritten-body.js";

const TEXTS = ["rejected", 'a "b" & <c>', "true", "0", "1.5"];

test("a text in a body inside another is written as both write texts", () => {
  const rewritten = ['<r>{"ok":"yes"}</r>', 'x cb({"ok":"yes"})'].map((body) => {
    const place = fieldsOfBody(new Subject({ body })).find(({ text }) => text === "yes")?.place;
    return place == null ? null : bodyWithText(body, place, 'a "b" & <c>');
  });
  expect(rewritten).toEqual(['<r>{"ok":"a \\"b\\" &amp; &lt;c>"}</r>', 'x cb({"ok":"a \\"b\\" & <c>"})']);
});

test("a field has the text that is written in its place, in every recorded response", () => {
  let rewritten = 0;
  for (const { name, text } of mappingFiles()) {
    for (const { model } of located(parse(name, text), "example")) {
      const subject = new Subject(model);
      const fields = fieldsOfBody(subject);
      for (const [index, { written, text: old, place }] of fields.entries()) {
        const isOnly = fields.filter((other) => other.written === written).length === 1;
        if (place === null || old === "" || !isOnly) continue;
        const wanted = TEXTS[rewritten % TEXTS.length] ?? "";
        const body = bodyWithText(subject.body, place, wanted);
        const again = fieldsOfBody(new Subject({ body }))[index];
        expect([body, again?.written, again?.text]).toEqual([body, written, wanted]);
        rewritten++;
      }
    }
  }
  expect(rewritten).toBeGreaterThan(300);
});
