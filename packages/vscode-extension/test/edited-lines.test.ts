import { expect, test } from "vitest";
import { withEditedLines } from "../src/comparing/edited-lines.js";

test("lines that came and went are marked up, and nothing of them is markup", () => {
  const page = [
    "1 rule edited:",
    "",
    "````diff",
    '- reject keyword "<b>```"',
    "+ reject keyword '&'",
    "````",
    "",
    "more",
    "",
  ].join("\n");
  const marked = withEditedLines(page).replaceAll(/ style="[^"<>]*"/g, "");
  expect(marked.split("\n")).toEqual([
    "1 rule edited:",
    "",
    '<pre><code><span class="responses-removed">- reject keyword &quot;&lt;b&gt;```&quot;</span><span class="responses-added">+ reject keyword \'&amp;\'</span></code></pre>',
    "",
    "more",
    "",
  ]);
});
