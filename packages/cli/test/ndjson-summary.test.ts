import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const ACME = `success word "valid" as Sold
reject  word "dup" as Duplicate
reject  json "$.why" exact "*" as json "$.why"
error   status 429
`;

/** What a run over lines says on standard error, a line each, and how it ends. */
async function summary(
  lines: readonly string[],
  args: readonly string[] = [],
): Promise<{
  readonly said: readonly string[];
  readonly verdicts: readonly string[];
  readonly exitCode: number | null;
}> {
  const cwd = folderWith({ "acme.responses": ACME, lines: `${lines.join("\n")}\n` });
  const { stdout, stderr, exitCode } = await run(["match", "acme.responses", "--ndjson", "lines", ...args], {
    cwd,
  });
  const verdicts = stdout
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { verdict: { outcome: string } }).verdict.outcome);
  return { said: stderr.trimEnd().split("\n"), verdicts, exitCode };
}

describe("lines in another form than they are read in are told at the end", () => {
  test.each([
    [
      "no body",
      ['{"body":"valid"}', '{"id":1,"response":"dup"}', '{"id":2,"status":200,"payload":"dup"}'],
      'note: 2 lines, from line 2 on, have no "body", which counts as an empty body (there is "id", "response" and "payload"); --body-name says what it is called: one name, or several with commas',
    ],
    [
      "a status that is no integer",
      [
        '{"status":429,"body":""}',
        '{"status":"429","body":""}',
        '{"status":null,"body":""}',
        '{"status":4.5,"body":""}',
      ],
      'note: 2 lines, from line 2 on, have a "status" that is no integer, which counts as none: write it without quotation marks, as 429, or take it as it is with --quoted-status',
    ],
    [
      "a status of another name",
      ['{"body":"valid"}', '{"status_code":429,"body":""}', '{"code":429,"body":""}'],
      'note: lines from line 2 on have "status_code" or "code" and no "status", which counts as no status; --status-name says what it is called: one name, or several with commas',
    ],
  ])("%s", async (_name, lines, note) => {
    for (const jobs of ["1", "2"]) {
      const { said, exitCode } = await summary(lines, ["--jobs", jobs]);
      expect(said.filter((line) => line.startsWith("note:"))).toEqual([note]);
      expect(exitCode).toBe(0);
    }
  });

  test("nothing is told of a body that is null, or of lines without a status", async () => {
    const { said } = await summary([
      '{"status":200,"body":null}',
      '{"body":"valid \\"status\\" 200"}',
      '{"code":"x","body":""}',
    ]);
    expect(said.filter((line) => line.startsWith("note:"))).toEqual([]);
  });
});

test("--status-name and --body-name read lines with other names", async () => {
  const lines = ['{"code":429,"answer":""}', '{"code":200,"answer":"valid"}', '{"code":200,"answer":["x"]}'];
  const { said, verdicts, exitCode } = await summary(lines, [
    "--status-name",
    "code",
    "--body-name",
    "answer",
  ]);
  expect(verdicts).toEqual(["error", "success"]);
  expect(said[0]).toBe('lines:3: "answer" must be a string with the body as it came; here it is a list');
  expect(exitCode).toBe(1);
});

test("of several names a line's first counts that it has, and a status in quotation marks counts where that is wanted", async () => {
  const lines = [
    '{"code":429,"answer":"","body":null}',
    '{"status_code":200,"answer":"valid"}',
    '{"status_code":"429","response":""}',
  ];
  const names = [
    "--status-name",
    "code, status_code",
    "--body-name",
    "body,answer",
    "--body-name",
    "response",
  ];
  const { verdicts, said } = await summary(lines, [...names, "--quoted-status"]);
  expect(verdicts).toEqual(["error", "success", "error"]);
  expect(said.at(-1)).toContain("exit code 0: all is well");
  const without = await summary(lines, names);
  expect(without.verdicts).toEqual(["error", "success", "unmapped"]);
  expect(without.said.at(-1)).toContain("exit code 0: 1 of them was not read in full, as the notes say");
});

test("a run that has read nothing of any line fails, unless that is allowed", async () => {
  const lines = ['{"status_code":200,"response":"valid"}', '{"status_code":200,"response":"dup"}'];
  const { said, exitCode } = await summary(lines);
  expect(said.at(-1)).toContain("2 unmapped; exit code 2: no line has a status or a body; --status-name and");
  expect(exitCode).toBe(2);
  expect((await summary(lines, ["--allow-empty"])).exitCode).toBe(0);
  const partly = await summary(['{"body":"valid"}', '{"id":7}', '{"id":8}']);
  expect(partly.said.at(-1)).toContain("exit code 0: 2 of them were not read in full, as the notes say");
});

test.each([
  [
    '[\n  {"status":200,"body":"valid"},',
    "is a JSON list, and --ndjson reads one object a line: jq -c '.[]' writes it so",
  ],
  ['[{"status":200,"body":"valid"},{"status":200,"body":"dup"}]', "is a JSON list"],
  [
    '\ufeff\n{\r\n  "status": 200',
    "is JSON over several lines, and --ndjson reads one object a line: jq -c . writes it so",
  ],
])("what is no object a line is told once: %s", async (content, said) => {
  const cwd = folderWith({ "acme.responses": ACME, "a.json": content });
  const { stdout, stderr, exitCode } = await run(["match", "acme.responses", "--ndjson", "a.json"], { cwd });
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr.split("\n")[0]).toContain(`error: a.json ${said}`);
});

test("the summary counts labels, and with --rules what each rule decides, whatever thread it is in", async () => {
  const many = Array.from({ length: 60_000 }, (_, number) =>
    JSON.stringify({
      status: 200,
      id: number,
      pad: "x".repeat(60),
      body: number % 3 === 0 ? "dup" : "valid",
    }),
  );
  const lines = [...many, '{"body":"{\\"why\\":\\"full\\"}"}', '{"body":"?"}'];
  for (const jobs of ["1", "2"]) {
    const { said } = await summary(lines, ["--rules", "--jobs", jobs]);
    expect(said.slice(0, -1)).toEqual([
      "labels:",
      '  40,000 success "Sold"',
      '  20,000 reject "Duplicate"',
      '       1 reject "full"',
      "       1 unmapped",
      "rules:",
      '  40,000 acme.responses:1  success word "valid" as Sold',
      '  20,000 acme.responses:2  reject word "dup" as Duplicate',
      '       1 acme.responses:3  reject json "$.why" exact "*" as json "$.why"',
      "       0 acme.responses:4  error status 429",
    ]);
    expect(said.at(-1)).toContain("40,000 success, 20,001 reject and 1 unmapped; exit code 0");
  }
});

test.each(["--status-name", "--body-name", "--rules"])("%s is for --ndjson", async (option) => {
  const cwd = folderWith({ "acme.responses": ACME, body: "valid" });
  const args = option === "--rules" ? [option] : [option, "x"];
  const { exitCode, stderr } = await run(["match", "acme.responses", "body", ...args], { cwd });
  expect(stderr.split("\n")[0]).toBe(`error: ${option} is for the lines of --ndjson`);
  expect(exitCode).toBe(2);
});
