import {
  type ComparedMappings,
  codeSpan,
  compareMappings,
  visible,
  writeString,
} from "@responses/dsl/editor";
import { renamedFiles } from "@responses/node-host";
import { PLAIN_STYLE } from "@responses/reporting";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { concludeDiff } from "../src/report/diff-conclusion.js";
import { diffAsJson } from "../src/report/diff-json.js";
import { diffAsMarkdown } from "../src/report/diff-markdown.js";
import { diffAsText } from "../src/report/diff-text.js";
import { decideAcceptance } from "../src/runs/acceptance.js";
import type { ComparedFile } from "../src/runs/compared-file.js";
import type { DiffReport } from "../src/runs/diff-run.js";
import { NOTHING_NEW } from "../src/runs/new-findings.js";
import { standingOf } from "../src/runs/standing.js";
import { UsageError } from "../src/terminal/usage-error.js";
import { mappingOf, reportOf } from "./report-of-files.js";

/** What a comparison of two texts of a file looks like to a report; `reason` is why some of it was not decided. */
function compared(path: string, before: string, after: string, reason: string | null = null): ComparedFile {
  const mappingBefore = mappingOf(path, before);
  const mappingAfter = mappingOf(path, after);
  const { examples } = compareMappings(mappingBefore, mappingAfter);
  const changes: ComparedMappings["comparison"]["changes"] = examples.changes.map((change) => ({
    before: change.before.place,
    after: change.after.place,
    money: change.before.verdict.outcome === "success" ? "success-lost" : "none",
    differs: change.before.verdict.outcome === change.after.verdict.outcome ? "label" : "outcome",
    isRecorded: true,
    witness: { status: change.example.model.status, body: change.example.model.body },
    verdictBefore: change.before.verdict,
    verdictAfter: change.after.verdict,
  }));
  const undecided = reason === null ? [] : [{ before: 0, after: null, money: "none" as const, reason }];
  const comparison = { changes, unlisted: 0, unlistedSales: 0, undecided };
  return {
    kind: "compared",
    before: path,
    after: path,
    renamedBy: null,
    leftOut: null,
    mappingBefore,
    mappingAfter,
    comparison,
    examples,
    ...NOTHING_NEW,
  };
}

const markdownOf = (report: DiffReport): string => diffAsMarkdown(report, concludeDiff(report, false));
const PAGE = { style: PLAIN_STYLE, width: 120 };

/** Whether a terminal obeys nothing of it but line ends. */
function expectVisible(text: string): void {
  expect(text.split("\n").map(visible).join("\n")).toBe(text);
}

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "`` ` ``` code",
  "`",
  "| a | b |",
  "[link](https://evil.example) ![picture](https://evil.example/x.png)",
  "@everyone #1 GH-1",
  "<!-- hidden -->",
  "**bold** _it_ ~~gone~~ # heading",
  "https://evil.example",
  "\u202Eover\u202C and \u001b[31mred",
  "line\n# two\n\n- three",
  "$`math`$ \\`escaped\\`",
  "&lt;b&gt; &#64;x",
  " ",
];

describe("the Markdown of responses diff", () => {
  test.each(HOSTILE)("holds %j as code alone, wherever it stands", (text) => {
    // Neither a rule's text nor a label can be blank.
    const written = writeString([text.trim() === "" ? "blank" : text]);
    const example = `example ${written} 200 ${writeString([`sold ${text}`])} is success\n`;
    const before = `success keyword "sold", ${written} as A\n${example}`;
    const file = compared(
      `${text}.responses`,
      before,
      `reject keyword ${written}, "sold" as ${written}\n`,
      text,
    );
    const markdown = markdownOf(reportOf([file], [new UsageError(text)], text));
    const live = new Set<string>();
    marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => {
      live.add(token.type);
      // What is not code is the report's own.
      if (token.type === "text" && !("tokens" in token && token.tokens !== undefined))
        expect(token.raw).toMatch(/^[A-Za-z0-9 ,.:→()&;'-]*$/);
      // Edited rules are a block of code.
      if (token.type === "code") expect(token.lang).toBe("diff");
    });
    for (const type of ["html", "link", "image", "em", "del", "table", "blockquote", "hr", "escape", "br"])
      expect([type, live.has(type)]).toEqual([type, false]);
    expect(live.has("codespan")).toBe(true);
    expectVisible(markdown);
  });

  test("a code span shows its text, whatever that is", () => {
    for (const text of HOSTILE) {
      const html = marked.parseInline(codeSpan(text), { async: false });
      expect(html).toMatch(/^<code>[^<]*<\/code>$/);
    }
    expect(codeSpan("a".repeat(1000)).length).toBeLessThan(310);
  });

  test("is bounded, begins with where money changes hands, and says what it leaves out", () => {
    const long = "x".repeat(250);
    const many = Array.from({ length: 400 }, (_, index) => {
      const text = `${index}${long}`;
      const outcome = index === 399 ? "success" : "reject";
      return compared(
        `${index}${long}.responses`,
        `${outcome} keyword "${text}" as "${text}a"\nexample "${text}" is ${outcome}\n`,
        `reject keyword "${text}" as "${text}b"\n`,
      );
    });
    const markdown = markdownOf(reportOf(many));
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000);
    expect(markdown.indexOf("`399")).toBeLessThan(markdown.indexOf("`0x"));
    const left = Number(/Left out for length: (\d+) mappings, or parts of them;/.exec(markdown)?.[1]);
    const sections = markdown.split("\n#### ").slice(1);
    // One may be there in part.
    expect([400, 401]).toContain(sections.length + left);
    for (const section of sections) {
      // What is below a heading is of that mapping.
      const names = (section.match(/[`"]\d+x/g) ?? []).map((name) => name.slice(1));
      expect(new Set(names).size).toBe(1);
      expect(names.length).toBeGreaterThan(2);
    }
    expect(markdown.trimEnd()).toMatch(/exit code 1: responses get another verdict`$/);
  });
});

describe("the text of responses diff", () => {
  test("lets nothing through that a terminal would obey, and cuts what is long", () => {
    const body = `\\u{1B}[2J${"y".repeat(5000)}`;
    const before = `success keyword "${body}" as "\\u{7}A"\nexample "${body}" is success\n`;
    const report = reportOf([
      compared("a\u001b.responses", before, `reject keyword "${body}" as "\\u{202E}B"\n`),
    ]);
    const lines = diffAsText(report, PAGE);
    expectVisible(lines.join("\n"));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300);
    expectVisible(diffAsJson(report, concludeDiff(report, false)));
  });

  test("shows some of many groups, and says how many there are besides", () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 100);
    const text = (label: string) =>
      numbers.map((number) => `reject keyword "${number}" as ${label}${number}\n`).join("");
    const examples = numbers.map((number) => `example "${number}" is reject\n`).join("");
    const lines = diffAsText(reportOf([compared("a.responses", text("A") + examples, text("B"))]), PAGE);
    expect(lines.filter((line) => line.includes("another label"))).toHaveLength(50);
    expect(lines).toContain("  10 more groups: --all shows them");
    expect(lines).toContain("  40 more recorded answers: --all shows them");
  });
});

describe("the end of responses diff", () => {
  const same = compared("a.responses", 'success keyword "a"\n', 'success keyword "a"\n');
  const open = compared(
    "b.responses",
    'success keyword "a"\n',
    'success keyword "b"\n',
    "there were too many cases",
  );
  const differs = compared(
    "c.responses",
    'success keyword "a"\nexample "a" is success',
    'reject keyword "a"',
    "too many",
  );
  const added: ComparedFile = {
    kind: "added",
    before: null,
    after: "d",
    renamedBy: null,
    leftOut: null,
    rules: 1,
    examples: 0,
    mapping: null,
    nearName: null,
    ...NOTHING_NEW,
  };
  const broken: ComparedFile = {
    kind: "refused",
    before: "e",
    after: "e",
    renamedBy: null,
    leftOut: null,
    refused: ["before"],
  };

  test.each([
    ["the same", [same], 0, "no response changes its verdict (proved)"],
    ["not decided", [same, open], 3, "it is not known whether any response changes its verdict"],
    ["added", [same, added, open], 1, "mappings were added or removed"],
    ["another verdict", [same, open, differs, added], 1, "responses get another verdict"],
    ["errors", [same, open, differs, broken], 2, "a mapping with errors gives no verdicts"],
  ] as const)("%s", (_, files, exitCode, why) => {
    expect(concludeDiff(reportOf(files), true)).toMatchObject({ exitCode, why });
  });

  test("what could not be read counts most", () => {
    expect(concludeDiff(reportOf([same], [new UsageError("x")]), true).exitCode).toBe(2);
  });

  test("what is not decided is shown with its reason and its rules", () => {
    const text = diffAsText(reportOf([open]), PAGE);
    expect(text).toContain("  not decided (b.responses:1 → no rule): there were too many cases");
    expect(markdownOf(reportOf([open]))).toMatch(
      /^- \*\*Not decided\*\*:\n {2}- old line 1 → no rule: `there were too many cases`$/m,
    );
  });
});

describe("an edit that changes nothing", () => {
  const BASE = 'success keyword "a"\nreject json "$.c" exact "b*"\nexample "a" is success\n';

  test.each([
    ["is named where another does", BASE.replace("success", "error").replace('"b*"', '"b*", "bb"'), true],
    [
      "is named where it asks for the same in other words",
      BASE.replace("success", "error").replace('"b*"', '"b**"'),
      true,
    ],
    ["is none where each does something", BASE.replace("success", "error"), false],
  ])("%s", (_, after, isNamed) => {
    const markdown = markdownOf(reportOf([compared("a.responses", BASE, after)]));
    expect(markdown.includes("The edit of line 2 changes no verdict.")).toBe(isNamed);
  });
});

describe("renamed files", () => {
  const file = (path: string, text: string) => ({ path, content: Buffer.from(text) });

  test("are those that hold the same, or most of the same lines, each once", () => {
    const gone = [file("a", "1\n2\n3\n4\n"), file("b", "5\n6\n7\n8\n"), file("c", "other\n")];
    const added = [
      file("x", "5\r\n6\r\n7\r\nnew\r\n"),
      file("y", "1\n2\n3\n4"),
      file("z", "1\n2\nnine\nten\neleven\n"),
    ];
    expect([...renamedFiles(gone, added)].sort()).toEqual([
      ["x", "b"],
      ["y", "a"],
    ]);
  });

  test("are none among empty files, and do not depend on the order", () => {
    expect(renamedFiles([file("a", "")], [file("b", "")]).size).toBe(0);
    const gone = [file("b", "1\n2\n"), file("a", "1\n2\n")];
    const added = [file("y", "1\n2\n"), file("x", "1\n2\n")];
    for (const [old, now] of [
      [gone, added],
      [gone.toReversed(), added.toReversed()],
    ] as const)
      expect([...renamedFiles(old, now)].sort()).toEqual([
        ["x", "a"],
        ["y", "b"],
      ]);
  });

  test("cost little where many share a line", () => {
    const many = (prefix: string) =>
      Array.from({ length: 2000 }, (_, index) => file(`${prefix}${index}`, `shared\nown ${index}\n`));
    const renamed = renamedFiles(many("a"), many("b"));
    expect(renamed.size).toBe(2000);
    expect(renamed.get("b7")).toBe("a7");
  });
});

test("a difference is accepted by what it is, so that a copy of it is, too", () => {
  const before = 'success keyword "sold"\nexample 200 "sold" is success\n';
  const file = compared("a.responses", before, before.replace("success", "reject"));
  if (file.kind !== "compared") throw new Error("nothing was compared");
  const place = { file: "/x.accepted.json", folder: "/", coversFolder: true, older: null };
  const known = {
    place,
    path: "x.accepted.json",
    args: [],
    entries: [],
    mergedEntries: [],
    merged: new Set<string>(),
    unusable: null,
  };
  const acceptance = decideAcceptance(known, [file], { kind: "accept", reason: "so be it", only: null });
  const copied = file.comparison.changes.map((change) => ({ ...change }));
  const copy: ComparedFile = { ...file, comparison: { ...file.comparison, changes: copied } };
  expect([standingOf(copy, null), standingOf(copy, acceptance)]).toEqual(["differs", "accepted"]);
});
