import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const MAPPING = `success json "$.ok" exact "true"
reject  json "$.reason" exact "dup" as Duplicate

example 200 '{"ok":true}' is success
`;

const TRANSCRIPT = `* Connected to acme.example (192.0.2.7) port 443
> POST /leads HTTP/1.1
> 
< HTTP/1.1 100 Continue
< 
< HTTP/1.1 422 No
< Content-Type: application/json; charset=iso-8859-1
< 
{"reason":"dup"}* Connection #0 to host acme.example left intact
`;

const DUPLICATE = '{"ok":false,"reason":"dup"}';

async function example(args: readonly string[], files: Record<string, string>, stdin?: string) {
  const cwd = folderWith({ "a.responses": MAPPING, ...files });
  const ran = await run(["example", "a.responses", ...args], {
    cwd,
    ...(stdin === undefined ? {} : { stdin }),
  });
  return { ...ran, cwd, mapping: () => readFileSync(join(cwd, "a.responses"), "utf8") };
}

describe("a response becomes an example with the verdict that it gets", () => {
  test.each<[string, readonly string[], string, string]>([
    ["a body", [], DUPLICATE, `example '${DUPLICATE}' is reject Duplicate\n`],
    [
      "a body with a status",
      ["--status", "422"],
      DUPLICATE,
      `example 422 '${DUPLICATE}' is reject Duplicate\n`,
    ],
    [
      "curl -i",
      [],
      `HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\nHTTP/2 200\r\n\r\n{"ok":true,"id":7}`,
      `example 200 '{"ok":true,"id":7}' is success\n`,
    ],
    [
      "curl -i with the command and the next prompt",
      [],
      `$ curl -i https://acme.example \\\n  -d @lead.json\nHTTP/2 200\r\n\r\n{"ok":true,"id":7}\n$ `,
      `example 200 '{"ok":true,"id":7}' is success\n`,
    ],
    [
      "a body with the command",
      [],
      `$ curl https://acme.example\n${DUPLICATE}\n`,
      `example '${DUPLICATE}' is reject Duplicate\n`,
    ],
    ["a status by itself", [], `200 ${DUPLICATE}\n`, `example 200 '${DUPLICATE}' is reject Duplicate\n`],
    ["curl -v", [], TRANSCRIPT, `example 422 '{"reason":"dup"}' is reject Duplicate\n`],
    [
      "several lines",
      [],
      "Thank you\r\nfor this\r\n",
      'example """\n  Thank you\n  for this\n  """ is unmapped\n',
    ],
    [
      "several lines, one of them a command of a CI runner",
      [],
      "Thank you\n::error::for this\n",
      'example "Thank you\\n::error::for this" is unmapped\n',
    ],
    [
      "what a runner obeys anywhere in a line, which the text still says",
      [],
      "Thank you\n  ##[group]\n",
      'example "Thank you\\n  \\u{23}#[group]" is unmapped\n',
    ],
    [
      "several lines with what nobody sees",
      [],
      "Thank\u202e you\n\u001b[2Jfor this\n",
      'example "Thank\\u{202E} you\\n\\u{1B}[2Jfor this" is unmapped\n',
    ],
    [
      "one line with what nobody sees",
      ["--status", "422"],
      '{"reason":"a\ufe0f\u202e"}',
      'example 422 \'{"reason":"a\\u{FE0F}\\u{202E}"}\' is unmapped\n',
    ],
    [
      "an answer that is to be a body",
      ["--status", "200"],
      "HTTP/1.1 500 No\n\n",
      'example 200 "HTTP/1.1 500 No" is unmapped\n',
    ],
  ])("%s, from a file and from standard input", async (_what, args, content, expected) => {
    const fromFile = await example([...args, "answer"], { answer: content });
    expect([fromFile.stdout, fromFile.exitCode]).toEqual([expected, 0]);
    expect(fromFile.stderr).toContain("made an example; exit code 0: the response gets ");
    const piped = await example(args, {}, content);
    expect([piped.stdout, piped.exitCode]).toEqual([expected, 0]);
    expect(piped.mapping()).toBe(MAPPING);
  });

  test("says what is doubtful about it, and leaves that to whoever looks", async () => {
    const mapping = `success json "$.state" exact "SOLD" and json "$.price" above 0
reject  json "$.state" exact "SOLD" as "Test campaign"
reject  json "$.state" exact "NO" as json "$.why[*]" or "No reason"
error   xml "//state" exact "busy"
capture price from json "$.price"

example '{"state":"SOLD","price":"14.50"}' is success with price "14.50"
`;
    const paid = await example(
      ["--append"],
      { "a.responses": mapping },
      '{"state":"SOLD","price":"1,014.00"}',
    );
    expect(paid.mapping()).toContain(`"1,014.00"}' is reject "Test campaign"\n`);
    expect(paid.stderr).toContain(
      "note: hint doubtful-refusal of this example: this example is a reject, but",
    );
    expect(paid.stderr).not.toMatch(/line 1:|unchecked-capture|untested-rule/);
    const several = await example([], { "a.responses": mapping }, '{"state":"NO","why":["zip","cap"]}');
    expect(several.stdout).toMatch(/ is reject\n$/);
    expect(several.stderr).toContain(
      "note: hint label-picks-first with this example, at line 3: in the example",
    );
    const broken = await example([], { "a.responses": mapping }, "<r><state>busy</state>&x</r>");
    expect([broken.stdout, broken.exitCode]).toEqual([expect.stringContaining("is unmapped"), 0]);
    expect(broken.stderr).toContain("note: warning unreadable-body of this example: this body is not XML");
    const fine = await example([], { "a.responses": mapping }, '{"state":"SOLD","price":"15.50"}');
    expect(fine.stderr).toBe("made an example; exit code 0: the response gets success\n");
  });

  test("states what is captured, but no price of 0, no long text and nothing that is not there", async () => {
    const captures = ["id", "price", "cost", "note", "gone"].map(
      (name) => `capture ${name} from json "$.${name}"\n`,
    );
    const body = JSON.stringify({ ok: true, id: "L 7", price: 12.5, cost: "0.00", note: "x".repeat(301) });
    const mapping = MAPPING + captures.join("");
    const { stdout } = await example([], { "a.responses": mapping, answer: body }, body);
    expect(stdout).toMatch(/'\n +is success with id "L 7", price "12\.5"\n$/);
    const alone = await example(["--verdict-only"], { "a.responses": mapping }, '{"ok":true,"id":7}');
    expect(alone.stdout).toBe(`example '{"ok":true,"id":7}' is success\n`);
    const unmapped = await example([], { "a.responses": mapping }, '{"id":7}');
    expect(unmapped.stdout).toBe(`example '{"id":7}' is unmapped\n`);
  });

  test("the charset of the head decodes the body", async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n";
    writeFileSync(join(cwd, "answer"), Buffer.from(`${head}Pay\xe9`, "latin1"));
    const { stdout } = await run(["example", "a.responses", "answer"], { cwd });
    expect(stdout).toBe('example 200 "Payé" is unmapped\n');
  });
});

describe("--append", () => {
  test("adds it behind the last example, laid out like its neighbours, and says where", async () => {
    const { stdout, stderr, exitCode, mapping, cwd } = await example(["--append", "answer"], {
      answer: TRANSCRIPT,
    });
    expect([stdout, exitCode]).toEqual(["", 0]);
    expect(stderr).toContain(
      "added an example to a.responses, line 5; exit code 0: the response gets reject Duplicate",
    );
    expect(mapping()).toBe(`${MAPPING}example 422 '{"reason":"dup"}' is reject Duplicate\n`);
    expect((await run(["test", "a.responses"], { cwd })).exitCode).toBe(0);
    const again = await run(["example", "a.responses", "--append", "answer"], { cwd });
    expect(again.stderr).toContain("line 5 of a.responses records the response already");
    expect(mapping()).toBe(`${MAPPING}example 422 '{"reason":"dup"}' is reject Duplicate\n`);
  });

  test("keeps byte order mark and line ends, and leaves nothing beside the file", async () => {
    const written = `\ufeff${MAPPING.replaceAll("\n", "\r\n")}`;
    const { mapping, cwd } = await example(["--append"], { "a.responses": written }, "a\nb");
    expect(mapping()).toBe(`${written}example """\r\n  a\r\n  b\r\n  """ is unmapped\r\n`);
    expect(readdirSync(cwd)).toEqual(["a.responses"]);
  });

  test("works on a file that is empty", async () => {
    const { mapping } = await example(["--append"], { "a.responses": "" }, "OK");
    expect(mapping()).toBe('example "OK" is unmapped\n');
  });
});

test.each<[string, string, string]>([
  ['success exact "OK"', "\u00a0OK", 'example "\u00a0OK" is unmapped\n'],
  [
    'success split "\\n" part -1 exact "OK"\nreject otherwise as Other',
    "id=7\nOK\n",
    'example "id=7\\nOK\\n" is reject Other\n',
  ],
  [
    'success split "\\r\\n" part 1 exact "OK"\nreject otherwise as Other\ncapture id from between "id=" and "\\r\\n"',
    "OK\r\nid=7\r\nend",
    'example "OK\\r\\nid=7\\r\\nend" is success with id "7"\n',
  ],
  [
    'success json "$.a" exact "1"\nreject keyword "a"',
    '\ufeff\ufeff{"a":1}',
    `example '\\u{FEFF}\\u{FEFF}{"a":1}' is reject\n`,
  ],
  ['success json "$.a" exact "1"\nreject keyword "a"', '\v{"a":1}', `example '\\u{B}{"a":1}' is reject\n`],
])("in %j a response keeps the white space that decides: %j", async (rules, body, expected) => {
  const files = { "a.responses": `${rules}\n`, answer: body };
  const { cwd, stderr, mapping } = await example(["--append", "answer"], files);
  expect(mapping()).toBe(`${rules}\n\n${expected}`);
  const { stdout } = await run(["match", "a.responses", "answer", "--format", "json"], { cwd });
  const { outcome } = JSON.parse(stdout);
  expect(expected).toContain(` is ${outcome}`);
  expect(stderr).toContain(`the response gets ${outcome}`);
  expect((await run(["test", "a.responses"], { cwd })).exitCode).toBe(0);
  const again = await example(["--append", "answer"], { ...files, "a.responses": mapping() });
  expect(again.mapping()).toBe(mapping());
});

test("a response that differs in white space from a recorded one is added where it gets another verdict", async () => {
  const rules = 'success split "\\n" part -1 exact "OK"\n\nexample "OK" is success\n';
  const added = await example(["--append"], { "a.responses": rules }, "OK\n");
  expect(added.mapping()).toBe(`${rules}example "OK\\n" is unmapped\n`);
});

describe("wrong use is told with a way out", () => {
  test.each<[readonly string[], string]>([
    [["--http", "--status", "200", "-"], "--status cannot be combined with --http"],
    [["--status", "2xx", "-"], "It must be three digits"],
    [["--http", "-"], "a status line like"],
    [["nowhere"], "cannot read nowhere"],
  ])("%j", async (args, message) => {
    const { stderr, stdout, exitCode } = await example(args, {}, "OK");
    expect([stdout, exitCode]).toEqual(["", 2]);
    expect(stderr).toContain(message);
  });

  test("the mapping comes first, and a response is none", async () => {
    const cwd = folderWith({ "a.responses": MAPPING, "yes.json": '{"ok":true}' });
    const swapped = await run(["example", "yes.json", "a.responses"], { cwd });
    expect(swapped.stderr).toContain("the mapping comes first: responses example a.responses yes.json");
    const alone = await run(["example", "yes.json"], { cwd });
    expect(alone.stderr).toContain(
      "To make an example of it run: responses example MAPPING.responses yes.json",
    );
    expect([swapped.exitCode, alone.exitCode]).toEqual([2, 2]);
  });

  test("a mapping with errors is not touched", async () => {
    const broken = `${MAPPING}success json\n`;
    const { stderr, exitCode, mapping } = await example(["--append"], { "a.responses": broken }, "OK");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("a.responses:5");
    expect(mapping()).toBe(broken);
  });
});

test("of several responses those are added that are not there", async () => {
  const given = `200 {"ok":true}\n422 ${DUPLICATE}\n500 ${DUPLICATE}\n422 ${DUPLICATE}\n`;
  const ran = await example(["--append"], {}, given);
  expect(ran.mapping()).toBe(
    `${MAPPING}example 422 '${DUPLICATE}' is reject Duplicate\nexample 500 '${DUPLICATE}' is reject Duplicate\n`,
  );
  expect(ran.stderr).toContain("added 2 examples to a.responses, line 5");
  expect(ran.stderr).toContain("the responses get success, reject Duplicate");
});

test("a response on each line becomes an example each", async () => {
  const given = `{"ok":true}\n{"status":422,"body":"no"}\n500 ${DUPLICATE}\n`;
  const ran = await example([], {}, given);
  expect(ran.stdout).toBe(
    `example '{"ok":true}' is success\nexample 422 "no" is unmapped\nexample 500 '${DUPLICATE}' is reject Duplicate\n`,
  );
  expect(ran.stderr).toContain(
    "made 3 examples; exit code 0: the responses get success, unmapped, reject Duplicate",
  );
});
