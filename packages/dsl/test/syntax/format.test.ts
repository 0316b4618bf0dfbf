import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, parse, type StatementSyntax } from "@responses/dsl";
import { lex } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { edit, edited, garbage } from "@responses/testing/random-garbage";
import { mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tree, treeOf } from "../support/tree-of.js";

const folder = fileURLToPath(new URL("format/", import.meta.url));
const goldens = readdirSync(folder).filter((name) => name.endsWith(".responses"));

describe("the examples of formatting", () => {
  test.each(goldens)("%s", (name) => {
    const text = readFileSync(folder + name, "utf8");
    expect(format(text)).toBe(readFileSync(folder + name.replace(/\.responses$/, ".formatted"), "utf8"));
    expectSame(text);
  });
});

/** What a file says, without the places where it says it. */
function meaningOf(text: string): unknown {
  const { models, tree } = parse("mapping.responses", text);
  const said = tree.statements.map(({ syntax }) => ({
    documentation: syntax.documentation,
    suppressions: syntax.suppressions,
    findings: syntax.findings.map(({ name, parameters }) => ({ name, parameters })),
  }));
  return withoutSpans({ models, said });
}

function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !/spans?$/i.test(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutSpans(inner)]));
}

/** The comments of a file without the blanks at their ends; those of what cannot be read among them. */
function commentsOf(text: string): readonly string[] {
  const tree = treeOf(text);
  const preamble = text.slice(0, tree.statements[0]?.start ?? text.length).split(/\r\n|\n|\r/);
  const above = preamble.filter((line) => /^[ \t\ufeff]*#/.test(line)).map((line) => line.trim());
  return [
    ...above,
    ...tree.statements.flatMap(({ syntax }) =>
      lex(syntax.text).comments.map((comment) => commentIn(syntax, comment)),
    ),
  ];
}

function commentIn(
  { text }: StatementSyntax,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return text.slice(from, to).replace(/[ \t]+$/, "");
}

/** The statements that must stay as they are. */
function broken(tree: Tree): readonly string[] {
  return tree.statements
    .map(({ syntax }) => syntax)
    .filter(({ node, findings }) => {
      return (
        node.kind === "broken" ||
        findings.some(({ name }) => name === "syntax" || name === "unterminated-string")
      );
    })
    .map(({ text }) => text.replace(/[ \t\r\n]+$/, ""));
}

/** Formatting keeps everything but the space between words, and formatting again changes nothing. */
function expectSame(text: string): void {
  const formatted = format(text);
  expect(format(formatted)).toBe(formatted);
  expect(meaningOf(formatted)).toEqual(meaningOf(text));
  expect(commentsOf(formatted)).toEqual(commentsOf(text));
  expect(broken(treeOf(formatted))).toEqual(broken(treeOf(text)));
  const tree = treeOf(text);
  if (broken(tree).length === 0 && tree.findings.length === 0) {
    expect(formatted).not.toMatch(/^\ufeff?[ \t\r\n]/);
    expect(formatted).not.toMatch(/(?:\r\n|\n){2}$/);
    if (formatted !== "") expect(formatted).toMatch(/\n$|^\ufeff$/);
  }
}

describe("formatting says the same", () => {
  test.each(mappingFiles())("$name", ({ text }) => {
    expectSame(text);
    expectSame(text.replaceAll("\n", "\r\n"));
    fc.assert(
      fc.property(edit, (change) => expectSame(edited(text, change))),
      randomRuns(4),
    );
  });

  test("as random mappings", () => {
    fc.assert(fc.property(mappingText, expectSame), randomRuns(600));
  });

  test("as random mappings with random space and comments", () => {
    fc.assert(
      fc.property(
        mappingText,
        fc.array(fc.constantFrom(" ", "\t", "\n", "\r\n", "  # a comment\n", "\n  # alone\n"), {
          minLength: 1,
        }),
        (text, gaps) => {
          expectSame(respaced(text, gaps));
        },
      ),
      randomRuns(600),
    );
  });

  test("as any text", () => {
    fc.assert(fc.property(garbage, expectSame), randomRuns(1200));
  });
});

/** The mapping with other white space between its words. */
function respaced(text: string, gaps: readonly string[]): string {
  const tree = treeOf(text);
  let count = 0;
  const written = tree.statements.map(({ syntax }) => {
    const { tokens } = lex(syntax.text);
    const parts = tokens.map((token, index) => {
      const gap = gaps[count++ % gaps.length] ?? " ";
      const before = tokens[index - 1]?.image ?? "";
      // A label stays on the line of the word before it, and a statement word must not begin a line.
      const stays = index === 0 || ["as", "or", "success", "reject", "error", "is"].includes(before);
      return (index === 0 ? "" : stays ? " " : gap) + token.image;
    });
    return syntax.text.slice(0, syntax.span.from) + parts.join("");
  });
  return written.join(gaps.includes("\r\n") ? "\r\n\r\n" : "\n");
}

describe("formatting keeps", () => {
  test.each([
    ["nothing", "", ""],
    ["blank lines alone", "\n \n\t\r\n", ""],
    ["a byte order mark", "\ufeff\n\nsuccess  otherwise", "\ufeffsuccess otherwise\n"],
    [
      "a byte order mark before a line that an unseen character breaks",
      "\ufeff\u200bsuccess otherwise",
      "\ufeff\u200bsuccess otherwise\n",
    ],
    [
      "CRLF where most lines end so",
      "success  otherwise\r\n\r\n\r\nerror status 500\nerror status 501\r\n",
      "success otherwise\r\n\r\nerror status 500\r\nerror status 501\r\n",
    ],
    ["LF else", "success  otherwise\rerror status 500\r\n", "success otherwise\nerror   status 500\n"],
    [
      "the lines of a block",
      'example """\r\n  a  \r\n\r\n\tb\r\n  """ is success\n\n\n',
      'example """\n  a  \n\n\tb\n  """ is success\n'.replaceAll("\n", "\r\n"),
    ],
    [
      "an open block to its last line end",
      'success   otherwise\nexample   """\n  a  \n\n\n',
      'success otherwise\nexample   """\n  a  \n\n\n',
    ],
    ["each line end of an open block", '"""a\r\r\nsuccess   otherwise\n', '"""a\r\r\nsuccess otherwise\n'],
    ["the line end of an open block at the end", 'example   """b\r', 'example   """b\r'],
    [
      "what stands before the first statement",
      "\n\n  what is this   \n\n\n\nsuccess   otherwise",
      "\n\n  what is this   \n\nsuccess otherwise\n",
    ],
    ["quotes and escapes", `success keyword 'a',"b\\u{2A}",'"'`, `success keyword 'a', "b\\u{2A}", '"'\n`],
  ])("%s", (_, text, formatted) => {
    expect(format(text)).toBe(formatted);
    expect(format(formatted)).toBe(formatted);
  });

  test("a text that is too large", () => {
    const text = "success  otherwise\n".repeat(1_000_000);
    expect(format(text)).toBe(text);
  });

  test("the order of many statements", () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => String(index).padStart(5, "0"));
    const text = numbers.map((number) => `reject   keyword "k${number}"   as L${number}`).join("\n");
    const lines = numbers.map((number) => `reject keyword "k${number}" as L${number}\n`);
    expect(format(text) === lines.join("")).toBe(true);
  });
});
