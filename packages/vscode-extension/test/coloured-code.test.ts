import { expect, test } from "vitest";
import { withColouredCode } from "../src/checks/coloured-code.js";

test("mapping text on a page is coloured, and nothing of it is markup", () => {
  const page = [
    "Wrong:",
    "",
    "```responses",
    "# <b>",
    'reject json "<a & b>" exact "x" as Sold',
    "error status 5xx",
    "```",
    "",
    "```text",
    "reject",
    "```",
    "",
  ].join("\n");
  expect(withColouredCode(page).split("\n")).toEqual([
    "Wrong:",
    "",
    '<pre><code><span class="hljs-comment"># &lt;b&gt;</span>',
    '<span class="hljs-keyword">reject</span> <span class="hljs-type">json</span> <span class="hljs-string">&quot;&lt;a &amp; b&gt;&quot;</span> <span class="hljs-built_in">exact</span> <span class="hljs-string">&quot;x&quot;</span> <span class="hljs-keyword">as</span> <span class="hljs-params">Sold</span>',
    '<span class="hljs-keyword">error</span> <span class="hljs-built_in">status</span> <span class="hljs-number">5xx</span>',
    "</code></pre>",
    "",
    "```text",
    "reject",
    "```",
    "",
  ]);
});
