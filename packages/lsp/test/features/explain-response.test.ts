import { SourceText } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import type { Range } from "vscode-languageserver";
import {
  explainExamples,
  explainResponse,
  type ResponseExplanation,
} from "../../src/features/explain/explain-response.js";
import type { Page } from "../../src/features/explain/page-writer.js";
import { placesOf } from "../../src/features/presentation/places.js";
import type { ReceivedResponse } from "../../src/features/responses/given-response.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * A fixture of explaining a response: what `curl -i` printed (`http`), a text that somebody copied (`text`), or the lines of which the
 * examples are meant (`lines`, from 1), and the explanation; the marked stretch is the rule that decides. `page`
 * is the page of it, links as `[line 3]`, places of the response that it names as `⟨line 2, column 9 of the body⟩`, what is lit as `«…»`.
 */

const OWN = (file: string) => file;

test.each(fixturesOf("explain"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const places = placesOf(document, OWN, "utf-16");
  const lines = /^(\d+)-(\d+)$/.exec(expected.get("lines") ?? "");
  const text = expected.get("text");
  const explained =
    lines === null
      ? explainResponse(
          document,
          text === undefined ? { http: expected.get("http") ?? "" } : { text },
          places,
        )
      : explainExamples(document, rangeOfLines(Number(lines[1]), Number(lines[2])), places);
  expect(inLines(explained).join("\n")).toBe(expected.get("explanation"));
  const page = expected.get("page");
  if (page !== undefined) expect(withMarks(explained.page)).toBe(`${page}\n`);
  expect(placesTold(explained.page)).toEqual(placesShown(explained.page));
  const [marked] = main.marked;
  const decidedBy = explained.kind === "verdict" ? explained.decidedBy : null;
  expect(decidedBy?.range).toEqual(marked === undefined ? undefined : document.positions.rangeOf(marked));
});

test("what is larger than 8 MB is not explained, and the page says so", async () => {
  const document = await openDocument(workspaceOf({}), "acme.responses", 'success keyword "sold"\n');
  const body = "sold".padEnd(8 * 1024 * 1024 + 1);
  const explained = explainResponse(document, { status: 200, body }, placesOf(document, OWN, "utf-16"));
  expect(explained.kind).toBe("no-response");
  expect(explained.page.text).toContain("body is larger than 8 MB");
});

/** The lines and columns that a page names of the response, which lead somewhere, and those to which they lead. */
function placesTold({ text, places }: Page): readonly string[] {
  const lines = text.split("\n");
  return places.map(
    ({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character) ?? "",
  );
}

function placesShown({ responseLine, places }: Page): readonly string[] {
  const first = (responseLine ?? 0) + 2;
  return places.map(
    ({ shownAt: { start } }) => `line ${start.line - first + 1}, column ${start.character + 1} of the body`,
  );
}

function withMarks({ text, links, places, lit }: Page): string {
  const source = new SourceText(text);
  const offset = ({ line, character }: Range["start"]) =>
    source.offsetAt({ line, column: character }, "utf-16");
  const marks = [
    ...links.map(({ range }) => ({ range, open: "[", close: "]" })),
    ...places.map(({ range }) => ({ range, open: "⟨", close: "⟩" })),
    ...lit.map((range) => ({ range, open: "«", close: "»" })),
  ].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  return marks.reduce((marked, { range, open, close }) => {
    const [start, end] = [offset(range.start), offset(range.end)];
    return `${marked.slice(0, start)}${open}${marked.slice(start, end)}${close}${marked.slice(end)}`;
  }, text);
}

function rangeOfLines(first: number, last: number): Range {
  return { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: 1 } };
}

function inLines(explained: ResponseExplanation): readonly string[] {
  switch (explained.kind) {
    case "verdict":
      return explained.lines;
    case "several": {
      const { count, shown } = explained.responses;
      return [
        `${count} responses`,
        ...shown.map(({ status, body, verdict, example }) => {
          const place = example === null ? "" : ` (line ${example.range.start.line + 1})`;
          return `${status} ${body}: ${verdict}${place}`;
        }),
      ];
    }
    case "no-example":
      return ["no example"];
    case "no-response":
      return [`no response, line ${explained.line}: ${explained.reason}`];
    case "no-mapping":
      expect(explained.reason).toMatch(/^the mapping cannot be run: ./);
      return ["no mapping"];
  }
}

test.each([
  ['{"state":"not valid"}', expect.stringContaining("which says the opposite")],
  ['{"state":"valid"}', null],
])("of %s the page says whether its verdict may be wrong", async (body, doubt) => {
  const document = await openDocument(workspaceOf({}), "acme.responses", 'success keyword "valid"\n');
  const { page } = explainResponse(document, { status: 200, body }, placesOf(document, OWN, "utf-16"));
  expect(page.doubt).toEqual(doubt);
});

test("a response by its parts, with the verdict as data and a rule of an included file", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject keyword "dup" as Duplicate\n' });
  const document = await openDocument(
    workspace,
    "acme.responses",
    'include "common.responses"\ncapture id from between "#" and "."\n',
  );
  const places = placesOf(document, (file) => `file:///project/${file}`, "utf-16");
  const explained = explainResponse(document, { status: null, body: "a DUP, lead #7." }, places);
  expect(explained).toMatchObject({
    kind: "verdict",
    verdict: { outcome: "reject", label: "Duplicate", captures: { id: "7" } },
    decidedBy: {
      uri: "file:///project/common.responses",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 33 } },
    },
  });
});

test("a header that says that the body is compressed does no harm to pasted text", async () => {
  const document = await openDocument(workspaceOf({}), "acme.responses", "success status 200\n");
  const http = "HTTP/1.1 200 OK\ncontent-encoding: br\n\nplain";
  const places = placesOf(document, OWN, "utf-16");
  const explained = explainResponse(document, { http }, places);
  expect(explained).toMatchObject({ kind: "verdict", verdict: { outcome: "success" } });
});

describe("the charset of a response", () => {
  const explained = async (given: ReceivedResponse) => {
    const document = await openDocument(workspaceOf({}), "acme.responses", 'success keyword "é"\n');
    return explainResponse(document, given, placesOf(document, OWN, "utf-16"));
  };
  const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const answer = "\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=latin1\r\n\r\né!";

  test("in a file is the one that its header declares", async () => {
    expect(await explained({ httpBytes: latin1(answer) })).toMatchObject({
      verdict: { outcome: "success" },
      decoded: { status: 200, body: "é!", charset: "windows-1252" },
      lines: ["Gets success", 'Decided by line 1: success keyword "é"', "‹é›!"],
    });
  });

  test("of copied text is nobody's business any more", async () => {
    const text = answer.trimStart();
    expect(await explained({ http: text })).toMatchObject({ verdict: { outcome: "success" }, decoded: null });
  });

  test("of a body in a file is UTF-8, and a note says where it is not", async () => {
    expect(await explained({ status: null, bodyBytes: latin1("a\né") })).toMatchObject({
      verdict: { outcome: "unmapped" },
      decoded: { status: null, body: "a\n\ufffd", charset: "utf-8" },
      lines: [
        "Gets unmapped",
        'Note: the body is not UTF-8: the byte 0xE9 ("é" in windows-1252) at offset 2 (line 2, column 1 of the body) can be read as no character, and no rule can look for it; save it as UTF-8, or give the whole answer, as curl -i prints it, to match --http, which decodes it by the charset in its Content-Type',
        "No rule matches it",
      ],
    });
  });

  test("is missed where a text holds the mark of a lost character", async () => {
    expect(await explained({ status: 200, body: "caf\ufffd" })).toMatchObject({
      lines: [
        "Gets unmapped",
        "Note: the body holds U+FFFD, the mark of a lost character, at line 1, column 4 of the body: whoever read the answer took it for UTF-8, and it was not; no rule can look for what stood there. Record the whole answer in a file with curl -i, and it is decoded by the charset in its Content-Type",
        "No rule matches it",
      ],
    });
  });
});
