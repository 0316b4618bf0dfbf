import { createMatcher, link, noOtherFiles, parse } from "@responses/dsl";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { SYSTEMS } from "@responses/testing/mapping-files";
import { describe, expect, test } from "vitest";

const MAPPING = `success word "sold"
reject  keyword "dup" as Duplicate
reject  keyword "never" as Never
capture price from between "at " and ";"

example "lead sold at 12.50;"    is success with price "12.50"
example again 409 "dup of sold"  is reject Duplicate
example "dup"                    is reject
`;

const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

describe("responses test", () => {
  test("shows what failed: expected, actual, the deciding rule and where it matched", async () => {
    const { stdout, exitCode } = await run(["test", "a.responses"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("✗ a.responses:7 again");
    expect(stdout).toMatch(/expected +reject Duplicate/);
    expect(stdout).toMatch(/actual +success/);
    expect(stdout).toContain('success word "sold"');
    expect(stdout).toContain("dup of sold");
    expect(lastLine(stdout)).toBe(
      "tested 1 file: 3 examples, 1 failed; exit code 1: an example that fails is an error",
    );
  });

  test("shows the rule that nearly holds, the capture that is none, and how to learn more", async () => {
    const text = `success json "$.Result" exact "accepted"
capture price from json "$.price"
example '{"result":"accepted"}' is success
example '{"Result":"accepted"}' is success with prise "3"
`;
    const cwd = folderWith({ "a.responses": text });
    const { stdout } = await run(["test"], { cwd });
    expect(stdout).toContain(`  no rule holds for this response
  nearly holds
  ✗ a.responses:1  success json "$.Result" exact "accepted"
      the body has no such field
      nearly: the body has the field as "$.result", not "$.Result"
`);
    expect(stdout).toMatch(/actual +this mapping has no capture named "prise"\n/);
    expect(stdout.match(/responses match MAPPING --explain BODYFILE/g)).toHaveLength(1);
    const junit = await run(["test", "--format", "junit"], { cwd });
    expect(junit.stdout).toContain("this mapping has no capture named &quot;prise&quot;");
  });

  test("shows why a capture is not there, and what is near", async () => {
    const text = `success keyword "ok"
capture lead_id from json "$.lead_id"
example '{"ok":{"lead_id":7}}' is success with lead_id "7"
`;
    const cwd = folderWith({ "a.responses": text });
    const why = 'there is no lead_id: the body has no such field; it has json "$.ok.lead_id"';
    expect((await run(["test"], { cwd })).stdout).toContain(`  actual    ${why}\n`);
    const junit = await run(["test", "--format", "junit"], { cwd });
    expect(junit.stdout).toContain(`to be 7, but ${why.replaceAll('"', "&quot;")}`);
  });

  test("shows why the only rule does not hold that gives what is expected, and says where there is none", async () => {
    const text = `success split "=" part 2 exact "OK"
example "STATUS=OK\\r\\nID=5" is success
example "STATUS=NO" is reject
`;
    const cwd = folderWith({ "a.responses": text });
    const { stdout } = await run(["test"], { cwd });
    expect(stdout).toContain(`  no rule holds for this response
  would give what is expected
  ✗ a.responses:1  success split "=" part 2 exact "OK"
      it is "OK\\r\\nID"
`);
    expect(stdout).toContain("  no rule holds for this response\n  no rule gives reject\n");
  });

  test("shows the rule further down that would give what is expected", async () => {
    const text = `success word "sold"
reject  word "test" as Test
example "sold" is success
example "sold, a test" is reject
`;
    const { stdout } = await run(["test"], { cwd: folderWith({ "a.responses": text }) });
    expect(stdout).toContain("  would give what is expected, but is further down\n");
    expect(stdout).toMatch(/further down\n {2}✓ a\.responses:2 {2}reject +word "test" as Test/);
    const checked = await run(["check"], { cwd: folderWith({ "a.responses": text }) });
    expect(checked.stdout).toContain(
      "the rule in line 2 would give the stated verdict, but is further down: move it up",
    );
  });

  test("tells examples that were not run from those that failed", async () => {
    const refused = 'success keywrod "a"\nexample "a" is success\n';
    const one = await run(["test"], { cwd: folderWith({ "a.responses": refused }) });
    expect(one.stdout).toContain(
      "✗ a.responses  1 example, 1 failed: not run, since the mapping has errors\n",
    );
    expect(lastLine(one.stdout)).toBe(
      "tested 1 file: 1 example, 1 failed (not run), and 1 error in the files; exit code 1: errors must be fixed",
    );
    const both = await run(["test"], { cwd: folderWith({ "a.responses": refused, "b.responses": MAPPING }) });
    expect(lastLine(both.stdout)).toBe(
      "tested 2 files: 4 examples, 2 failed (1 of them not run), and 1 error in the files; exit code 1: an example that fails is an error",
    );
  });

  test("--coverage names the rules that no example decides", async () => {
    const { stdout } = await run(["test", "--coverage"], { cwd: folderWith({ "a.responses": MAPPING }) });
    expect(stdout).toContain("coverage: examples decide 2 of 3 rules");
    expect(stdout).toContain('reject  keyword "never" as Never');
  });

  test("--coverage asks for no example of a rule that can never decide", async () => {
    const text =
      'success keyword "sold"\nreject keyword "unsold" as No\nreject status 200 and status 404 as Never\nreject keyword "dup" as Duplicate\nexample "sold" is success\n';
    const cwd = folderWith({ "a.responses": text });
    const { stdout } = await run(["test", "--coverage"], { cwd });
    expect(stdout).toContain(
      [
        "coverage: examples decide 1 of 4 rules",
        "no example decides:",
        "a.responses:4",
        '  4 | reject keyword "dup" as Duplicate',
        'example made-up 200 "dup" is reject Duplicate',
        "these examples can be pasted into the file; their responses are made up and named so, and one that the system really gave says more",
        "no example can decide, and responses check says why:",
        "a.responses:2",
        '  2 | reject keyword "unsold" as No',
        "a.responses:3",
        "  3 | reject status 200 and status 404 as Never",
      ].join("\n"),
    );
    const json = await run(["test", "--coverage", "--format", "json"], { cwd });
    expect(JSON.parse(json.stdout).coverage).toMatchObject([
      {
        file: "a.responses",
        rules: 4,
        undecided: [{ line: 4, example: 'example made-up 200 "dup" is reject Duplicate' }],
        unreachable: [2, 3],
      },
    ]);
  });

  test("--format json prints the documented object", async () => {
    const { stdout } = await run(["test", "--format", "json"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    const report = JSON.parse(stdout);
    expect(report.summary).toEqual({ files: 1, examples: 3, passed: 2, failed: 1 });
    expect(report.examples[0]).toEqual({
      file: "a.responses",
      line: 6,
      name: null,
      expected: { outcome: "success", label: null, captures: { price: "12.50" } },
      actual: { outcome: "success", label: null, captures: { price: "12.50" } },
      passed: true,
      decidedBy: { file: "a.responses", line: 1 },
    });
    expect(report.examples[1]).toMatchObject({ name: "again", passed: false, decidedBy: { line: 1 } });
    expect(report.examples[2]).toMatchObject({ expected: { outcome: "reject", label: null }, passed: true });
  });

  test("--format junit is XML with a case for each example", async () => {
    const { stdout } = await run(["test", "--format", "junit"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    expect(stdout).toMatch(/^<\?xml/);
    expect(stdout.match(/<testcase /g)).toHaveLength(3);
    expect(stdout.match(/<failure/g)).toHaveLength(1);
  });

  test.each<[string, string, readonly string[], number]>([
    ["all pass", 'success word "a"\nexample "a" is success\n', [], 0],
    [
      "the examples of a refused mapping count as failed",
      'success keywrod "a"\nexample "a" is success\n',
      [],
      1,
    ],
    ["no example", 'success word "a"\n', [], 2],
    ["no example, accepted", 'success word "a"\n', ["--allow-empty"], 0],
  ])("%s", async (_name, text, args, exitCode) => {
    const result = await run(["test", ...args], { cwd: folderWith({ "a.responses": text }) });
    expect(result.exitCode).toBe(exitCode);
  });

  test("the documented responses of real systems pass", async () => {
    const { stdout, exitCode } = await run(["test", SYSTEMS]);
    expect([exitCode, lastLine(stdout)]).toEqual([
      0,
      "tested 13 files: 110 examples, all passed; exit code 0: all is well",
    ]);
  });

  test("errors other than failing examples fail the test, too, and are told", async () => {
    const cwd = folderWith({
      "a.responses": 'reject status 400\nexample 400 "" is reject\n',
      "responses.config.json": '{ "severity": { "unlabelled-reject": "error" } }',
    });
    const pretty = await run(["test"], { cwd });
    expect([pretty.exitCode, lastLine(pretty.stdout)]).toEqual([
      1,
      "tested 1 file: 1 example, all passed, and 1 error in the files; exit code 1: errors must be fixed",
    ]);
    expect(pretty.stdout).toContain("a.responses:1:1 error unlabelled-reject");
    const json = await run(["test", "--format", "json"], { cwd });
    expect(JSON.parse(json.stdout).summary).toEqual({ files: 1, examples: 1, passed: 1, failed: 0 });
    expect([json.exitCode, json.stderr]).toEqual([1, expect.stringContaining("error unlabelled-reject")]);
    const junit = await run(["test", "--format", "junit"], { cwd });
    expect(junit.stdout).toContain('tests="2" failures="1"');
  });

  test("a failing example fails the test, whatever its severity in the project", async () => {
    const cwd = folderWith({
      "a.responses": MAPPING,
      "responses.config.json": '{ "severity": { "example-fails": "hint" } }',
    });
    expect((await run(["test"], { cwd })).exitCode).toBe(1);
  });

  test("the examples of a refused mapping have no actual verdict", async () => {
    const cwd = folderWith({
      "a.responses": 'success keywrod "a"\n\nexample "a" is success\nexample named "b" is unmapped\n',
    });
    const { stdout } = await run(["test", "--format", "json"], { cwd });
    const failed = { file: "a.responses", actual: null, passed: false, decidedBy: null };
    expect(JSON.parse(stdout)).toEqual({
      summary: { files: 1, examples: 2, passed: 0, failed: 2 },
      examples: [
        { ...failed, line: 3, name: null, expected: { outcome: "success", label: null, captures: {} } },
        { ...failed, line: 4, name: "named", expected: { outcome: "unmapped", label: null, captures: {} } },
      ],
      errors: [expect.objectContaining({ name: "syntax", line: 1 })],
      problems: [],
    });
  });

  test("shared rules are covered by the files that include them", async () => {
    const cwd = folderWith({
      "a.responses": 'include "common.responses"\nexample "sold" is success\n',
      "common.responses": 'success word "sold"\nreject word "dup" as Duplicate\n',
    });
    const { stdout } = await run(["test", "--coverage", "--format", "json"], { cwd });
    expect(JSON.parse(stdout).coverage).toMatchObject([
      { file: "a.responses", rules: 0, undecided: [], unreachable: [] },
      {
        file: "common.responses",
        rules: 2,
        undecided: [{ line: 2, example: 'example made-up 200 "dup" is reject Duplicate' }],
        unreachable: [],
      },
    ]);
    expect(JSON.parse(stdout).examples[0].decidedBy).toEqual({ file: "common.responses", line: 1 });
  });

  test("a capture of any name is data", async () => {
    const text =
      'capture __proto__ from json "$.a"\nsuccess otherwise\nexample \'{"a":"x"}\' is success with __proto__ "x"\n';
    const { stdout } = await run(["test", "-", "--format", "json"], { stdin: text });
    expect(stdout.match(/"__proto__": "x"/g)).toHaveLength(2);
  });

  test("junit holds whatever is in names and bodies", async () => {
    const text = 'success word "a"\nexample "<&\u0001]]>\u009b" is success\nexample \'say "a"\' is reject\n';
    const { stdout } = await run(["test", "-", "--format", "junit", "--stdin-filename", "a&b.responses"], {
      stdin: text,
    });
    // The language reads XML strictly itself: from a body that is not well-formed it picks nothing.
    const names = ["line 2: <&\\u{1}]]>\\u{9B}", 'line 3: say "a"'];
    for (const name of names) {
      const rule = `success xml "//testcase/@name" exact ${JSON.stringify(name)}`;
      const linked = link(parse("junit.responses", rule), noOtherFiles);
      if (linked.kind !== "mapping") throw new Error(`cannot be read: ${rule}`);
      expect(createMatcher(linked.mapping).match({ body: stdout }).outcome).toBe("success");
    }
  });
});
