import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { mappingFiles } from "@responses/testing/mapping-files";
import { readFixture, withoutMarks } from "@responses/testing/marked-fixture";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { junitCases } from "./support/read-reports.js";

/** One rule has an example, two could have one, and of the last nobody knows. */
const MAPPING = `success json "$.ok" exact "true"
reject keyword "dup", "double" as Duplicate
error status 429 and json "$.wait" exact "*" as json "$.wait" or "Too many"
success json "$.n" above 5 and json "$.n" below 6 and json "$.n" exact "7*"
capture price from json "$.price"
example '{"ok":true,"price":3}' is success
`;

const DUPLICATE = 'example made-up 200 "dup" is reject Duplicate';

interface Coverage {
  readonly coverage: readonly {
    readonly file: string;
    readonly undecided: readonly { readonly line: number; readonly example: string | null }[];
  }[];
  readonly examples: readonly { readonly file: string; readonly passed: boolean }[];
}

async function coverageIn(cwd: string): Promise<Coverage> {
  return JSON.parse((await run(["test", "--coverage", "--format", "json"], { cwd })).stdout);
}

describe("rules that no example decides", () => {
  test("come with an example to be pasted, if a response is known that they decide, and captures with what is to be written", async () => {
    const { stdout, exitCode } = await run(["test", "--coverage"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`coverage: examples decide 1 of 4 rules
they fill 1 of 1 capture
no example decides:
a.responses:2
  2 | reject keyword "dup", "double" as Duplicate
${DUPLICATE}
a.responses:3
  3 | error status 429 and json "$.wait" exact "*" as json "$.wait" or "Too many"
example made-up 429 '{"wait":""}' is error "Too many"
a.responses:4
  4 | success json "$.n" above 5 and json "$.n" below 6 and json "$.n" exact "7*"
  no response is known that it decides
these examples can be pasted into the file; their responses are made up and named so, and one that the system really gave says more
no example checks:
a.responses:5:9 hint unchecked-capture
`);
    expect(stdout).toContain('fix: Write into the example in line 6: with price "3"');
  });

  test("all have an example that passes and that they decide, in every mapping file of the repository", async () => {
    const files: Record<string, string> = {};
    for (const { name, text } of mappingFiles()) {
      const place = name.replace(/\.responses$/, "");
      for (const [path, part] of readFixture(text).files) files[`${place}/${path}`] = withoutMarks(part);
    }
    const cwd = folderWith(files);
    const before = await coverageIn(cwd);
    let added = 0;
    for (const { file, undecided } of before.coverage) {
      const examples = undecided.flatMap(({ example }) => example ?? []);
      added += examples.length;
      writeFileSync(join(cwd, file), `${readFileSync(join(cwd, file), "utf8")}\n${examples.join("\n")}\n`);
    }
    expect(added).toBeGreaterThan(100);
    const after = await coverageIn(cwd);
    const failedIn = ({ examples }: Coverage) => examples.filter(({ passed }) => !passed).length;
    expect(failedIn(after)).toBe(failedIn(before));
    expect(after.examples).toHaveLength(before.examples.length + added);
    const linesOf = ({ coverage }: Coverage, isLeft: (example: string | null) => boolean) =>
      coverage.flatMap(({ file, undecided }) =>
        undecided.filter(({ example }) => isLeft(example)).map(({ line }) => `${file}:${line}`),
      );
    expect(linesOf(after, () => true)).toEqual(linesOf(before, (example) => example === null));
  });

  test("are told in every format, with the example as a fix", async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    const inFormat = async (...args: readonly string[]) => (await run(["test", ...args], { cwd })).stdout;
    expect(await inFormat("--coverage", "--format", "markdown")).toContain(
      `- **hint** at \`a.responses:2\` (\`untested-rule\`): \`no example decides this rule\`\n  - fix: \`${DUPLICATE}\``,
    );
    expect(await inFormat("--coverage", "--format", "github")).toContain(
      `::notice file=a.responses,line=2,endLine=2,col=1,endColumn=6,title=untested-rule::no example decides this rule%0Afix: ${DUPLICATE}\n`,
    );
    const log: Log = JSON.parse(await inFormat("--strict-coverage", "--format", "sarif"));
    const [first] = log.runs[0]?.results ?? [];
    expect(first).toMatchObject({ ruleId: "untested-rule", level: "error" });
    const inserted = first?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    // In line with its neighbour.
    expect(inserted?.insertedContent?.text?.replace(/ +/g, " ")).toContain(DUPLICATE);
    expect(inserted?.deletedRegion.startLine).toBe(7);
    const told = (report: string) =>
      junitCases(report).map(({ name, child, text }) => `${name} ${child} ${text}`);
    expect(told(await inFormat("--strict-coverage", "--format", "junit"))).toContain(
      `line 2: untested-rule failure no example decides this rule\n${DUPLICATE}`,
    );
    expect(told(await inFormat("--coverage", "--format", "junit"))).toContain(
      `line 2: untested-rule system-out hint: no example decides this rule\n${DUPLICATE}`,
    );
    for (const format of ["markdown", "github", "gitlab", "sarif", "junit"])
      expect(await inFormat("--format", format), format).not.toContain("untested-rule");
  });

  test("are not told twice where the project takes them for errors", async () => {
    const cwd = folderWith({
      "a.responses": 'success exact "a"\nreject exact "b" as B\nexample "a" is success\n',
      "responses.config.json": '{ "severity": { "untested-rule": "error" } }',
    });
    const { stdout } = await run(["test", "--coverage", "--format", "sarif"], { cwd });
    const log: Log = JSON.parse(stdout);
    expect(log.runs[0]?.results).toHaveLength(1);
  });
});

/** All rules are decided, and of each kind of part one is left out. */
const LEFT_OUT = `success json "$.ok" exact "true", "yes" and not json "$.n" exact "7", "8"
reject keyword "dup", "double" and status 200, 4xx as json "$.why" or Duplicate
reject keyword "cap" as json "$.why" or Cap
capture id from json "$.id"
capture price from json "$.price"
example '{"ok":true,"id":7}' is success with id "7", price ""
example '{"ok":"true"}' is success
example 422 "dup, double" is reject
example 200 '{"cap":1,"why":"full"}' is reject full
`;

describe("captures, labels from fields and members of lists", () => {
  test("are counted, and those that no example needs are shown in their places", async () => {
    const cwd = folderWith({ "a.responses": LEFT_OUT });
    const { stdout, exitCode } = await run(["test", "--strict-coverage"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`coverage: examples decide 3 of 3 rules
they fill 1 of 2 captures, give 1 of 2 labels from fields and need 2 of 6 members of lists
no example fills these captures:
a.responses:5
  5 | capture price from json "$.price"
    |         ^^^^^
no example gives these labels, which are fields:
a.responses:2
  2 | reject keyword "dup", "double" and status 200, 4xx as json "$.why" or Duplicate
    |                                                       ^^^^^^^^^^^^
no example needs these, each one of several:
a.responses:1
  1 | success json "$.ok" exact "true", "yes" and not json "$.n" exact "7", "8"
    |                                   ^^^^^
a.responses:2
  2 | reject keyword "dup", "double" and status 200, 4xx as json "$.why" or Duplicate
    |                ^^^^^
a.responses:2
  2 | reject keyword "dup", "double" and status 200, 4xx as json "$.why" or Duplicate
    |                       ^^^^^^^^
a.responses:2
  2 | reject keyword "dup", "double" and status 200, 4xx as json "$.why" or Duplicate
    |                                           ^^^
`);
    const json = await run(["test", "--coverage", "--format", "json"], { cwd });
    expect(JSON.parse(json.stdout).coverage[0]).toMatchObject({
      captures: 2,
      unfilled: [{ line: 5, text: "price" }],
      fieldLabels: 2,
      ungiven: [{ line: 2, text: 'json "$.why"' }],
      listMembers: 6,
      unneeded: [
        { line: 1, text: '"yes"' },
        { line: 2, text: '"dup"' },
        { line: 2, text: '"double"' },
        { line: 2, text: "200" },
      ],
    });
  });

  test("of shared rules are covered by the files that include them", async () => {
    const cwd = folderWith({
      "common.responses":
        'success keyword "sold", "bought"\ncapture id from json "$.id"\nexample "sold" is success\n',
      "a.responses": 'include "common.responses"\nexample \'{"bought":1,"id":7}\' is success with id "7"\n',
    });
    const json = await run(["test", "--coverage", "--format", "json"], { cwd });
    expect(JSON.parse(json.stdout).coverage).toMatchObject([
      { file: "a.responses", captures: 0, listMembers: 0 },
      { file: "common.responses", captures: 1, unfilled: [], listMembers: 2, unneeded: [] },
    ]);
  });
});

describe("--strict-coverage", () => {
  test.each([
    [
      "fails on a rule that no example decides",
      MAPPING,
      1,
      "no example decides 3 rules, and --strict-coverage asks for one for each",
    ],
    [
      "also in a file without examples",
      'success exact "a"\n',
      1,
      "no example decides 1 rule, and --strict-coverage asks for one for each",
    ],
    ["is content where each has one", 'success exact "a"\nexample "a" is success\n', 0, "all is well"],
    [
      "says of a failing example first",
      'success exact "a"\nexample "b" is success\n',
      1,
      "an example that fails is an error",
    ],
    [
      "is no reason to succeed without examples",
      'system "Acme"\n',
      2,
      "there was nothing to do (--allow-empty accepts that)",
    ],
  ])("%s", async (_, text, exitCode, why) => {
    const result = await run(["test", "--strict-coverage"], { cwd: folderWith({ "a.responses": text }) });
    expect(result.stdout.trimEnd().split("\n").at(-1)).toMatch(
      new RegExp(`exit code ${exitCode}: ${why.replace(/[()]/g, "\\$&")}$`),
    );
    expect(result.exitCode).toBe(exitCode);
  });

  test("wants no example of a rule that can never decide", async () => {
    const cwd = folderWith({
      "a.responses": 'success exact "a"\nreject exact "a" as No\nexample "a" is success\n',
      "responses.config.json": '{ "severity": { "unreachable-rule": "off" } }',
    });
    expect((await run(["test", "--strict-coverage"], { cwd })).exitCode).toBe(0);
  });

  test("takes a rule of a shared file as decided by an example of a file that includes it", async () => {
    const cwd = folderWith({
      "common.responses": 'success exact "a"\n',
      "a.responses": 'include "common.responses"\nexample "a" is success\n',
    });
    expect((await run(["test", "--strict-coverage"], { cwd })).exitCode).toBe(0);
    expect((await run(["test", "--strict-coverage", "common.responses"], { cwd })).exitCode).toBe(1);
  });
});

describe("--fail-under-rules", () => {
  const RULES = 'success exact "a"\nreject exact "b" as B\nerror exact "c"\n';
  const TWO = `${RULES}example "a" is success\nexample "b" is reject B\n`;

  test.each([
    ["66", 0, "all is well"],
    ["67", 1, "examples decide 2 of 3 rules (66 %), and --fail-under-rules asks for 67 %"],
    ["100", 1, "examples decide 2 of 3 rules (66 %), and --fail-under-rules asks for 100 %"],
  ])("%s %% of three rules, of which examples decide two", async (least, exitCode, why) => {
    const cwd = folderWith({ "a.responses": TWO });
    const result = await run(["test", "--fail-under-rules", least], { cwd });
    expect(result.stdout.trimEnd().split("\n").at(-1)).toBe(
      `tested 1 file: 2 examples, all passed; exit code ${exitCode}: ${why}`,
    );
    expect(result.stdout).toContain("coverage: examples decide 2 of 3 rules");
    expect(result.exitCode).toBe(exitCode);
  });

  test("a rule that no example can decide does not count", async () => {
    const cwd = folderWith({
      "a.responses": `${TWO}example "c" is error\nreject exact "a" as Never\n`,
      "responses.config.json": '{ "severity": { "unreachable-rule": "warning" } }',
    });
    expect((await run(["test", "--fail-under-rules", "100"], { cwd })).stdout).toContain(
      "exit code 0: all is well",
    );
  });

  test.each(["101", "x", "-1"])("refuses %s", async (least) => {
    const cwd = folderWith({ "a.responses": TWO });
    const { exitCode, stderr } = await run(["test", "--fail-under-rules", least], { cwd });
    expect(stderr).toContain("It must be a percentage from 0 to 100");
    expect(exitCode).toBe(2);
  });
});
