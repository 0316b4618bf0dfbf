import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { ACME, lines, match } from "./support/acme-match.js";

describe("one verdict", () => {
  test("with its captures, the rule that decided, and what was read", async () => {
    const body = '{"reason":"no-match","price":0.10}';
    const { exitCode, stdout, stderr } = await match(["--status", "200", "answer.json"], {
      files: { "answer.json": body },
    });
    expect(stderr).toBe("");
    expect(lines(stdout)).toEqual([
      'reject "No Demand"',
      '  price: "0.10"',
      'decided by acme.responses:4  reject json "$.reason" exact "no-match" as "No Demand"',
      "read acme.responses (4 rules) and answer.json (34 bytes) with the status 200; exit code 0: a verdict was given",
    ]);
    expect(exitCode).toBe(0);
  });

  test.each<[string, readonly string[], string | Uint8Array, string]>([
    ["a status alone", ["--status", "503"], "", 'error "Try again later"'],
    ["a body from standard input", ["-"], "it is valid", "success"],
    ["no rule", ["-"], "invalid", "unmapped"],
    ["an empty body", ["-"], "", "unmapped"],
    ["a label out of the body", ["-"], '{"reason":"Too old"}', 'reject "Too old"'],
    ["a byte order mark", ["-"], '\ufeff{"reason":"no-match"}', 'reject "No Demand"'],
    ["bytes that are no text", ["-"], Buffer.from('{"reason":"caf\xe9"}', "latin1"), 'reject "caf\ufffd"'],
    ["a label with what a terminal obeys", ["-"], '{"reason":"\\u001b[31mred"}', 'reject "\\u{1B}[31mred"'],
  ])("%s", async (_name, args, stdin, verdict) => {
    const { exitCode, stdout } = await match(args, { stdin });
    expect(lines(stdout)[0]).toBe(verdict);
    expect(exitCode).toBe(0);
  });

  test.each<[string, number, string]>([
    ["valid", 0, "success"],
    ['{"reason":"no-match"}', 1, "reject"],
    ["busy", 3, "error"],
    ["something else", 4, "unmapped"],
  ])("--exit-code: %s ends with %i", async (stdin, expected, outcome) => {
    const status = expected === 3 ? ["--status", "500"] : [];
    const { exitCode, stdout } = await match(["-", "--exit-code", ...status], { stdin });
    expect(exitCode).toBe(expected);
    expect(stdout).toMatch(new RegExp(`exit code ${expected}: it stands for ${outcome}\n$`));
  });

  test("where no rule holds, says how to learn why, unless it does itself", async () => {
    const line = async (args: readonly string[]) =>
      lines((await match(["-", ...args], { stdin: "x" })).stdout)[1];
    expect([await line([]), await line(["--explain"])]).toEqual([
      "no rule holds for this response; --explain says of each why not",
      "no rule holds for this response",
    ]);
  });

  test("notes that the input looks like what curl -i prints, where --http is missing", async () => {
    const stdin = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nDENIED";
    const missing = await match(["-"], { stdin });
    expect(missing.stderr).toBe(
      "note: standard input looks like an answer as curl prints it; --http takes the status from it, and leaves the headers out of the body\n",
    );
    const json = await match(["-", "--format", "json"], { stdin });
    expect([JSON.parse(json.stdout).outcome, json.stderr.split("\n")[0]]).toEqual([
      "unmapped",
      missing.stderr.trimEnd(),
    ]);
    expect((await match(["-", "--http"], { stdin })).stderr).toBe("");
    expect((await match(["-"], { stdin: "HTTP/1.1 is what we speak" })).stderr).toBe("");
  });

  test("--format json prints the verdict and nothing else", async () => {
    const { exitCode, stdout, stderr } = await match(["-", "--format", "json"], {
      stdin: '{"reason":"no-match","price":7}',
    });
    expect(JSON.parse(stdout)).toEqual({ outcome: "reject", label: "No Demand", captures: { price: "7" } });
    expect(stderr).toMatch(/^read acme\.responses .*; exit code 0: a verdict was given\n$/);
    expect(exitCode).toBe(0);
    const unmapped = await match(["-", "--format", "json", "--exit-code"], { stdin: "x" });
    expect(JSON.parse(unmapped.stdout)).toEqual({ outcome: "unmapped", label: null, captures: {} });
    expect(unmapped.exitCode).toBe(4);
  });

  test("a mapping with an include", async () => {
    const files = { "all.responses": 'include "acme.responses"\nsuccess otherwise' };
    const cwd = folderWith({ "acme.responses": ACME, ...files });
    const { stdout } = await run(["match", "all.responses", "-"], { cwd, stdin: '{"reason":"no-match"}' });
    expect(lines(stdout).slice(0, 2)).toEqual([
      'reject "No Demand"',
      'decided by acme.responses:4  reject json "$.reason" exact "no-match" as "No Demand"',
    ]);
  });

  test("a body of 10 MB", async () => {
    const { stdout } = await match(["-"], { stdin: `${"invalid ".repeat(1_250_000)}é valid` });
    expect(lines(stdout)[0]).toBe("success");
  });
});

describe("--http", () => {
  test("takes status and body from the answer", async () => {
    const stdin = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 503 \r\ncontent-type: text/html\r\n\r\n{"price":9}';
    const { stdout, exitCode } = await match(["--http", "-"], { stdin });
    expect(lines(stdout)).toEqual([
      'error "Try again later"',
      '  price: "9"',
      'decided by acme.responses:6  error status 429, 5xx as "Try again later"',
      "read acme.responses (4 rules) and standard input (76 bytes), an answer with the status 503; exit code 0: a verdict was given",
    ]);
    expect(exitCode).toBe(0);
  });

  test("says where it is no such answer", async () => {
    const files = { "answer.txt": "HTTP/1.1 200 OK\nServer: x\nvalid\n" };
    const { stdout, stderr, exitCode } = await match(["--http", "answer.txt"], { files });
    expect(stdout).toBe("");
    expect(stderr).toBe(
      'error: cannot read answer.txt, line 3 as curl -i prints an answer: "valid" is no header (name: value); an empty line must stand before the body\nthe run ended early; exit code 2: it cannot be done as it was asked for\n',
    );
    expect(exitCode).toBe(2);
  });
});

describe("the charset of a body", () => {
  const answer = (contentType: string, body: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n\r\n`), body]);
  const latin1 = Buffer.from('{"reason":"café"}', "latin1");
  const NOT_UTF8 =
    'note: the body is not UTF-8: the byte 0xE9 ("é" in windows-1252) at offset 14 (line 1, column 15 of the body) can be read as no character, and no rule can look for it; ';

  test("is the one that Content-Type declares, and the last line says so", async () => {
    const stdin = answer("application/json; charset=ISO-8859-1", latin1);
    const { stdout, stderr } = await match(["--http", "-"], { stdin });
    expect(lines(stdout)[0]).toBe("reject café");
    expect(lines(stdout).at(-1)).toContain("an answer with the status 200, in windows-1252; exit code 0");
    expect(stderr).toBe("");
  });

  test("is UTF-8 where none is declared, and a note says where the body is not", async () => {
    const wayOut =
      "Content-Type declares no charset, so UTF-8 was assumed; find out in which one the system writes, and decode its answers by that\n";
    for (const more of [[], ["--explain"]]) {
      const { stdout, stderr, exitCode } = await match(["--http", "-", ...more], {
        stdin: answer("application/json", latin1),
      });
      expect(lines(stdout)[0]).toBe('reject "caf\ufffd"');
      expect(stderr).toBe(NOT_UTF8 + wayOut);
      expect(exitCode).toBe(0);
    }
  });

  test("that nobody knows is named, and what was assumed", async () => {
    const { stdout, stderr } = await match(["--http", "-"], {
      stdin: answer("text/plain; charset=utf8mb4", Buffer.from("it is valid")),
    });
    expect(lines(stdout)[0]).toBe("success");
    expect(stderr).toBe(
      'note: Content-Type declares the charset "utf8mb4", which is unknown here; the body was read as UTF-8\n',
    );
  });

  test("of a body in a file is UTF-8; what an XML declaration says decides nothing", async () => {
    const body = Buffer.from('<?xml version="1.0" encoding="latin1"?><a>\ncafé, thé</a>', "latin1");
    const wayOut =
      "save it as UTF-8, or give the whole answer, as curl -i prints it, to match --http, which decodes it by the charset in its Content-Type\n";
    const file = await match(["body.xml", "--explain"], { files: { "body.xml": body } });
    expect(file.stderr).toBe(
      'note: the body is not UTF-8: the byte 0xE9 ("é" in windows-1252) at offset 46 (line 2, column 4 of the body) and 1 more can be read as no character, and no rule can look for it; its XML declaration says "latin1", which decides nothing; ' +
        wayOut,
    );
    const input = await match(["-", "--format", "json"], { stdin: latin1 });
    expect(input.stderr.split("\n")[0]).toBe((NOT_UTF8 + wayOut).trimEnd());
  });

  test("of lines is UTF-8, and what was lost is said once", async () => {
    const good = '{"status":200,"body":"café"}\n';
    const asUtf8 = `${good}{"body":"caf\\ufffd"}\n{"body":"caf\ufffd"}\n`;
    const note = (rest: string) => expect.stringMatching(new RegExp(`^note: ${rest}\nread [^\n]*\n$`));
    expect((await match(["--ndjson", "-"], { stdin: good })).stderr).not.toContain("note:");
    expect((await match(["--ndjson", "-"], { stdin: asUtf8 })).stderr).toEqual(
      note(
        "2 bodies of standard input hold U\\+FFFD, the mark of a lost character, first in line 2, where it was already when the line was written; no rule can look for what stood there. To keep it, decode each body by the charset in its Content-Type",
      ),
    );
    expect((await match(["--ndjson", "-"], { stdin: Buffer.from(good, "latin1") })).stderr).toEqual(
      note(
        "1 body of standard input holds U\\+FFFD, the mark of a lost character, in line 1, which is not UTF-8; no rule can look for what stood there. To keep it, save the file as UTF-8",
      ),
    );
  });
});

describe("refused", () => {
  test.each<[string, readonly string[], string]>([
    ["no response", [], "there is no response to match: give a file, - for standard input, or --status"],
    ["a missing body", ["nope.json"], "cannot read nope.json: there is no such file"],
    ["a folder", ["."], "cannot read .: it is a folder"],
    ["a status that is none", ["--status", "99", "-"], "It must be three digits, for example 200."],
    ["a status in words", ["--status", "OK", "-"], "It must be three digits, for example 200."],
    ["two statuses", ["--status", "200", "--http", "-"], "the status is in the answer"],
    ["--http without input", ["--http"], "there is no response to match"],
    ["--errors alone", ["--errors", "e.txt", "-"], "--errors is for the lines of --ndjson"],
    ["--ndjson and a body", ["--ndjson", "a", "b"], "--ndjson has the responses: leave b out"],
    [
      "--ndjson and --status",
      ["--ndjson", "a", "--status", "200"],
      "--status cannot be combined with --ndjson",
    ],
    ["--ndjson and --explain", ["--ndjson", "a", "--explain"], "--explain cannot be combined with --ndjson"],
    [
      "--ndjson and --exit-code",
      ["--ndjson", "a", "--exit-code"],
      "--exit-code cannot be combined with --ndjson",
    ],
    ["an unknown format", ["--format", "xml", "-"], "Allowed choices are pretty, json"],
  ])("%s", async (_name, args, message) => {
    const { stdout, stderr, exitCode } = await match(args);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  test("a mapping with errors, which are shown", async () => {
    const cwd = folderWith({ "bad.responses": 'success keywrod "valid"\nreject otherwise' });
    const { stdout, stderr, exitCode } = await run(["match", "bad.responses", "--status", "200"], { cwd });
    expect(stdout).toBe("");
    expect(stderr).toContain('"keywrod" is not a way to match; did you mean keyword?');
    expect(lines(stderr).at(-1)).toBe(
      "read bad.responses: 1 error; exit code 2: a mapping with errors gives no verdicts",
    );
    expect(exitCode).toBe(2);
  });

  test("a mapping that is not there, in the wrong place, or standard input", async () => {
    const cwd = folderWith({});
    const missing = await run(["match", "nope.responses", "--status", "200"], { cwd });
    expect([missing.stderr, missing.exitCode]).toEqual([
      "error: cannot read nope.responses: there is no such file\nthe run ended early; exit code 2: something could not be read or written\n",
      2,
    ]);
    const swapped = await run(["match", "answer.txt", "a.responses", "--http"], { cwd });
    expect([swapped.stderr, swapped.exitCode]).toEqual([
      "error: the mapping comes first: responses match a.responses answer.txt\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
      2,
    ]);
    const input = await run(["match", "-", "--status", "200"], { cwd });
    expect([input.stderr, input.exitCode]).toEqual([
      "error: the mapping must be a file; - stands for the response's body\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
      2,
    ]);
  });
});

test("the help shows examples", async () => {
  const { stdout, exitCode } = await run(["match", "--help"]);
  expect(stdout).toContain("responses match acme.responses --status 200 answer.json");
  expect(exitCode).toBe(0);
});

test("colours are for terminals, or where they are asked for", async () => {
  const plain = await match(["-"], { stdin: "valid" });
  expect(plain.stdout.includes("\u001b")).toBe(false);
  const coloured = await match(["-"], { stdin: "valid", env: { NO_COLOR: "", FORCE_COLOR: "1" } });
  expect(coloured.stdout).toContain("\u001b[32msuccess\u001b[39m");
});

test("a body file whose name looks like an option", async () => {
  const cwd = folderWith({ "acme.responses": ACME });
  writeFileSync(join(cwd, "--odd"), "valid");
  const { stdout } = await run(["match", "acme.responses", "--", "--odd"], { cwd });
  expect(lines(stdout)[0]).toBe("success");
});
