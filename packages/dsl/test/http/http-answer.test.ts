import { readHttpAnswer } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

/** Reads an answer written with one line an element and LF or CRLF between them. */
function read(lines: readonly string[], lineEnd: "\n" | "\r\n" = "\r\n"): unknown {
  const reading = readHttpAnswer(Buffer.from(lines.join(lineEnd)));
  return reading.kind === "answer"
    ? [reading.status, Buffer.from(reading.body).toString()]
    : [reading.line, reading.reason];
}

describe.each(["\n", "\r\n"] as const)("with %j", (lineEnd) => {
  test.each<[string, readonly string[], readonly [number, string]]>([
    ["HTTP/1.1", ["HTTP/1.1 200 OK", "Content-Type: text/plain", "", "valid"], [200, "valid"]],
    ["a reason of several words", ["HTTP/1.0 503 Service Unavailable", "", "busy"], [503, "busy"]],
    ["HTTP/2 has no reason", ["HTTP/2 201 ", "content-type: application/json", "", "{}"], [201, "{}"]],
    ["HTTP/3", ["HTTP/3 200", "", ""], [200, ""]],
    ["no body", ["HTTP/2 204 ", "", ""], [204, ""]],
    ["no headers", ["HTTP/1.1 200 OK", "", "a"], [200, "a"]],
    ["a folded header", ["HTTP/1.1 200 OK", "X: a", "\t: b", "", "body"], [200, "body"]],
    [
      "100 Continue",
      ["HTTP/1.1 100 Continue", "", "HTTP/1.1 201 Created", "X: 1", "", "made"],
      [201, "made"],
    ],
    ["103 Early Hints", ["HTTP/2 103 ", "link: </a>", "", "HTTP/2 200 ", "", "x"], [200, "x"]],
    [
      "redirects followed with -L",
      [
        "HTTP/1.1 301 Moved",
        "Location: /b",
        "Content-Length: 12",
        "",
        "HTTP/1.1 302 Found",
        "Location: /c",
        "",
        "HTTP/2 200 ",
        "",
        "end",
      ],
      [200, "end"],
    ],
    [
      "a proxy's answer to CONNECT",
      ["HTTP/1.1 200 Connection established", "", "HTTP/2 422 ", "a: b", "", "no"],
      [422, "no"],
    ],
    [
      "a body that looks like a status line",
      ["HTTP/1.1 200 OK", "", "HTTP/1.1 500 Internal Server Error"],
      [200, "HTTP/1.1 500 Internal Server Error"],
    ],
    [
      "a body that begins like an answer",
      ["HTTP/1.1 200 OK", "", "HTTP/1.1 500 Oops", "no header", "", "x"],
      [200, ["HTTP/1.1 500 Oops", "no header", "", "x"].join(lineEnd)],
    ],
    [
      "a compressed body that curl has decompressed",
      ["HTTP/1.1 200 OK", "Content-Encoding: gzip", "", "plain"],
      [200, "plain"],
    ],
    [
      "chunks that curl has put together",
      ["HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "whole"],
      [200, "whole"],
    ],
  ])("%s", (_name, lines, expected) => {
    expect(read(lines, lineEnd)).toEqual(expected);
  });

  test.each<[string, readonly string[], readonly [number | null, string]]>([
    ["nothing", [""], [null, "there is no answer in it: it ends before a status line"]],
    [
      "a body alone",
      ['{"a":1}'],
      [1, `a status line like "HTTP/1.1 200 OK" is expected here, not '{"a":1}'`],
    ],
    [
      "an empty line first",
      ["", "HTTP/1.1 200 OK", "", ""],
      [1, 'a status line like "HTTP/1.1 200 OK" is expected here, not an empty line'],
    ],
    [
      "no status",
      ["HTTP/1.1 OK", "", ""],
      [1, 'a status line like "HTTP/1.1 200 OK" is expected here, not "HTTP/1.1 OK"'],
    ],
    [
      "a request",
      ["POST /leads HTTP/1.1", "", ""],
      [1, 'a status line like "HTTP/1.1 200 OK" is expected here, not "POST /leads HTTP/1.1"'],
    ],
    [
      "curl -v",
      ["* Trying 10.0.0.1:443...", "> POST / HTTP/1.1"],
      [
        1,
        "this looks like the output of curl -v, but the head of an answer (< HTTP/…) is not in it; curl -i prints what is needed",
      ],
    ],
    [
      "no empty line before the body",
      ["HTTP/1.1 200 OK", "A: b", "valid", ""],
      [3, '"valid" is no header (name: value); an empty line must stand before the body'],
    ],
    [
      "no empty line at the end",
      ["HTTP/1.1 200 OK", "A: b"],
      [3, "it ends inside the headers: an empty line must follow them"],
    ],
    [
      "only an interim answer",
      ["HTTP/1.1 100 Continue", "", ""],
      [null, "there is no answer in it: it ends before a status line"],
    ],
    [
      "a body behind an interim answer",
      ["HTTP/1.1 100 Continue", "A: b", "", "valid"],
      [4, 'a status line like "HTTP/1.1 200 OK" is expected here, not "valid"'],
    ],
  ])("refused: %s", (_name, lines, expected) => {
    expect(read(lines, lineEnd)).toEqual(expected);
  });
});

describe("a body that is itself an answer", () => {
  const body = "HTTP/1.1 500 Oops\r\n\r\nx";
  test.each<[string, readonly string[], readonly [number, string]]>([
    ["of a success with a type", ["HTTP/1.1 200 OK", "Content-Type: message/http"], [200, body]],
    ["of a success in chunks", ["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"], [200, body]],
    ["of the stated length", ["HTTP/1.1 404 No", `Content-Length: ${body.length}`], [404, body]],
    ["of a refusal in chunks", ["HTTP/1.1 400 Bad Request", "Transfer-Encoding: chunked"], [400, body]],
    ["of a fault with a type", ["HTTP/1.1 503 Later", "Content-Type: text/plain"], [503, body]],
    ["of a redirect to nowhere", ["HTTP/1.1 304 Not Modified", "Content-Type: text/plain"], [304, body]],
    [
      "of one who does not ask who asks",
      ["HTTP/1.1 401 Unauthorized", "Transfer-Encoding: chunked"],
      [401, body],
    ],
    [
      "behind a redirect",
      ["HTTP/1.1 302 Found", "Location: /x", "Content-Type: text/html", "Content-Length: 3"],
      [500, "x"],
    ],
    [
      "behind a question who asks",
      ["HTTP/1.1 401 Unauthorized", "WWW-Authenticate: Digest", "Transfer-Encoding: chunked"],
      [500, "x"],
    ],
    [
      "behind a proxy's question who asks",
      ["HTTP/1.1 407 No", "Proxy-Authenticate: Basic", "Content-Type: text/html"],
      [500, "x"],
    ],
    ["of a refusal without headers", ["HTTP/1.1 400 Bad Request"], [400, body]],
    ["of a refusal without a reason", ["HTTP/2 400"], [400, body]],
    ["of a success without headers", ["HTTP/1.1 200 OK"], [200, body]],
    ["of a refusal that names a place", ["HTTP/1.1 400 No", "Location: /x"], [400, body]],
    ["of a success that names a place", ["HTTP/1.1 201 Created", "Location: /x"], [201, body]],
    ["of a refusal with a challenge", ["HTTP/1.1 400 No", "WWW-Authenticate: Basic"], [400, body]],
    ["of a refusal with a proxy's agent", ["HTTP/1.1 400 No", "Proxy-Agent: p"], [400, body]],
    [
      "of a question who asks, with another's challenge",
      ["HTTP/2 401", "Proxy-Authenticate: B"],
      [401, body],
    ],
    ["of a question who asks without a challenge", ["HTTP/2 401"], [401, body]],
    ["of a proxy's question without a challenge", ["HTTP/2 407", "X: y"], [407, body]],
    ["of a fault that asks for patience", ["HTTP/1.1 503 Later", "Retry-After: 1"], [503, body]],
    ["of an answer that has none", ["HTTP/2 204"], [204, body]],
    ["of a choice without a place", ["HTTP/1.1 300 Multiple Choices"], [300, body]],
    ["of what was not modified", ["HTTP/1.1 304 Not Modified"], [304, body]],
    ["of a fault that says it is connected", ["HTTP/1.1 502 Connection established"], [502, body]],
    [
      "of a connection with a type",
      ["HTTP/1.1 200 Connection Established", "Content-Type: text/plain"],
      [200, body],
    ],
    ["behind a proxy's connection", ["HTTP/1.0 200 Connection Established"], [500, "x"]],
    ["behind a proxy's answer", ["HTTP/1.1 200 OK", "Content-Length: 0", "Proxy-Agent: p"], [500, "x"]],
  ])("%s", (_name, head, expected) => expect(read([...head, "", body])).toEqual(expected));
});

test("the body stays as it came: bytes, CRLF and all", () => {
  const body = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0x0a, 0xe9]);
  const reading = readHttpAnswer(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), body]));
  expect(reading).toEqual({
    kind: "answer",
    status: 200,
    body,
    encoding: null,
    charset: null,
    bodyStart: 19,
  });
});

test("a byte order mark before the status line is skipped", () => {
  expect(read(["\ufeffHTTP/1.1 200 OK", "", "a"])).toEqual([200, "a"]);
});

test("an answer saved as UTF-16 says so", () => {
  const saved = Buffer.from("\ufeffHTTP/1.1 200 OK\r\n\r\n", "utf16le");
  expect(readHttpAnswer(saved)).toMatchObject({ reason: expect.stringMatching(/^it was saved as UTF-16/) });
});

test("a body of any size is read in linear time", () => {
  const body = Buffer.alloc(64 * 1024 * 1024, "HTTP/1.1 200 OK\n");
  const reading = readHttpAnswer(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\n\n"), body]));
  expect(reading.kind === "answer" && reading.body.length).toBe(body.length);
});

test.each<[string, readonly number[], string | null]>([
  ["compressed", [0x1f, 0x8b, 0x08, 0x00], "gzip"],
  ["a text that curl has decompressed", [0x7b, 0x7d], null],
  ["a long text", Array.from({ length: 3000 }, () => [0xc3, 0xa9]).flat(), null],
  [
    "a long text whose characters lie otherwise",
    [0x20, ...Array.from({ length: 3000 }, () => [0xf0, 0x9f, 0x98, 0x80]).flat()],
    null,
  ],
  ["nothing", [], null],
])("with content-encoding, a body that is %s", (_name, bytes, encoding) => {
  const answer = Buffer.concat([
    Buffer.from("HTTP/1.1 200 OK\r\nContent-Encoding: GZIP\r\n\r\n"),
    Buffer.from(bytes),
  ]);
  expect(readHttpAnswer(answer)).toMatchObject({ kind: "answer", encoding });
});
