import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, run } from "@responses/testing/command";
import { writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { readAction, runAction } from "../support/composite-action.js";
import { BEFORE, pullRequest, push } from "../support/github-events.js";

const inputs = { command: COMMAND };

/** Something that is run in place of the command; `$1` is check, test or diff. */
function impostor(folder: string, script: string): string {
  const path = join(folder, "impostor");
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = --version ]; then echo 9; exit; fi\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** In place of the command: does as it does, then something else. */
function commandThen(folder: string, script: string): string {
  return impostor(folder, `"${process.execPath}" "${COMMAND}" "$@"; code=$?\n${script}\nexit $code`);
}

test("what it is and what it is given is said of each input and output", () => {
  const { inputs: all, outputs, runs } = readAction();
  expect(runs.using).toBe("composite");
  for (const { description, default: standard } of Object.values(all)) {
    expect(description).toMatch(/\.$/);
    expect(typeof standard).toBe("string");
  }
  for (const { description, value } of Object.values(outputs)) {
    expect(description).toMatch(/\.$/);
    expect(value).toMatch(/^\$\{\{ steps\.\w+\.outputs\.[\w-]+ \}\}$/);
  }
  const env = JSON.stringify(runs.steps);
  for (const name of Object.keys(all)) expect(env).toContain(`\${{ inputs.${name} }}`);
});

test("its reports are there for the steps behind it", async () => {
  const { outputs, summary } = await runAction({ ...pullRequest(), inputs });
  const { "sarif-file": sarif = "", "junit-file": junit = "", reports = "" } = outputs;
  expect(JSON.parse(readFileSync(sarif, "utf8")).version).toBe("2.1.0");
  expect(readFileSync(junit, "utf8")).toContain("<testsuites");
  for (const name of ["check.json", "test.json", "diff.json"])
    expect(JSON.parse(readFileSync(join(reports, name), "utf8"))).toBeTypeOf("object");
  // What changes stands first.
  expect(summary).toMatch(
    /^## Response mappings: passed\n\n- \*\*Change\*\*: [\s\S]*### What changes[\s\S]*### (Recorded|What is wrong)/,
  );
});

describe("it fails where a part does", () => {
  const example = 'example 200 \'{"result":"accepted"}\' is error\n';

  test("an example, an error, too many warnings", async () => {
    const started = pullRequest({ change: { "mappings/acme.responses": `${BEFORE}${example}` } });
    const failing = await runAction({ ...started, inputs });
    expect(failing.succeeded).toBe(false);
    expect(failing.outputs).toMatchObject({ result: "failed", "test-exit-code": "1", changes: "false" });
    expect(failing.summary).toContain(
      "- **Recorded responses**: failed: recorded responses get another verdict",
    );

    writeFiles(started.workspace, { "mappings/acme.responses": "success\n" });
    const broken = await runAction({ ...started, inputs });
    expect(broken.succeeded).toBe(false);
    expect(broken.outputs).toMatchObject({ "check-exit-code": "1", "diff-exit-code": "2", changes: "" });

    writeFiles(started.workspace, { "mappings/acme.responses": 'success keyword "valid"\n' });
    const noExamples = { ...inputs, test: "false", paths: "mappings/acme.responses" };
    expect((await runAction({ ...started, inputs: noExamples })).succeeded).toBe(true);
    const warned = await runAction({ ...started, inputs: { ...noExamples, "max-warnings": "0" } });
    expect(warned.succeeded).toBe(false);
    expect(warned.outputs["check-exit-code"]).toBe("1");
  });

  test("what the check does not say of recorded responses is told besides, and nothing twice", async () => {
    const untested = `${BEFORE}reject json "$.late" exact "true" as Late\n`;
    const strict = await runAction({
      ...pullRequest({ change: { "mappings/acme.responses": untested } }),
      inputs: { ...inputs, "test-args": "--strict-coverage" },
    });
    expect(strict.succeeded).toBe(false);
    expect(strict.summary).toContain("### Recorded responses and their verdicts");
    expect(strict.summary).toContain("`no example decides this rule`");

    const failing = pullRequest({ change: { "mappings/acme.responses": `${BEFORE}${example}` } });
    const told = await runAction({ ...failing, inputs });
    expect(told.summary).not.toContain("### Recorded responses and their verdicts");
    expect(told.summary.match(/`example-fails`/g)?.length).toBe(1);

    const config = '{ "severity": { "example-fails": "warning" } }\n';
    writeFiles(failing.workspace, { "mappings/responses.config.json": config });
    const lesser = await runAction({ ...failing, inputs });
    expect(lesser.outputs).toMatchObject({ "check-exit-code": "0", "test-exit-code": "1" });
    expect(lesser.summary).toContain("### Recorded responses and their verdicts");
  });

  test("a change, if that is asked for", async () => {
    const started = pullRequest();
    const { succeeded, outputs } = await runAction({
      ...started,
      inputs: { ...inputs, "fail-on-change": "true" },
    });
    expect([succeeded, outputs.result, outputs.changes]).toEqual([false, "failed", "true"]);
  });

  test("a change that is accepted passes, and is said as such; with an accepted one that is not what the change does any more it fails", async () => {
    const started = pullRequest({
      change: {
        "mappings/acme.responses": BEFORE.replace('success json "$.result"', 'error json "$.result"'),
      },
    });
    const strict = { ...inputs, test: "false", check: "false", "fail-on-change": "true" };
    const accepting = ["diff", started.base, "--accept", "so be it"];
    expect((await run(accepting, { cwd: started.workspace })).exitCode).toBe(0);
    const accepted = await runAction({ ...started, inputs: strict });
    expect(accepted.outputs).toMatchObject({ result: "passed", changes: "true", "diff-exit-code": "0" });
    expect(accepted.summary).toContain("- **Change**: all that differs is accepted (mappings: 1)");
    expect(accepted.summary).not.toContain("No longer counted as a sale");

    writeFiles(started.workspace, { "mappings/acme.responses": BEFORE });
    const lax = { ...strict, "fail-on-change": "false" };
    const expired = await runAction({ ...started, inputs: lax });
    expect([expired.succeeded, expired.outputs]).toMatchObject([
      false,
      { result: "failed", changes: "false", "diff-exit-code": "5" },
    ]);
    expect(expired.summary).toContain(
      "- **Change**: failed: accepted differences are not what the change does any more (entries: 1); no response changes its verdict",
    );
  });

  test("a comparison whose report does not say what it counted", async () => {
    const started = pullRequest();
    const command = commandThen(
      started.workspace,
      'for file in "$@"; do case "$file" in */diff.json) echo {} > "$file";; esac; done',
    );
    const { succeeded, outputs, summary } = await runAction({ ...started, inputs: { command } });
    expect([succeeded, outputs.changes]).toEqual([false, ""]);
    expect(summary).toContain("- **Change**: failed: its report cannot be read");
  });

  test("nothing to look at", async () => {
    const started = push();
    rmSync(join(started.workspace, "mappings"), { recursive: true });
    writeFiles(started.workspace, { "notes/readme.txt": "" });
    const none = await runAction({ ...started, inputs: { ...inputs, diff: "false" } });
    expect(none.succeeded).toBe(false);
    expect(none.outputs).toMatchObject({ "check-exit-code": "2", "test-exit-code": "2" });
    const nothing = { ...inputs, check: "false", test: "false", diff: "false" };
    const idle = await runAction({ ...started, inputs: nothing });
    expect(idle.succeeded).toBe(false);
    expect(idle.summary).toContain("nothing was asked for, so nothing was looked at");
  });
});

describe("no green run where something went wrong on the way", () => {
  const TROUBLE: Readonly<Record<string, readonly [script: string, says: RegExp]>> = {
    "a command that does nothing": ["exit 0", /left no report diff\.md \(markdown\)/],
    "a command that is killed": ["kill -9 $$", /ended by SIGKILL/],
    "a command that crashes with the code of a finding": [
      "exit 1",
      /ended with exit code 1 and left no report/,
    ],
    "an exit code that nobody knows": ["exit 77", /could not do its work|left no report/],
  };
  test.each(Object.entries(TROUBLE))("%s", async (_, [script, says]) => {
    const started = pullRequest();
    const command = impostor(started.workspace, script);
    const { succeeded, outputs, summary } = await runAction({ ...started, inputs: { command } });
    expect([succeeded, outputs.result]).toEqual([false, "failed"]);
    expect(summary).toMatch(says);
  });

  const LOST = ["diff.md", "diff.json", "check.sarif", "test-junit.xml", "check-annotations.txt"];
  test.each(LOST)("a report is lost: %s", async (name) => {
    const started = pullRequest();
    const command = commandThen(
      started.workspace,
      `for file in "$@"; do case "$file" in */${name}) rm -f "$file";; esac; done`,
    );
    const { succeeded, summary } = await runAction({ ...started, inputs: { command } });
    expect(succeeded).toBe(false);
    expect(summary).toContain(`left no report ${name}`);
  });

  test("a part that left no word of how it ended", async () => {
    const started = pullRequest();
    const { succeeded, summary } = await runAction({
      ...started,
      inputs,
      before: {
        step: "report",
        happens: (outputs) => rmSync(join(outputs.get("command")?.reports ?? "", "check-ending.json")),
      },
    });
    expect(succeeded).toBe(false);
    expect(summary).toContain("**Mapping files**: failed, and looked at nothing");
  });

  test.each([
    ["check", "no", 'the input check is true or false, not "no"'],
    ["diff", "True", 'the input diff is true or false, not "True"'],
    ["working-directory", "nowhere", "there is no folder"],
    ["command", "nowhere.mjs", "which the input command names"],
    ["comment", "yes", "the input comment is true or false"],
  ])("the input %s: %s", async (name, value, says) => {
    const { succeeded, commands } = await runAction({ ...push(), inputs: { ...inputs, [name]: value } });
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain(says);
  });

  test.each(["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"] as const)("%s cannot be written", async (breaks) => {
    const { succeeded, commands } = await runAction({ ...push(), inputs, breaks });
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain(`the file in ${breaks} cannot be written`);
  });
});

test("nothing of a file is a command to the runner, or alive in the summary", async () => {
  const evil = [
    "::error::owned",
    "##[error]owned",
    "::set-output name=result::passed",
    "::add-mask::a",
    "</code><script>alert(1)</script>",
    "@everyone `x` [a](http://evil.example) ![b](http://evil.example/b.png)",
  ];
  const text = evil
    .map((line) => `# ${line}\nreject keyword '${line}' as '${line}'\nexample 200 '${line}' is error\n`)
    .join("");
  const started = pullRequest({ change: { "mappings/acme.responses": `${BEFORE}\n${text}` } });
  const { succeeded, commands, summary, outputs } = await runAction({ ...started, inputs });
  expect(succeeded).toBe(false);
  expect(outputs.result).toBe("failed");
  for (const command of commands) expect(command).toMatch(/^::(error|warning|notice) /);
  const alive = summary.replaceAll(/(`+)[\s\S]*?\1(?!`)/g, "");
  expect(alive).not.toMatch(/script|@everyone|evil\.example|<code/);
  expect(summary).toContain("owned");
});

test("no more annotations than GitHub shows, the most serious first", async () => {
  const faults = Array.from({ length: 30 }, (_, index) => `succes keyword "${index}"\n`).join("");
  const doubts = Array.from({ length: 30 }, (_, index) => `success keyword "valid ${index}"\n`).join("");
  const started = pullRequest({
    change: { "mappings/acme.responses": faults, "mappings/b.responses": doubts },
  });
  const { commands } = await runAction({ ...started, inputs });
  const kinds = commands.map((line) => /^::(\w+)/.exec(line)?.[1]);
  const ofKind = (kind: string) => kinds.filter((each) => each === kind).length;
  expect(ofKind("error")).toBeGreaterThan(5);
  expect(ofKind("error")).toBeLessThanOrEqual(10);
  expect(ofKind("warning")).toBeLessThanOrEqual(10);
  const rank = kinds.map((kind) => ["error", "warning", "notice"].indexOf(kind ?? ""));
  expect(rank).toEqual(rank.toSorted());
  expect(new Set(commands).size).toBe(commands.length);
  expect(commands.filter((line) => line.includes("title=left out")).join("\n")).toContain(
    "::error title=left out::more than GitHub shows of one step",
  );
  const quiet = await runAction({
    ...started,
    inputs: { ...inputs, annotations: "false", summary: "false" },
  });
  expect([quiet.commands, quiet.summary, quiet.succeeded]).toEqual([[], "", false]);
});

test("paths, arguments and the folder are taken as they are, whatever is in them", async () => {
  const odd = { "sub/it's; touch owned/$(touch owned).responses": BEFORE, "sub/-x.responses": "succes\n" };
  const started = pullRequest({ change: odd });
  const { succeeded, log } = await runAction({
    ...started,
    inputs: {
      ...inputs,
      "working-directory": "sub",
      paths: "it's; touch owned/$(touch owned).responses\n\n",
      "check-args": "--verbose\n",
      "test-args": "--coverage",
    },
  });
  expect(log).toContain("coverage: examples decide 2 of 2 rules");
  expect(succeeded).toBe(true);
  const dashed = await runAction({
    ...started,
    inputs: { ...inputs, "working-directory": "sub", paths: "-x.responses" },
  });
  expect(dashed.outputs["check-exit-code"]).toBe("1");
  expect(readdirSync(started.workspace).includes("owned")).toBe(false);
  expect(existsSync(join(started.workspace, "sub/owned"))).toBe(false);
});
