import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { codeSpan } from "@responses/dsl/editor";
import { run } from "@responses/testing/command";
import { repositoryWith } from "@responses/testing/git-repository";
import { mappingFiles } from "@responses/testing/mapping-files";
import { readFixture, withoutMarks } from "@responses/testing/marked-fixture";
import ajv from "ajv-draft-04";
import type { Result } from "sarif";
import { describe, expect, test } from "vitest";
import {
  junitCases,
  type Said,
  type SaidExactly,
  saidInGithub,
  saidInGitlab,
  saidInJson,
  saidInSarif,
} from "./support/read-reports.js";

const schema: object = createRequire(import.meta.url)(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
const validate = new ajv.default({
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri: true, "uri-reference": true, "date-time": true },
}).compile(schema);

/** The log, which is held to the schema of the standard. */
function validSarif(text: string) {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

const OUTPUTS = ["json", "sarif", "gitlab", "junit", "markdown"] as const;

/** All formats that go to files, in one run. */
const TO_FILES = OUTPUTS.flatMap((format) => ["--format", format, "--output", `out/${format}`]);

function outputsIn(folder: string): Readonly<Record<(typeof OUTPUTS)[number], string>> {
  const read = (format: string): string => readFileSync(join(folder, "out", format), "utf8");
  return {
    json: read("json"),
    sarif: read("sarif"),
    gitlab: read("gitlab"),
    junit: read("junit"),
    markdown: read("markdown"),
  };
}

/** In an order of its own: reports begin with other things. */
function sorted<Item extends Said>(all: readonly Item[]): readonly Item[] {
  const keyOf = (one: Item): string => JSON.stringify([one.file, one.line, one.kind, one.message, one]);
  return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function lessOf({ file, line, kind, message }: SaidExactly): Said {
  return { file, line, kind, message };
}

test("SARIF says of every result whether the baseline lists it, and its fingerprint stays", async () => {
  const text = 'success keyword "valid", "accepted"\nexample "valid" is success\n';
  const cwd = repositoryWith({ "a.responses": text });
  const resultsOf = async (...args: readonly string[]) => {
    const log = validSarif((await run(["check", "--format", "sarif", ...args], { cwd })).stdout);
    const results: readonly Result[] = log.runs[0].results;
    return results.map(({ partialFingerprints, baselineState, suppressions }) => ({
      fingerprint: partialFingerprints?.["responsesFinding/v1"],
      baselineState,
      suppressions: suppressions?.map(({ kind, status }) => `${kind} ${status}`),
    }));
  };
  const before = await resultsOf();
  expect(before.map(({ baselineState, suppressions }) => [baselineState, suppressions])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  await run(["check", "--write-baseline"], { cwd });
  const file = join(cwd, "responses.baseline.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"count": 2', '"count": 1'));
  const [first, second] = before.map(({ fingerprint }) => fingerprint);
  expect(await resultsOf("--baseline", "responses.baseline.json")).toEqual([
    { fingerprint: first, baselineState: "unchanged", suppressions: ["external accepted"] },
    { fingerprint: second, baselineState: "new", suppressions: undefined },
  ]);
});

test("check, test and diff give one finding one fingerprint, so that readers of several reports show it once", async () => {
  const rule = 'success keyword "valid"\n';
  const known = `${rule}example "valid" is success\n${rule}`;
  const cwd = repositoryWith({ "a.responses": known });
  // One more in an equal statement, which never decides as the one before it.
  const more = 'success keyword "sold"\nexample "no" is success\n';
  writeFileSync(join(cwd, "a.responses"), `${known}${rule}${more}`);
  const fingerprintsOf = async (...args: readonly string[]) => {
    const log = validSarif((await run([...args, "--format", "sarif"], { cwd })).stdout);
    const results: readonly Result[] = log.runs[0].results;
    return results.map(({ ruleId, locations, partialFingerprints }) => {
      const line = locations?.[0]?.physicalLocation?.region?.startLine;
      return `${ruleId} ${line} ${partialFingerprints?.["responsesFinding/v1"]}`;
    });
  };
  const checked = await fingerprintsOf("check");
  expect(new Set(checked).size).toBe(checked.length);
  const tested = await fingerprintsOf("test");
  expect(tested.map((one) => one.split(" ")[0])).toEqual([
    "example-fails",
    "unreachable-rule",
    "unreachable-rule",
  ]);
  const compared = (await fingerprintsOf("diff", "HEAD")).filter((one) => /^[a-z-]+-(word|rule) /.test(one));
  expect(compared.map((one) => one.replace(/\w+:/, ""))).toEqual([
    "unreachable-rule 4 1",
    "keyword-inside-word 5 0",
  ]);
  for (const one of [...tested, ...compared]) expect(checked).toContain(one);
});

test("SARIF has what comments silence, with their reasons, and the reasons of accepted differences", async () => {
  const text =
    '# responses-ignore keyword-inside-word: their manual says so\nsuccess keyword "valid"\nexample "valid" is success\n';
  const cwd = repositoryWith({ "a.responses": text });
  const suppressionsIn = async (...args: readonly string[]) => {
    const log = validSarif((await run([...args, "--format", "sarif"], { cwd })).stdout);
    const results: readonly Result[] = log.runs[0].results;
    return results.map(({ ruleId, suppressions }) => ({ ruleId, suppressions }));
  };
  const silenced = { kind: "inSource", status: "accepted", justification: "their manual says so" };
  expect(await suppressionsIn("check")).toEqual([
    { ruleId: "keyword-inside-word", suppressions: [silenced] },
  ]);
  expect((await run(["check", "--max-warnings", "0"], { cwd })).exitCode).toBe(0);
  writeFileSync(join(cwd, "a.responses"), text.replace("success keyword", "success word"));
  await run(["diff", "--base", "HEAD", "--accept", "they asked for it"], { cwd });
  const accepted = await suppressionsIn("diff", "--base", "HEAD");
  expect(accepted.length).toBeGreaterThan(0);
  for (const { suppressions } of accepted)
    expect(suppressions).toMatchObject([{ kind: "external", justification: "they asked for it" }]);
});

describe("all formats of responses check say the same", () => {
  test("of all marked fixtures, and of the repository's mapping files with line ends of Windows", async () => {
    const files: Record<string, string> = {};
    for (const { name, text } of mappingFiles()) {
      const place = name.replace(/\.responses$/, "");
      for (const [path, part] of readFixture(text).files)
        files[`marked/${place}/${path}`] = withoutMarks(part);
      files[`windows/${name}`] = `\ufeff${text.replaceAll("\n", "\r\n")}`;
    }
    const cwd = repositoryWith(files);
    const { stdout, exitCode } = await run(["check", ...TO_FILES], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").slice(0, OUTPUTS.length)).toEqual(
      OUTPUTS.map((format) => `wrote out/${format} (${format})`),
    );
    const { json, sarif, gitlab, junit } = outputsIn(cwd);
    const said = saidInJson(json);
    expect(new Set(said.map(({ kind }) => kind)).size).toBeGreaterThan(30);
    expect(sorted(saidInSarif(sarif))).toEqual(sorted(said));
    expect(sorted(saidInGitlab(gitlab))).toEqual(
      sorted(said.map((one) => ({ ...lessOf(one), endLine: one.endLine }))),
    );
    const cases = junitCases(junit);
    const told = cases.filter(({ child }) => child !== null);
    expect(told.map(inJunit).sort()).toEqual(said.map(asJunit).sort());
    const names = cases.map(({ suite, name }) => `${suite} | ${name}`);
    expect(new Set(names).size).toBe(names.length);
    // Errors fail, and nothing else does.
    expect(cases.filter(({ child }) => child === "failure")).toHaveLength(
      said.filter(({ level }) => level === "error").length,
    );
    validSarif(sarif);
    const fingerprints: readonly string[] = JSON.parse(gitlab).map(
      ({ fingerprint }: { readonly fingerprint: string }) => fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  test("of two files, in annotations and Markdown", async () => {
    const cwd = repositoryWith({
      "in,a:folder%/one.responses": 'reject keywrod "x"\n',
      "two.responses": 'success keyword "valid"\nreject status 400\n',
    });
    const { stdout } = await run(["check", ...TO_FILES, "--format", "github"], { cwd });
    const { json, markdown } = outputsIn(cwd);
    const said = saidInJson(json);
    expect(new Set(said.map(({ level }) => level)).size).toBe(3);
    const annotations = stdout.slice(0, stdout.indexOf("::stop-commands::"));
    expect(sorted(saidInGithub(annotations))).toEqual(
      sorted(said.map((one) => ({ ...lessOf(one), level: one.level }))),
    );
    const lines = markdown.split("\n").filter((line) => line.startsWith("- **"));
    expect(lines.sort()).toEqual(
      said
        .map(({ level, file, line, kind, message }) => {
          return `- **${level}** at ${codeSpan(`${file}:${line}`)} (${codeSpan(kind)}): ${codeSpan(message, 1000)}`;
        })
        .sort(),
    );
  });
});

function inJunit({ suite, name, text, child }: ReturnType<typeof junitCases>[number]): string {
  // Of equal names the second has a number.
  const shared = name.replace(/ \(\d+\)$/, "");
  return [suite, shared, child === "failure" ? `error: ${text}` : text].join(" | ");
}

function asJunit({ file, line, kind, level, message }: SaidExactly): string {
  return [file, `line ${line}: ${kind}`, `${level}: ${message}`].join(" | ");
}
