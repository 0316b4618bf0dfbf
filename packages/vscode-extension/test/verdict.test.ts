import { describe, expect, test } from "vitest";
import { pastedText, statusOf } from "../src/verdict/given-response.js";

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
