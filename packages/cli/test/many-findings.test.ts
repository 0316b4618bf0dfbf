import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

/* Of thousands of findings of one file a person is shown the gravest and first; whatever counts, or is for a program, is of all of them. */

const CAPTURES = 1_100;
const names = Array.from({ length: CAPTURES }, (_, index) => `c${index}`);
const TEXT = [
  "success status 200",
  ...names.map((name) => `capture ${name} from json "$.${name}"`),
  `example 200 '${JSON.stringify(Object.fromEntries(names.map((name) => [name, name])))}' is success`,
  "example 200 'no' is error",
  "",
].join("\n");
/** A hint for each capture, a warning about the rule, and the example that fails, which stands behind all of them. */
const FINDINGS = CAPTURES + 2;

const files = { "a.responses": TEXT };

test("a person is shown the gravest and first thousand of a file, and told how many more there are", async () => {
  const { stdout } = await run(["check"], { cwd: folderWith(files) });
  expect(stdout.match(/^a\.responses:\d+:\d+ /gm)).toHaveLength(1000);
  expect(stdout).toMatch(/^a\.responses:\d+:\d+ error example-fails$/m);
  expect(stdout.match(/^a\.responses:(\d+):\d+ hint unchecked-capture$/gm)).toHaveLength(998);
  expect(stdout).toContain("\na.responses has 102 more findings, which --format json lists\n");
  expect(stdout.trimEnd().split("\n").at(-1)).toContain(`found 1 error, 1 warning and ${CAPTURES} hints`);
});

test("reports for programs have all, each with a fingerprint of its own", async () => {
  const cwd = folderWith(files);
  const json = await run(["check", "--format", "json"], { cwd });
  const { findings } = JSON.parse(json.stdout) as { readonly findings: readonly unknown[] };
  expect(findings).toHaveLength(FINDINGS);
  const sarif = await run(["check", "--format", "sarif"], { cwd });
  const { results } = JSON.parse(sarif.stdout).runs[0] as {
    readonly results: readonly { readonly partialFingerprints: Readonly<Record<string, string>> }[];
  };
  const prints = new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)));
  expect(results).toHaveLength(findings.length);
  expect(prints.size).toBe(findings.length);
});

test("a baseline has all, those that are not shown, too", async () => {
  const cwd = folderWith(files);
  await run(["check", "--write-baseline"], { cwd });
  const again = await run(["check", "--baseline", "responses.baseline.json"], { cwd });
  expect(again.stdout).not.toMatch(/unchecked-capture|more finding/);
  expect(again.exitCode).toBe(0);
});
