import { parse, type Response } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { pastedResponse, statusIn } from "../src/page/pasted-response.js";
import { explainMapping, firstExampleOf } from "../src/verdict/explain-mapping.js";
import type { Report } from "../src/verdict/report.js";

const MAPPING = `success json "$.status" exact "accepted"
reject  json "$.reason" keyword "duplicate" as Duplicate
reject  json "$.status" exact "rejected" and json "$.code" above 3 as "Bad lead"
error   status 5xx

capture id from json "$.id"

example 200 '{"status":"accepted"}' is success
`;

function explained(response: Partial<Response> & { readonly body: string }, mapping = MAPPING): Report {
  return explainMapping(
    mapping,
    { kind: "parts", status: response.status ?? null, body: response.body },
    { "shared/more.responses": 'error keyword "shared"\n' },
  );
}

function verdictOf(report: Report) {
  if (report.kind !== "verdict") throw new Error(`there is no verdict: ${JSON.stringify(report)}`);
  return report;
}

describe("a report", () => {
  const body = '{"status":"rejected","reason":"Duplicate","code":4,"id":7}';

  test("has verdict, captures, and the rules up to the one that decides, with what each test met", () => {
    const report = verdictOf(explained({ status: 200, body }));
    expect(report).toMatchObject({ outcome: "reject", label: "Duplicate", status: 200 });
    expect(report.captures).toEqual([{ name: "id", text: "7" }]);
    expect(report.rules.map(({ state, line, file }) => [state, line, file])).toEqual([
      ["fails", 1, null],
      ["decides", 2, null],
      ["holds-below", 3, null],
    ]);
    expect(report.rules[0]?.tests).toEqual([
      { text: 'json "$.status" exact "accepted"', holds: false, reason: 'it is "rejected"' },
    ]);
    expect(report.rules[1]?.text).toBe('reject json "$.reason" keyword "duplicate" as Duplicate');
  });

  test("marks what decided", () => {
    const report = verdictOf(explained({ body }));
    expect(report.evidence.map(({ start, end }) => body.slice(start, end))).toEqual(["Duplicate"]);
  });

  test("has the statement that records the response, which gets that verdict", () => {
    for (const text of [body, 'two\nlines "quoted"', "", "it's"]) {
      const { example, outcome } = verdictOf(explained({ status: 200, body: text }));
      const [model] = parse("", example).models;
      expect(model).toMatchObject({ kind: "example", status: 200, body: text, verdict: { outcome } });
    }
  });

  test("says by how little a rule misses", () => {
    const { rules } = verdictOf(explained({ body: '{"Status":"accepted"}' }));
    expect(rules[0]?.nearMiss).toContain('"$.Status"');
  });

  test("follows includes of the files that come with the page, and says where a rule stands", () => {
    const report = verdictOf(explained({ body: "shared" }, 'include "shared/more.responses"\n'));
    expect(report.rules).toMatchObject([{ state: "decides", file: "shared/more.responses", line: 1 }]);
    expect(explained({ body: "" }, 'include "shared/__proto__"\n').kind).toBe("no-mapping");
  });

  test("says what keeps a mapping from being run, and where", () => {
    const report = explained({ body }, 'success keyword "a"\n\nreject json\n');
    expect(report).toMatchObject({ kind: "no-mapping", line: 3 });
  });
});

describe("an answer as curl -i prints it", () => {
  const answer = (text: string) => explainMapping(MAPPING, { kind: "answer", text }, {});

  test("has its own status and body, whose places are those of what was pasted", () => {
    const text =
      '\nHTTP/2 200\ncontent-type: text/plain\n\n\uFEFF{"status":"äccepted","reason":"a duplicate ä"}';
    const report = verdictOf(answer(text));
    expect(report).toMatchObject({ outcome: "reject", label: "Duplicate", status: 200 });
    expect(report.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(["duplicate"]);
  });

  test("may be what curl -v shows", () => {
    const text =
      '* Connected\n> GET / HTTP/2\n> \n< HTTP/2 200\n< \n{"reason":"a duplicate"}* Closing connection';
    expect(pastedResponse(text, statusIn("500"))).toEqual({ kind: "answer", text });
    const report = verdictOf(answer(text));
    expect(report).toMatchObject({ outcome: "reject", label: "Duplicate", status: 200 });
    expect(report.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(["duplicate"]);
  });

  test("that cannot be read has a line that is to blame", () => {
    expect(answer("HTTP/1.1 200 OK\nno header\n\n{}")).toMatchObject({ kind: "no-response", line: 2 });
  });
});

describe("what is pasted", () => {
  test("has the status beside it, unless it is an answer", () => {
    expect(pastedResponse("{}", statusIn(" 201 "))).toEqual({ kind: "parts", status: 201, body: "{}" });
    expect(pastedResponse("{}", statusIn(""))).toEqual({ kind: "parts", status: null, body: "{}" });
    expect(pastedResponse("HTTP/2 200\n\n", statusIn("500"))).toMatchObject({ kind: "answer" });
  });

  test("has no status where what is written is none", () => {
    expect(["2", "abc", "1000", "099"].map((text) => statusIn(text).kind)).toEqual(
      Array(4).fill("no-status"),
    );
  });
});

test("the first response that a mapping records", () => {
  expect(firstExampleOf(MAPPING)).toEqual({ status: 200, body: '{"status":"accepted"}' });
  expect(firstExampleOf("success otherwise\n")).toBeNull();
});
