import { compare, createMatcher, link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { expect, test } from "vitest";

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

const BEFORE = 'reject keyword "refused"\nsuccess status 200 and keyword "accepted main"';
const AFTER = 'reject keyword "refused"\nreject status 200 and keyword "accepted main"';

/** What an edit of a rule on the whole body is shown by, where examples are as these. */
test.each([
  ["there are none", [], "accepted main"],
  ["they are plain texts", ["'accepted lead 7' is success"], "accepted main"],
  [
    "they are JSON that says how it went",
    [`'{"status":"accepted lead","id":7}' is success`],
    '{"status":"accepted main","id":7}',
  ],
  [
    "they are JSON that says it nowhere",
    [`'{"ok": true, "id": 7}' is success`],
    '{"ok": true, "id": 7, "message": "accepted main"}',
  ],
  [
    "some are sales, which what was a sale is like",
    [`'{"status":"no","id":7}' is reject`, `'{"result":"yes","id":8}' is success`],
    '{"result":"accepted main","id":8}',
  ],
  [
    "another rule would decide those that are sales",
    [`'{"result":"yes","lead":"refused 7"}' is success`, `'{"status":"no"}' is reject`],
    '{"status":"accepted main"}',
  ],
  [
    "they are XML",
    ["'<r><status>accepted lead</status><id>7</id></r>' is success"],
    "<r><status>accepted main</status><id>7</id></r>",
  ],
  ["they are forms", ["'status=ok&id=7' is success"], "status=accepted main&id=7"],
  ["they are lines", [`"status: ok\\nid: 7" is success`], "status: accepted main\nid: 7"],
])("shows an edit of a rule on the whole body, where %s", (_, examples, body) => {
  const recorded = examples.map((example) => `\nexample 200 ${example}`).join("");
  const [before, after] = [mappingOf(BEFORE + recorded), mappingOf(AFTER + recorded)];
  const { changes, undecided } = compare(before, after);
  expect(undecided).toEqual([]);
  expect(changes.map(({ witness }) => witness)).toEqual([{ status: 200, body }]);
  for (const { witness, verdictBefore, verdictAfter } of changes) {
    expect(createMatcher(before).match(witness)).toEqual(verdictBefore);
    expect(createMatcher(after).match(witness)).toEqual(verdictAfter);
  }
});

test("keeps the short response where the rules decide none like the recorded answers", () => {
  const example = `\nexample 200 '{"status":"accepted","id":7}' is success`;
  const [change] = compare(
    mappingOf(`success exact "OK"\nsuccess keyword "accepted"${example}`),
    mappingOf(`reject exact "OK"\nsuccess keyword "accepted"${example}`),
  ).changes;
  expect(change?.witness.body).toBe("OK");
});

/** An edit of a rule, and what shows it: more than the rule's own text, in words that an answer could have. */
test.each([
  [
    "a part of a text",
    'json "$.status" keyword "MATCHED"',
    'json "$.status" exact "MATCHED"',
    "partly MATCHED",
  ],
  ["a part of a word", 'json "$.status" keyword "MATCHED"', 'json "$.status" word "MATCHED"', "MATCHED2"],
  ["two texts with something between", "exact 'no'", "exact '*MATCHED*main*'", "MATCHED main"],
])("shows %s in the form of a recorded answer", (_, from, to, said) => {
  const recorded = `\nexample 200 '{"status":"MATCHED","price":12}' is ${from.startsWith("json") ? "success" : "unmapped"}`;
  const [before, after] = [mappingOf(`success ${from}${recorded}`), mappingOf(`success ${to}${recorded}`)];
  const { changes } = compare(before, after);
  expect(changes.map(({ witness }) => witness)).toContainEqual({
    status: 200,
    body: `{"status":"${said}","price":12}`,
  });
  for (const { witness, verdictBefore, verdictAfter } of changes) {
    expect(createMatcher(before).match(witness)).toEqual(verdictBefore);
    expect(createMatcher(after).match(witness)).toEqual(verdictAfter);
  }
});

test("keeps the short response where the recorded answers have another field", () => {
  const example = `\nexample 200 '{"id":7,"result":"no"}' is unmapped`;
  const [change] = compare(
    mappingOf(`success json "$.status" exact "OK"${example}`),
    mappingOf(`reject json "$.status" exact "OK"${example}`),
  ).changes;
  expect(change?.witness.body).toBe('{"status":"OK"}');
});
