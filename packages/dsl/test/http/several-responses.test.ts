import { readGivenTexts } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

const CURL = "curl -i https://acme.example/leads -d @lead.json";
const HEAD = "HTTP/1.1 422 No\r\nContent-Type: application/json\r\n\r\n";

describe("several responses", () => {
  const recorded = (text: string) =>
    readGivenTexts(text, new TextEncoder()).map(({ status, body }) => [status, body]);

  test("lines of JSON", () => {
    expect(recorded('{"a":1}\r\n\r\n{"a":2}\n')).toEqual([
      [null, '{"a":1}'],
      [null, '{"a":2}'],
    ]);
  });

  test("lines that begin with a status", () => {
    expect(recorded('200 {"a":1}\nHTTP 500: <e/>\n{"a":2}')).toEqual([
      [200, '{"a":1}'],
      [500, "<e/>"],
      [null, '{"a":2}'],
    ]);
  });

  test("records of responses", () => {
    expect(recorded('{"status":200,"body":"{}"}\n{"status":null,"body":"no","at":1}')).toEqual([
      [200, "{}"],
      [null, "no"],
    ]);
  });

  test("white space that is no line's is the response's", () => {
    expect(recorded('{"status":200,"body":" OK\\r\\n"}\r\n{"status":500,"body":"\u00a0"}')).toEqual([
      [200, " OK\r\n"],
      [500, "\u00a0"],
    ]);
    const text = '{"a":1}\v\n{"a":2}';
    expect(recorded(text)).toEqual([[null, text]]);
  });

  test("what several commands printed", () => {
    const text = `ann@acme:~$ ${CURL}\n${HEAD}{"a":1}\nann@acme:~$ ls\nann@acme:~$ ${CURL}\n{"a":2}\n`;
    expect(recorded(text)).toEqual([
      [422, '{"a":1}\n'],
      [null, '{"a":2}\n'],
    ]);
  });

  test("answers one below the other, each with what brought it", () => {
    const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n";
    const text = `${interim}HTTP/1.1 200 OK\nX-A: b\n\n{"a":1}\n\n\nHTTP/2 204\n\nHTTP/1.1 422 No\nContent-Length: 0\n\nHTTP/1.1 200 OK\n\nlast`;
    expect(recorded(text)).toEqual([
      [200, '{"a":1}'],
      [204, ""],
      [422, ""],
      [200, "last"],
    ]);
  });

  test.each([
    ["200 OK", ""],
    ["201 Created", "Location: /x\n"],
    ["304 Not Modified", ""],
    ["401 Unauthorized", ""],
    ["503 Later", "Retry-After: 1\n"],
  ])("an answer without a body, from which nothing goes on, above another: %s", (line, headers) => {
    expect(recorded(`HTTP/1.1 ${line}\n${headers}\nHTTP/1.1 422 No\n\nlast`)).toEqual([
      [Number(line.slice(0, 3)), ""],
      [422, "last"],
    ]);
  });

  test("a proxy's connection, and a question who asks, are of the answer below them", () => {
    const before = "HTTP/1.1 200 Connection established\n\nHTTP/2 401\nWWW-Authenticate: Digest\n\n";
    expect(recorded(`${before}HTTP/2 422\n\nno`)).toEqual([[422, "no"]]);
  });

  test("what curl -v showed several times, with redirects and connections that are used again", () => {
    const text = [
      "*   Trying 192.0.2.7:443...",
      "> POST /leads HTTP/1.1",
      "< HTTP/1.1 307 Temporary Redirect",
      "< Location: /v2/leads",
      "< ",
      "* Ignoring the response-body",
      "* Connection #0 to host acme.example left intact",
      "* Issue another request to this URL: 'https://acme.example/v2/leads'",
      "* Re-using existing https: connection with host acme.example",
      "> POST /v2/leads HTTP/1.1",
      "< HTTP/1.1 200 OK",
      "< ",
      '{"a":1}* Connection #0 to host acme.example left intact',
      "* Re-using existing https: connection with host acme.example",
      "> POST /leads HTTP/1.1",
      "< HTTP/1.1 422 Unprocessable Content",
      "< ",
      "* Closing no lead, sold before",
      "* Trying again is of no use",
      "* Closing connection",
      "* Host other.example:443 was resolved.",
      "* Could not connect to server",
      "* Closing connection",
    ].join("\n");
    for (const before of ["", "\n", "\uFEFF"])
      expect(recorded(before + text)).toEqual([
        [200, '{"a":1}'],
        [422, "* Closing no lead, sold before\n* Trying again is of no use\n"],
      ]);
  });

  test.each([
    ["a page that speaks of an answer", "<pre>\nHTTP/1.1 404 Not Found\n</pre>"],
    ["a body of several parts", "--b\nContent-Type: application/http\n\nHTTP/1.1 200 OK\n\n{}\n--b--"],
  ])("%s is one", (_what, body) => {
    expect(recorded(`HTTP/1.1 200 OK\nX-A: b\n\n${body}`)).toEqual([[200, body]]);
  });

  test.each(['{\n"a": 1\n}', '{"a":1}\nand more', "[1,\n2]", '{"a":1}', '{"a":1}\n{"a":'])(
    "%j is one",
    (text) => {
      expect(recorded(text)).toEqual([[null, text]]);
    },
  );
});
