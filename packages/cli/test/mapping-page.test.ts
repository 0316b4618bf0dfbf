import { createHash } from "node:crypto";
import { writeString } from "@responses/dsl/editor";
import { exampleFiles, exampleText } from "@responses/testing/mapping-files";
import { mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { indexPage } from "../src/pages/index-page.js";
import { all, attributeOf, elementsOf, pageOf, rawTextOf, textOf, texts } from "./support/mapping-pages.js";

const SHARED = `# What a gateway says.
error status 429 as "Rate limit"
error status 5xx as "Server error"
capture id from json "$.id"
`;

const ACME = `# Acme, posting guide v4
# see https://acme.example/guide
# Ask Jo.
system "Acme"
success status 201
# Gateways first.
include "shared/http.responses"
# Sold is sold.
success json "$.result" exact "sold"
reject keyword "dup" as Duplicate
reject json "$.result" exact "refused" as json "$.reason" or "No reason given"
reject word "late" as Duplicate
error keyword "key"
capture price from json "$.price" for success
example sold 200 '{"result":"sold","price":12}' is success with price "12"
example 200 '{"result":"refused","reason":"Too old"}' is reject "Too old"
example 200 'dup and late' is reject Duplicate
example 503 '' is success
example 200 'sold late' is reject with price "7"
`;

const PAGE = pageOf(ACME, { "shared/http.responses": SHARED });

function rows(page: string): readonly (readonly string[])[] {
  return all(page, "tr").map((row) =>
    row.childNodes.flatMap((cell) => ("tagName" in cell ? [textOf(cell)] : [])),
  );
}

describe("what a page says", () => {
  test("of the mapping", () => {
    expect(texts(PAGE, "h1")).toEqual(["Acme"]);
    expect(texts(PAGE, "title")).toEqual(["Acme – how responses are read"]);
    expect(texts(PAGE, ".facts")[0]).toContain("8 rules, 2 of them included");
    expect(texts(PAGE, ".facts")[0]).toContain("5 examples, 2 failing");
    const [head] = all(PAGE, "header");
    expect(head === undefined ? "" : rawTextOf(head)).toContain(
      "posting guide v4 see https://acme.example/guideAsk Jo.",
    );
    expect(texts(pageOf('success exact "OK"'), "h1")).toEqual(["acme.responses"]);
  });

  test("of the rules: each once, in their order, with what they give", () => {
    expect(texts(PAGE, "h3").filter((title) => title.startsWith("Rule"))).toEqual([
      "Rule 1 success",
      "Rule 2 error Rate limit",
      "Rule 3 error Server error",
      "Rule 4 success",
      "Rule 5 reject Duplicate",
      'Rule 6 reject named by the field $.reason, or else "No reason given"',
      "Rule 7 reject Duplicate",
      "Rule 8 error",
    ]);
    expect(all(PAGE, ".rules").map((list) => attributeOf(list, "start"))).toEqual(["1", "2", "4"]);
  });

  test("of a rule: plain words, the comment, the text, its examples", () => {
    const [, , , fourth = "", fifth = "", , seventh = ""] = texts(PAGE, ".rule");
    expect(fourth).toBe(
      'Rule 4 success Matches when the field $.result is exactly "sold", in upper or lower case. Sold is sold. ' +
        'success json "$.result" exact "sold" Line 9. Decides example 1.',
    );
    expect(fifth).toContain("Decides example 3.");
    expect(seventh).toContain(
      "Line 12. Decides example 5 (fails). It also matches example 3 (decided by rule 5).",
    );
  });

  test("of a long rule: all of it", () => {
    const many = Array.from({ length: 40 }, (_, index) => `"text ${index}"`);
    const page = pageOf(`reject keyword ${many.join(", ")}`);
    expect(texts(page, ".rule")[0]).toContain('"text 38" or "text 39"');
  });

  test("of included rules: where they come from", () => {
    expect(texts(PAGE, ".from")).toEqual([
      "Rules 2 to 3 come from shared/http.responses, included in line 7.",
    ]);
    expect(texts(PAGE, ".included")[0]).toContain("Gateways first.");
    expect(texts(PAGE, ".included")[0]).toContain("What a gateway says.");
  });

  test("of the reasons and the captures", () => {
    expect(rows(PAGE)).toEqual([
      ["Reason", "Outcome", "Given by", "For example"],
      ["Duplicate", "reject", "rule 5 and rule 7", "example 3"],
      ["named by the field $.reason", "reject", "rule 6", "Too old in example 2"],
      ["No reason given", "reject", "rule 6", "no example"],
      ["Rate limit", "error", "rule 2", "no example"],
      ["Server error", "error", "rule 3", "example 4 (fails)"],
      ["no reason is given", "error", "rule 8", "no example"],
      ["Name", "What it is", "For example"],
      ["id", "the field $.id (from shared/http.responses)", "no example"],
      ["price", "the field $.price, for success only", "12 in example 1"],
    ]);
  });

  test("of the examples: the verdict, and of those that fail what was expected", () => {
    const [first = "", , , fourth = "", fifth = ""] = all(PAGE, "li")
      .filter((item) => attributeOf(item, "id")?.startsWith("example-"))
      .map(textOf);
    expect(first).toBe(
      'Example 1 sold as expected Line 15: status 200 {"result":"sold","price":12} ' +
        "Verdict success, decided by rule 4 price 12",
    );
    expect(fourth).toBe(
      "Example 4 fails Line 18: status 503, empty body " +
        "Expected success Verdict error Server error, decided by rule 3",
    );
    expect(fifth).toBe(
      "Example 5 fails Line 19: status 200 sold late " +
        "Expected reject with price 7 Verdict reject Duplicate, decided by rule 7 price nothing",
    );
    expect(all(PAGE, ".failing")).toHaveLength(2);
    const unknown = pageOf("success status 200\nexample 200 'x' is success with nam 'y'");
    expect(texts(unknown, ".failing")[0]).toContain("nam nothing: the mapping has no such capture");
    const unmapped = pageOf("success status 200\nexample 404 'x' is unmapped");
    expect(texts(unmapped, ".verdicts")).toEqual(["Verdict unmapped, since no rule matches"]);
  });

  test("of the findings: how grave, what, and where", () => {
    const [findings = ""] = all(PAGE, "section")
      .filter((section) => attributeOf(section, "id") === "findings")
      .map(textOf);
    expect(findings).toContain("error example-fails");
    expect(findings).toContain("At example 4 (fails), line 18 of acme.responses.");
    expect(
      texts(pageOf('success json "$.a" exact "b"\nexample \'{"a":"b"}\' is success'), "section").at(-1),
    ).toBe("Findings of the checks The checks have found nothing wrong or doubtful.");
  });

  test("of a mapping without anything", () => {
    const page = pageOf("");
    expect(texts(page, "h2")).toEqual(["What a verdict says", "Rules", "Examples", "Findings of the checks"]);
    expect(texts(page, "section")[1]).toBe(
      "Rules There is no rule: every response is unmapped .".replace(" .", "."),
    );
  });

  test("of a long body: its beginning, and how much more there is", () => {
    const body = `${"x".repeat(3999)}😀${"y".repeat(99)}`;
    const page = pageOf(`success status 200\nexample 200 '${body}' is success`);
    expect(page).toContain(`${"x".repeat(3999)}<span`);
    expect(page).toContain("… and 101 more characters");
  });
});

describe("a page is one safe file", () => {
  test("that loads nothing: its policy allows the one stylesheet in it", () => {
    const [style] = all(PAGE, "style");
    const hash = createHash("sha256")
      .update(style === undefined ? "" : rawTextOf(style))
      .digest("base64");
    const policy = all(PAGE, "meta").find((meta) => attributeOf(meta, "http-equiv") !== null);
    expect(policy === undefined ? "" : attributeOf(policy, "content")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style === undefined ? "" : rawTextOf(style)).not.toMatch(/url\(|@import|@font-face|[<\\]/);
    expectHarmless(PAGE);
  });

  test("in whose text nothing of a mapping is markup, or unseen", () => {
    const texts = [
      "<script>alert(1)</script>",
      "</style></title></pre><img src=x onerror=alert(1)>",
      `" onmouseover="alert(1)" '`,
      "&lt;b&gt; &amp; &#60;",
      "<!-- -->]]>",
      "😀 𝔘 \u{10FFFF}",
      "left \u202E right \u2066 \u200F \u061C end",
      "line\u2028paragraph\u2029end",
      "nul\u0000bel\u0007del\u007F\u0085 \uFFFE \uFDD0 soft\u00ADhyphen",
      "a\r\nb\tc",
    ];
    for (const text of texts) {
      const literal = writeString([text]);
      const page = pageOf(`# ${text.replaceAll(/[\r\n]/g, " ")}
system ${literal}
reject keyword ${literal} as ${literal}
reject json "$.a" exact ${literal} as json "$.b" or ${literal}
capture ${literal} from between ${literal} and ${literal}
example ${literal} 200 ${literal} is reject ${literal}
`);
      const shown = visibleText(text);
      expectHarmless(page);
      expect(all(page, "h1").map(rawTextOf)).toEqual([shown]);
      expect(all(page, "code").map(rawTextOf)).toContain(shown);
      expect(page).not.toMatch(/[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u061C\u200E\u200F]/u);
    }
  });

  test("whatever the mapping", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        const page = pageOf(text);
        expectHarmless(page);
        expectLinksToLead(page);
        expect(page).toBe(pageOf(text));
      }),
      randomRuns(40),
    );
  });
});

const VALIDATOR = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The markup is made to be small, and what blanks are in a body are those of the body.
    "no-trailing-whitespace": "off",
    // It is as long as the name of the system.
    "long-title": "off",
    // Digits in a body are no telephone number.
    "tel-non-breaking": "off",
    "doctype-style": ["error", { style: "lowercase" }],
  },
});

async function problemsOf(page: string): Promise<readonly string[]> {
  const { results } = await VALIDATOR.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

describe("a page is valid", () => {
  test("of a mapping with everything", async () => {
    expect(await problemsOf(PAGE)).toEqual([]);
    expectLinksToLead(PAGE);
  });

  test.each(exampleFiles().map(({ name }) => name))("of examples/%s", async (name) => {
    const page = pageOf(exampleText(name), {
      "shared/http-errors.responses": exampleText("shared/http-errors.responses"),
    });
    expect(await problemsOf(page)).toEqual([]);
    expectHarmless(page);
    expectLinksToLead(page);
  });

  test("of an index", async () => {
    const page = (path: string) => ({
      path,
      system: path.includes("b") ? null : '<"A">',
      rules: 3,
      examples: 2,
      failing: path.includes("b") ? 1 : 0,
      findings: "1 error",
    });
    const index = indexPage([
      { path: "a.responses", page: page("a.responses.html") },
      { path: "x y/b%2F?#.responses", page: page("x y/b%2F?#.responses.html") },
      { path: "javascript:x.responses", page: page("javascript:x.responses.html") },
      { path: "broken.responses", page: null },
    ]);
    expect(await problemsOf(index)).toEqual([]);
    expectHarmless(index);
    expect(all(index, "a").map((link) => attributeOf(link, "href"))).toEqual([
      "./a.responses.html",
      "./x%20y/b%252F%3F%23.responses.html",
      "./javascript%3Ax.responses.html",
    ]);
    expect(rows(index).slice(1)).toEqual([
      ['<"A">', "a.responses", "3", "2", "1 error"],
      ["b%2F?#.responses", "x y/b%2F?#.responses", "3", "2 1 failing", "1 error"],
      ['<"A">', "javascript:x.responses", "3", "2", "1 error"],
      ["broken.responses", "broken.responses", "no page it has errors or cannot be read"],
    ]);
  });
});

const ELEMENTS =
  "html head meta title style body header nav main section footer h1 h2 h3 p ul ol li dl dt dd table thead tbody tr th td a bdi br span code pre div";
const ATTRIBUTES =
  "aria-label aria-labelledby charset class colspan content data-column href http-equiv id lang name scope start translate";

/** There is nothing in the page but what pages are made of; above all no script, no address of anything, no style of its own. */
function expectHarmless(page: string): void {
  const elements = elementsOf(page);
  const unknown = elements.filter(({ tagName }) => !ELEMENTS.split(" ").includes(tagName));
  expect(unknown.map(({ tagName }) => tagName)).toEqual([]);
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(attributes.filter((name) => !ATTRIBUTES.split(" ").includes(name))).toEqual([]);
  const addresses = elements.flatMap((element) => attributeOf(element, "href") ?? []);
  expect(addresses.filter((address) => !/^(?:#[a-z]+(?:-\d+)?|\.\/[^:?#]+)$/.test(address))).toEqual([]);
}

/** Every link leads to a place of the page, and no two places have one name. */
function expectLinksToLead(page: string): void {
  const elements = elementsOf(page);
  const names = elements.flatMap((element) => attributeOf(element, "id") ?? []);
  expect(new Set(names).size).toBe(names.length);
  const links = elements.flatMap((element) => attributeOf(element, "href")?.slice(1) ?? []);
  expect(links.filter((name) => !names.includes(name))).toEqual([]);
}

/** How a page writes what it would not show; line ends and tabs are as they are. */
function visibleText(text: string): string {
  const hidden = /[^\P{Cc}\n\t]|[\u2028\u2029\u202E\u2066\u200F\u061C\uFFFE\uFDD0\u00AD\u{10FFFF}]/gu;
  return text.replaceAll(hidden, (character) =>
    character === "\r" ? "\\r" : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
