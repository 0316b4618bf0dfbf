import { describe, expect, test } from "vitest";
import { pastedText, statusOf } from "../src/verdict/given-response.js";
import { verdictPage } from "../src/verdict/verdict-page.js";

describe("a response that somebody gives", () => {
  test("has a status of three digits, or none", () => {
    expect(statusOf(" 200 ")).toBe(200);
    expect(statusOf("")).toBeNull();
    for (const text of ["2xx", "20", "2000", "-20", "OK"]) expect(statusOf(text)).toBeUndefined();
  });

  test("is the clipboard's where a field of one line has lost its line ends", () => {
    const clipboard = 'HTTP/1.1 200 OK\r\nA: b\r\n\r\n{"a":\n1}';
    expect(pastedText('HTTP/1.1 200 OK A: b  {"a": 1}', clipboard)).toBe(clipboard);
    expect(pastedText('HTTP/1.1 200 OKA: b{"a":1}', clipboard)).toBe(clipboard);
    expect(pastedText("sold", clipboard)).toBe("sold");
  });
});

describe("the page of a verdict", () => {
  const response = { status: 200, body: '{"a":1}' };

  test("says what the mapping says, and shows the response", () => {
    const page = verdictPage("acme.responses", response, {
      kind: "verdict",
      verdict: { outcome: "success", label: null, captures: {} },
      lines: ["Gets success", "", "Captures nothing"],
      markdown: "",
      decidedBy: null,
      decoded: null,
    });
    expect(page).toBe(
      [
        "What acme.responses says of this response",
        "",
        "  Gets success",
        "",
        "  Captures nothing",
        "",
        "The response, with status 200:",
        "",
        '{"a":1}',
        "",
      ].join("\n"),
    );
  });

  test("shows what the bytes of a file were read as", () => {
    const explanation = {
      kind: "verdict",
      verdict: { outcome: "success", label: null, captures: {} },
      lines: ["Gets success"],
      markdown: "",
      decidedBy: null,
      decoded: { status: 200, body: "é", charset: "windows-1252" },
    } as const;
    expect(verdictPage("a", { httpBytes: "…" }, explanation)).toContain(
      "The response, with status 200, in windows-1252:\n\né\n",
    );
    expect(verdictPage("a", { httpBytes: "…" }, null)).toContain("The response is in a file.");
  });

  test("says why there is no verdict", () => {
    const reason = "a status line is expected here";
    const given = { http: "HTTP/1.1" };
    expect(verdictPage("a", given, { kind: "no-response", reason, line: 3 })).toContain(
      "  Line 3: a status line is expected here.\n\nThe response, as curl printed it:",
    );
    expect(verdictPage("a", given, { kind: "no-response", reason, line: null })).toContain(
      "  A status line is",
    );
    expect(verdictPage("a", response, { kind: "no-mapping", reason: "the mapping cannot be run" })).toContain(
      "  The mapping cannot be run.\n",
    );
    expect(verdictPage("a", response, null)).toContain("cannot be read");
  });

  test("shows an empty body and no status as such, and of a long body its beginning", () => {
    expect(verdictPage("a", { status: null, body: "" }, null)).toContain(
      "without a status, has an empty body.",
    );
    const long = verdictPage("a", { status: 200, body: "x".repeat(1_000_000) }, null);
    expect(long.length).toBeLessThan(21_000);
    expect(long).toContain("… (980000 characters more)");
  });
});
