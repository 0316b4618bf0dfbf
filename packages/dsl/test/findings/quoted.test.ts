import { quoted } from "@responses/dsl/editor";
import { expect, test } from "vitest";

test.each([
  ["valid", '"valid"'],
  ["", '""'],
  ["it's", `"it's"`],
  ['{"code":1}', `'{"code":1}'`],
  [`say "it's"`, `"say "it's""`],
  ['a\n"b"\u001b', `'a\\n"b"\\u{1B}'`],
  // The marks fit what is shown of a long text.
  [`${"a".repeat(50)}"${"b".repeat(200)}`, `"${"a".repeat(40)} … ${"b".repeat(15)}"`],
])("%j in a sentence", (text, shown) => {
  expect(quoted(text)).toBe(shown);
});
