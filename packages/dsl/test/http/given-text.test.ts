import { isWholeAnswer, isWholeAnswerIn, readGivenText, readHttpAnswer } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function read(text: string): unknown {
  const given = readGivenText(text, new TextEncoder());
  if (given.kind === "fault") return [given.line, given.reason];
  expect(text.slice(given.bodyStart, given.bodyStart + given.body.length)).toBe(given.body);
  return [given.form, given.status, given.body];
}

const METER = "100    21  100    18  100     3    697    116 --:--:-- --:--:-- --:--:--   840";

/** What curl 8 shows with -v in a terminal; `behind` is all behind the request. */
function shown(...behind: readonly string[]): string {
  return [
    "* Host acme.example:443 was resolved.",
    "* Connected to acme.example (192.0.2.7) port 443",
    "* using HTTP/2",
    "> POST /leads HTTP/2",
    "> Host: acme.example",
    "> Content-Length: 12",
    "> ",
    "* upload completely sent off: 12 bytes",
    ...behind,
  ].join("\n");
}

test.each([
  ["JSON", '{"ok":true}'],
  ["JSON of several lines", '{\n  "ok": true\n}\n'],
  ["XML", "<?xml version='1.0'?>\n<r><s>no</s></r>"],
  ["text", "OK\nid=7"],
  ["text that begins with marks of curl's", "> OK\n* all of it\n< end"],
  ["nothing", ""],
])("a body by itself: %s", (_what, text) => {
  expect(read(text)).toEqual(["body", null, text]);
});

test.each(["", "HTTP", "{}", "an HTTP/1.1 answer", '{"HTTP/1.1": 1}', "HTTP is down"])(
  "%j is no whole answer",
  (text) => {
    expect(isWholeAnswer(text)).toBe(false);
    expect(isWholeAnswerIn(new TextEncoder().encode(text))).toBe(false);
  },
);

test.each(["HTTP/1.1 200 OK", "\n\nHTTP/2 404\n", "\uFEFFHTTP/3 200"])(
  "%j is the beginning of one",
  (text) => {
    expect(isWholeAnswer(text)).toBe(true);
    expect(isWholeAnswerIn(new TextEncoder().encode(text))).toBe(true);
  },
);

test("a byte order mark is no part of a body", () => {
  expect(read('\ufeff{"ok":true}')).toEqual(["body", null, '{"ok":true}']);
  expect(read("HTTP/1.1 200 OK\n\n\ufeffé")).toEqual(["answer", 200, "é"]);
});

describe("an answer as curl -i prints it", () => {
  test.each<[string, string, readonly [string, number, string]]>([
    ["as it is", "HTTP/1.1 422 No\r\nA: b\r\n\r\n{}", ["answer", 422, "{}"]],
    ["empty lines before it", "\n \r\nHTTP/2 200 \n\nOK", ["answer", 200, "OK"]],
    ["without the empty line behind the head", "HTTP/2 204 \ndate: today", ["answer", 204, ""]],
    [
      "redirects, and 100 Continue",
      "HTTP/1.1 302 Found\nLocation: /b\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 201 C\n\né",
      ["answer", 201, "é"],
    ],
  ])("%s", (_what, text, expected) => expect(read(text)).toEqual(expected));

  test("that cannot be read", () => {
    expect(read("HTTP/1.1 200 OK\nno header\n\n{}")).toEqual([2, expect.stringContaining("is no header")]);
  });
});

describe("an answer as curl -v shows it", () => {
  test.each<[string, string, readonly [string, number, string]]>([
    [
      "curl's last words behind the body",
      shown(
        "< HTTP/2 200 ",
        "< content-type: application/json",
        "< ",
        '{"ok":"é"}* Connection #0 to host acme.example left intact',
      ),
      ["answer", 200, '{"ok":"é"}'],
    ],
    [
      "a body of several lines, and lines of curl's below",
      shown(
        "< HTTP/1.1 400 Bad Request",
        "<",
        "<r>",
        "  <s>no</s>",
        "</r>",
        "* Closing connection",
        "* TLSv1.3 (OUT), TLS alert, close notify (256):",
      ),
      ["answer", 400, "<r>\n  <s>no</s>\n</r>\n"],
    ],
    [
      "bytes and progress counted, as where it goes into a file",
      [
        "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current",
        "                                 Dload  Upload   Total   Spent    Left  Speed",
        "  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0",
        "* Trying 192.0.2.7:80...",
        "} [12 bytes data]",
        "< HTTP/1.1 200 OK",
        "< ",
        "{ [5 bytes data]",
        `\r${METER}\r${METER.replace("--:--:-- ", " 0:00:01 ")}`,
        "* Connection #0 to host acme.example left intact",
        "OK 12",
      ].join("\n"),
      ["answer", 200, "OK 12"],
    ],
    [
      "-i as well, into a file: its head stands behind all that is said",
      shown(
        "< HTTP/1.1 200 OK",
        "< A: b",
        "< ",
        "{ [5 bytes data]",
        "* Connection #0 to host acme.example left intact",
        "HTTP/1.1 200 OK",
        "A: b",
        "",
        "* Item rejected",
      ),
      ["answer", 200, "* Item rejected"],
    ],
    [
      "a meter of progress behind the body",
      shown("< HTTP/1.1 200 OK", "< ", `OK 12\r${METER}`, "* Connection #0 to host acme.example left intact"),
      ["answer", 200, "OK 12"],
    ],
    [
      "a body that begins with numbers in columns",
      shown("< HTTP/1.1 200 OK", "< ", "  4 12.5 7 rejected ok"),
      ["answer", 200, "  4 12.5 7 rejected ok"],
    ],
    [
      "a body that begins with items of a list",
      shown("< HTTP/1.1 200 OK", "< ", "* Item rejected", "no", "* SSL is needed"),
      ["answer", 200, "* Item rejected\nno\n* SSL is needed"],
    ],
    ...["> quoted", "< less", "% Total 5", "{ [5 bytes data] }"].map(
      (body): [string, string, readonly [string, number, string]] => [
        `a body that begins like a note of curl's: ${body}`,
        shown("< HTTP/1.1 200 OK", "< ", body, "no"),
        ["answer", 200, `${body}\nno`],
      ],
    ),
    [
      "a redirect and 100 Continue: the last head counts",
      shown(
        "< HTTP/1.1 301 Moved",
        "< Location: /b",
        "< ",
        "* Ignoring the response-body",
        "* Issue another request to this URL: '/b'",
        "> POST /b HTTP/1.1",
        "> ",
        "< HTTP/1.1 100 Continue",
        "< ",
        "* We are completely uploaded and fine",
        "< HTTP/1.1 422 No",
        "< ",
        "no",
      ),
      ["answer", 422, "no"],
    ],
    [
      "with -i as well, which prints the head a second time",
      shown(
        "< HTTP/1.1 301 Moved",
        "HTTP/1.1 301 Moved",
        "< ",
        "",
        "* Issue another request",
        "< HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK",
        "< A: b",
        "A: b",
        "< ",
        "",
        "* nothing to tell",
        "OK",
      ),
      ["answer", 200, "* nothing to tell\nOK"],
    ],
    [
      "with -i as well, an answer that is asked for again",
      shown(
        "< HTTP/1.1 503 Later",
        "HTTP/1.1 503 Later",
        "< Retry-After: 1",
        "Retry-After: 1",
        "< ",
        "",
        "Warning: Problem: HTTP error. Will retry in 1 second.",
        "< HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK",
        "< ",
        "",
        "OK",
      ),
      ["answer", 200, "OK"],
    ],
    ["no more than the head", shown("< HTTP/2 204 ", "< date: today"), ["answer", 204, ""]],
    ["from the head on", "< HTTP/1.1 200 OK\r\n< A: b\r\n< \r\nOK", ["answer", 200, "OK"]],
    [
      "a body that looks like notes of curl's",
      shown("< HTTP/1.1 200 OK", "< ", "OK", "* one", "< two", "> three"),
      ["answer", 200, "OK\n* one\n< two\n> three"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(text.replace(/\r?\n/g, "\r\n"))).toEqual(
      expected.map((part) => (typeof part === "string" ? part.replace(/\r?\n/g, "\r\n") : part)),
    );
    expect(isWholeAnswerIn(new TextEncoder().encode(text))).toBe(true);
  });

  test("a fault is told with its line in what was copied", () => {
    expect(read(shown("< HTTP/1.1 200 OK", "< no header", "< ", "OK"))).toEqual([
      10,
      expect.stringContaining("no header"),
    ]);
  });

  test("without the head of an answer it is none", () => {
    expect(isWholeAnswer(shown("* Empty reply from server"))).toBe(false);
    const bytes = new TextEncoder().encode(shown("* Empty reply from server"));
    expect(readHttpAnswer(bytes)).toMatchObject({ kind: "fault", line: 1 });
  });

  test("many heads, and a long body of lines that look like notes, take linear time", () => {
    const many = `${"< HTTP/1.1 100 Continue\n< \n".repeat(50_000)}< HTTP/1.1 200 OK\n< \n`;
    const body = "* Connection\n".repeat(300_000);
    expect(read(`${many}${body}end`)).toEqual(["answer", 200, expect.stringMatching(/end$/)]);
    expect(read(`< HTTP/1.1 200 OK\n< \nx\n${"* Closing connection\n".repeat(300_000)}`)).toEqual([
      "answer",
      200,
      "x\n",
    ]);
  });
});

const CURL = "curl -i https://acme.example/leads -d @lead.json";
const HEAD = "HTTP/1.1 422 No\r\nContent-Type: application/json\r\n\r\n";

describe("what was copied from a terminal with the command", () => {
  test.each([
    ["a prompt", `$ ${CURL}\n`],
    ["a prompt that says where", `ann@acme:~/leads$ ${CURL}\n`],
    ["a prompt in brackets", `[ann@acme leads]$ ${CURL}\n`],
    ["zsh", `% ${CURL}\n`],
    ["root", `# ${CURL}\n`],
    ["an arrow", `❯ ${CURL}\n`],
    ["a plain prompt", `> ${CURL}\n`],
    ["PowerShell", `PS C:\\Users\\ann> curl.exe -i https://acme.example\r\n`],
    ["Windows", `C:\\leads>${CURL}\r\n`],
    ["no prompt", `${CURL}\n`],
    ["blank lines", `\n\n$ ${CURL}\n\n`],
    [
      "a command of several lines",
      `$ curl -i https://acme.example \\\n    -H "A: b" \\\n    -d @lead.json\n`,
    ],
    ["a quoted body of several lines", `$ curl -i https://acme.example -d '{\n  "name": "Ann"\n}'\n`],
    ["a document for the command", `$ curl -i https://acme.example -d @- <<'END'\n{"a":1}\nEND\n`],
    ["a quote that nobody closes", `$ curl -i https://acme.example -d name=O'Neill\n`],
    ["a variable", `$ TOKEN=x ${CURL}\n`],
    ["folders with letters of any kind", `ann@acme:~/Работа/voilà $ ${CURL}\n`],
    ["a byte order mark", `\uFEFF$ ${CURL}\n`],
    ["an address in a variable", `# curl -i $URL\n`],
    ["httpie with a method", `% http POST acme.example/leads\n`],
  ])("%s", (_what, command) => {
    expect(read(`${command}${HEAD}{"a":"é"}`)).toEqual(["answer", 422, '{"a":"é"}']);
    expect(isWholeAnswerIn(new TextEncoder().encode(command + HEAD))).toBe(true);
    expect(read(`${command}{"a":1}`)).toEqual(["body", null, '{"a":1}']);
  });

  test("curl -v in a file with a byte order mark", () => {
    const text = shown("< HTTP/2 422 ", "< ", '{"a":1}');
    expect(readHttpAnswer(new TextEncoder().encode(`\uFEFF${text}`))).toMatchObject({
      kind: "answer",
      status: 422,
      bodyStart: 3 + text.length - '{"a":1}'.length,
    });
  });

  test("curl -v", () => {
    const text = `$ curl -v https://acme.example\n${shown("< HTTP/2 422 ", "< ", '{"a":1}')}\n* Connection #0 to host acme.example left intact\n`;
    expect(read(text)).toEqual(["answer", 422, '{"a":1}\n']);
  });

  test.each([
    ["on a line of its own", `$ ${CURL}\n${HEAD}{"a":1}\n$ `, '{"a":1}\n'],
    ["behind the body", `ann@acme:~$ ${CURL}\n${HEAD}{"a":1}ann@acme:~$ `, '{"a":1}'],
    ["behind zsh's mark of a missing line end", `% ${CURL}\n${HEAD}{"a":1}%\n% `, '{"a":1}'],
  ])("the next prompt %s", (_what, text, body) => expect(read(text)).toEqual(["answer", 422, body]));

  test("a line that cannot be read is one of the whole text", () => {
    expect(read(`$ ${CURL}\nHTTP/1.1 200 OK\nno header\n\n{}`)).toEqual([3, expect.any(String)]);
  });

  test("lines above the answer count in the line of what cannot be read", () => {
    expect(read("\n\nHTTP/1.1 200 OK\nno header\n\nx")).toEqual([4, expect.any(String)]);
  });

  test("many documents that nobody closes take linear time", () => {
    const text = "$ curl -d @- https://acme.example <<E\nok\n".repeat(30_000);
    expect(read(text)).toEqual(["body", null, "ok\n"]);
  });

  test.each([
    "# HTTP 500 from upstream\nretry later",
    "> HTTP 403 Forbidden\nreason: blocked",
    "# Curl error 7: no connection\nretry",
    "> https is required\nno",
    "% http codes\n12",
  ])("%j is a body", (text) => expect(read(text)).toEqual(["body", null, text]));

  test.each(["$ 12.50", "$ off today", "> 5 leads", "# note", "curl is down", "$", "https://acme.example"])(
    "%j is a body",
    (text) => expect(read(text)).toEqual(["body", null, text]),
  );
});

test.each<[string, number, string]>([
  ['200 {"a":1}', 200, '{"a":1}'],
  ['HTTP 422 {"a":1}', 422, '{"a":1}'],
  ['HTTP/1.1 200 {"a":1}', 200, '{"a":1}'],
  ["HTTP/1.1 500 Internal Server Error\n<error/>", 500, "<error/>"],
  ["status: 404, <html>", 404, "<html>"],
  ["Status Code: 200\n[]", 200, "[]"],
  ['201 Created: {"a":"é"}', 201, '{"a":"é"}'],
])("a status by itself: %j", (text, status, body) => {
  expect(read(text)).toEqual(["answer", status, body]);
  expect(isWholeAnswerIn(new TextEncoder().encode(text))).toBe(true);
});

test.each(["200", "200 OK", "200 leads {today}", "2000 {}", '700 {"a":1}', "404 < 500", "HTTP 200"])(
  "%j is a body",
  (text) => expect(read(text)).toEqual(["body", null, text]),
);
