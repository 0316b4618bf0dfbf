import { writeString } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
import type { Hover } from "vscode-languageserver";
import { explainResponse } from "../../src/features/explain/explain-response.js";
import { hoverAt } from "../../src/features/hover/hover.js";
import { MOST_BYTES, MOST_LINES, type TextFormat } from "../../src/features/presentation/preview-text.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { markdownRemains } from "../support/markdown-remains.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

const USUAL = 80;
const RUNS = runs(USUAL);
const SEED = firstSeed(1);

function textOf(hover: Hover): string {
  const { contents } = hover;
  if (typeof contents !== "object" || !("value" in contents)) throw new Error("not one text");
  return contents.value;
}

/** The previews at all words of all statements: at the beginning of each stretch of blanks' end. */
function previews(document: AnalysedDocument, format: TextFormat): readonly string[] {
  const { text } = document.file.tree.source;
  const offsets = document.file.tree.statements.flatMap(({ start, syntax }) => {
    const end = Math.min(syntax.text.length, 3000);
    const starts: number[] = [];
    for (let at = 0; at < end; at++) if (!/\s/.test(text.charAt(start + at))) starts.push(start + at);
    // Of long texts a few places.
    return [...starts.filter((_, index) => index < 12 || index % 97 === 0), start + syntax.span.to - 1];
  });
  const found = new Set<string>();
  for (const offset of offsets) {
    const hover = hoverAt(document, document.positions.positionAt(offset), {
      format,
      examples: 5,
      places: null,
      explainCommand: null,
      findingsBeside: false,
    });
    if (hover !== null) found.add(textOf(hover));
  }
  return [...found];
}

/** Whatever a preview is about, it is this small, and nothing that is not visible is in it. */
function expectSmallAndVisible(text: string): void {
  expect(text.split("\n").length).toBeLessThanOrEqual(MOST_LINES);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
  for (const character of text.replaceAll("\n", "")) {
    if (isInvisible(character.codePointAt(0) ?? 0))
      throw new Error(`not visible: ${JSON.stringify(character)}`);
  }
}

/** Control characters, and marks that are not seen or turn the direction of text around. */
function isInvisible(code: number): boolean {
  const ranges = [
    [0, 0x1f],
    [0x7f, 0x9f],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0xd800, 0xdfff],
    [0xfeff, 0xfeff],
  ];
  return ranges.some(([first = 0, last = 0]) => first <= code && code <= last);
}

/** Of what people write nothing is markup; all of it is marked by this word. */
function expectNothingLive(markdown: string): void {
  expect(markdownRemains(markdown)).not.toContain("evil");
}

const PIECES = [
  "`",
  "``",
  "```",
  "````",
  "~~~",
  "*",
  "**",
  "_",
  "[",
  "](",
  ")",
  "![",
  "<",
  ">",
  "&lt;",
  "&#96;",
  "\\",
  "\\`",
  "|",
  "#",
  "- ",
  "1. ",
  "\n",
  "\r\n",
  "\t",
  "\n\n",
  "\u202e",
  "\u0007",
  "\u2028",
  "\ufeff",
  "\u0000",
  "é",
  "😀",
  "\u0301",
  "http://",
  "www.",
  "command:",
  "$(zap)",
  "<img src=x>",
  "<a href=y>",
  "@",
  ":",
  "'",
  '"',
  "  \n",
  "    ",
] as const;

/** A text that tries everything; every second piece is the word that must stay harmless. */
function hostile(random: Random): string {
  return random.several(1, 8, () => `${random.pick(PIECES)}evil${random.pick(PIECES)}`).join("");
}

function hostileFile(random: Random): string {
  const text = () => writeString([hostile(random)]);
  const comment = () => `# ${hostile(random).replace(/[\r\n]/g, " ")}\n`;
  const body = hostile(random);
  const part = writeString([body.slice(0, random.integer(1, body.length))]);
  const lines = [
    `${comment()}system ${text()}`,
    `${comment()}reject keyword ${part} as ${text()}`,
    `success exact ${text()}, ${text()} and not word ${text()}`,
    `error split ${text()} part 2 empty as json "$.a" or ${text()}`,
    `reject json ${writeString([`$['${hostile(random).replace(/[^!-&(-[\]-~]/g, "")}']`])} keyword ${text()}`,
    `capture ${text()} from between ${part} and ${text()}`,
    `capture ${text()} from split "e" part 2`,
    `example ${text()} 200 ${writeString([body])} is reject ${text()}`,
    `${comment()}example 409 ${writeString([`${hostile(random)}${body}`])} is success with ${text()} ${text()}`,
    `include ${text()}`,
  ];
  return `${lines.filter((_, index) => index < 9 || random.chance(0.1)).join("\n")}\n`;
}

test(`${RUNS} hostile files: small, visible, nothing live`, async () => {
  const shown = { all: 0, withNumbers: 0 };
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const random = new Random(seed);
    const text = hostileFile(random);
    try {
      const document = await openDocument(workspaceOf({}), "evil <b> `a`.responses", text);
      for (const markdown of previews(document, "markdown")) {
        expectSmallAndVisible(markdown);
        expectNothingLive(markdown);
        shown.all++;
        if (markdown.includes("Matches ")) shown.withNumbers++;
      }
      for (const plain of previews(document, "plaintext")) expectSmallAndVisible(plain);
      const explained = explainResponse(
        document,
        { status: 200, body: hostile(random) },
        { locationOf: () => null },
      );
      if (explained.kind === "verdict") {
        expectSmallAndVisible(explained.markdown);
        expectNothingLive(explained.markdown);
      }
    } catch (error) {
      throw new Error(`with RESPONSES_SEED=${seed} RESPONSES_RUNS=1`, { cause: error });
    }
  }
  // A few runs need not be like most.
  if (RUNS < USUAL) return;
  expect(shown.all).toBeGreaterThan(RUNS * 5);
  expect(shown.withNumbers).toBeGreaterThan(RUNS * 2);
});

describe("whatever the size", () => {
  const huge = "`x".repeat(500_000);
  const wide = "😀".repeat(10_000);
  const body = `{"a":"${"x".repeat(10 * 1024 * 1024)}","r":"sold"}`;
  test.each<[string, string]>([
    ["a body of 10 MB", `success keyword "sold"\nexample ${writeString([body])} is success\n`],
    [
      "a text of 1 MB",
      `reject keyword ${writeString([huge])} as ${writeString([huge])}\nexample "a" is unmapped\n`,
    ],
    [
      "names of 1 MB",
      `success otherwise\ncapture ${writeString([huge])} from split "a" part 1\nexample ${writeString([huge])} "x" is success with ${writeString([huge])} "y"\n`,
    ],
    [
      "wide letters",
      `# ${wide}\nreject keyword ${writeString([wide])}, ${writeString([`${wide}a`])} as ${writeString([wide])}\n${`example ${writeString([wide])} ${writeString([wide])} is success\n`.repeat(7)}`,
    ],
    ["a long comment", `# ${"` ".repeat(100_000)}\nsuccess status 200\nexample 200 "" is success\n`],
    [
      "a long path",
      `success json ${writeString([`$${".a".repeat(20_000)}`])} exact "1"\nexample "{}" is unmapped\n`,
    ],
    [
      "20,000 texts",
      `success keyword ${Array.from({ length: 20_000 }, (_, index) => `"${index}a"`).join(", ")}\nexample ${writeString(["19999a".repeat(10_000)])} is success\n`,
    ],
    [
      "2,000 tests",
      `success ${Array.from({ length: 2000 }, (_, index) => `not keyword "${index}a"`).join(" and ")}\nexample "b" is success\n`,
    ],
    ["1,000 examples", `success otherwise\n${'example "a" is reject\n'.repeat(1000)}`],
    ["1,000 rules for one example", `${'reject keyword "a" as "`b"\n'.repeat(1000)}example "a" is reject\n`],
    [
      "1,000 captures",
      `success otherwise\n${Array.from({ length: 1000 }, (_, index) => `capture c${index} from split "a" part 1\n`).join("")}example "b" is success\n`,
    ],
  ])("%s", async (_name, text) => {
    const document = await openDocument(workspaceOf({}), "a.responses", text);
    for (const format of ["markdown", "plaintext"] as const) {
      const shown = previews(document, format);
      expect(shown.length).toBeGreaterThan(0);
      for (const preview of shown) expectSmallAndVisible(preview);
    }
  });
});

test("what is in the body stays in the body: the finder of live markup finds some", () => {
  expect(markdownRemains("a [evil](x)")).toContain("evil");
  expect(markdownRemains("```text\nevil\n```\n")).not.toContain("evil");
  expect(markdownRemains("```text\n```\nevil")).toContain("evil");
  expect(markdownRemains("`` ` evil ``")).not.toContain("evil");
  expect(() => markdownRemains("` evil")).toThrow();
});
