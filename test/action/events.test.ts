import { rmSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "@responses/testing/command";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/composite-action.js";
import { dispatch, mergeGroup, pullRequest, push, pushBack, type Started } from "../support/github-events.js";

/*
 * The whole action, on repositories as actions/checkout makes them, for each event that it may be started by: what the change is
 * held against.
 */

const inputs = { command: COMMAND };

const HELD: Readonly<Record<string, () => Started & { readonly base: string }>> = {
  "a pull request": () => pullRequest(),
  "a pull request, with the two parents of the merge alone": () => pullRequest({ depth: 2 }),
  "a pull request of which the branch itself is checked out": () => pullRequest({ checksOut: "head" }),
  "a pull request from a fork": () => pullRequest({ from: "stranger/mappings" }),
  "a merge queue": () => mergeGroup(),
  "a push": () => push(),
  "a push of a branch": () => push({ branch: "change" }),
  "the first push of a branch": () => push({ branch: "change", before: "nothing" }),
  "a forced push of a branch": () => push({ branch: "change", before: "replaced" }),
  "a forced push back": () => pushBack(),
  "a run by hand, on a branch": () => dispatch("change"),
};

test.each(Object.entries(HELD))("%s is held against what was there before", async (_, start) => {
  const { base, ...started } = start();
  const { succeeded, outputs, summary, log } = await runAction({ ...started, inputs });
  expect(outputs, log).toMatchObject({ base, changes: "true", result: "passed", "diff-exit-code": "1" });
  expect(succeeded).toBe(true);
  expect(summary).toContain(
    `- **Change**: responses get another verdict (mappings: 1), compared with \`${base.slice(0, 10)}\``,
  );
  expect(summary).toContain("#### `mappings/acme.responses`");
  expect(summary).not.toContain("other.responses");
});

describe("where there is nothing to compare with, that is said and no failure", () => {
  const NOTHING: Readonly<Record<string, readonly [() => Started, string]>> = {
    "the first push of all": [
      () => push({ before: "nothing" }),
      "this is the first push of the default branch",
    ],
    "a run by hand": [() => dispatch("main"), "the event workflow_dispatch is about no change"],
    "a tag": [() => ({ ...push({ before: "nothing" }), ref: "refs/tags/v1" }), "a tag changes nothing"],
  };
  test.each(Object.entries(NOTHING))("%s", async (_, [start, why]) => {
    const { workspace, event, ref } = start();
    const { succeeded, outputs, summary } = await runAction({ workspace, event, ref, inputs });
    expect(outputs).toMatchObject({ base: "", changes: "", result: "passed", "check-exit-code": "0" });
    expect(succeeded).toBe(true);
    expect(summary).toContain(`\`responses diff\` was not run: \`${why}\``);
  });
});

test("a run that looked at nothing for that reason does not read as one that found all well", async () => {
  const { workspace, event } = push({ before: "nothing" });
  const started = { workspace, event, ref: "refs/tags/v1" };
  const only = await runAction({ ...started, inputs: { ...inputs, check: "false", test: "false" } });
  expect(only.succeeded).toBe(true);
  expect(only.summary).toContain("## Response mappings: nothing was looked at");
  expect(only.commands).toContainEqual(expect.stringMatching(/^::notice .*::nothing was looked at: /));
  const all = await runAction({ ...started, inputs });
  expect(all.summary).toContain("## Response mappings: passed");
  expect(all.commands.join()).not.toContain("nothing was looked at");
});

describe("where this clone lacks it, the run fails and says so; check and test are run all the same", () => {
  const FETCH = "give actions/checkout `with: fetch-depth: 0`, or say by the input base what to compare with";
  const LACKING: Readonly<Record<string, readonly [() => Started, string]>> = {
    "a shallow pull request": [
      () => pullRequest({ depth: 1 }),
      `this checkout is shallow and does not have the base of the pull request`,
    ],
    "a shallow push": [
      () => push({ depth: 1 }),
      "this checkout is shallow and does not have what was there before the push",
    ],
    "a shallow new branch": [
      () => push({ depth: 1, branch: "change", before: "nothing" }),
      'this checkout is shallow and does not have the branch "main"',
    ],
    "a shallow merge queue": [
      () => mergeGroup(1),
      "this checkout is shallow and does not have what the merge queue stands on",
    ],
  };
  test.each(Object.entries(LACKING))("%s", async (_, [start, why]) => {
    const { succeeded, outputs, summary, commands } = await runAction({ ...start(), inputs });
    expect(succeeded).toBe(false);
    expect(outputs).toMatchObject({
      result: "failed",
      changes: "",
      "check-exit-code": "0",
      "test-exit-code": "0",
    });
    const errors = commands.filter((line) => line.startsWith("::error"));
    expect(errors).toEqual([expect.stringContaining(`::error title=Responses::${why}`)]);
    expect(errors[0]).toContain(FETCH);
    expect(summary).toContain("## Response mappings: failed");
    expect(summary).toContain(why);
  });

  test("a forced push of the default branch has replaced it for good", async () => {
    const { succeeded, commands } = await runAction({ ...push({ before: "replaced" }), inputs });
    expect(succeeded).toBe(false);
    expect(commands.join()).toMatch(
      /the push replaced commits that this clone does not have any more .* `diff: false`/,
    );
  });

  test("with diff: false nothing needs the history", async () => {
    const started = pullRequest({ depth: 1 });
    const { succeeded, outputs } = await runAction({ ...started, inputs: { ...inputs, diff: "false" } });
    expect(succeeded).toBe(true);
    expect(outputs).toMatchObject({ result: "passed", "diff-exit-code": "", base: "" });
  });
});

describe("the input base", () => {
  test("is a branch at the remote", async () => {
    const { base, ...started } = push({ branch: "change", before: "replaced" });
    const { outputs } = await runAction({ ...started, inputs: { ...inputs, base: "main" } });
    expect(outputs.base).toBe(base);
  });

  test.each(["--output=x", "nothing of the kind", "HEAD:mappings"])("is no text like %s", async (base) => {
    const { succeeded, commands } = await runAction({ ...push(), inputs: { ...inputs, base } });
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain(`does not have the revision ${JSON.stringify(base)} of the input base`);
  });
});

test("only-changed checks what the change touches", async () => {
  const { base, ...started } = pullRequest();
  const { log } = await runAction({ ...started, inputs: { ...inputs, "only-changed": "true" } });
  expect(log).toContain(`checked 1 of 2 files, what changed since ${base}`);
  const first = push({ before: "nothing" });
  const { log: all } = await runAction({ ...first, inputs: { ...inputs, "only-changed": "true" } });
  expect(all).toMatch(/checked 1 file \(/);
  // Since HEAD left what a forced push took back nothing has changed, and since before that push it has.
  const { log: back } = await runAction({ ...pushBack(), inputs: { ...inputs, "only-changed": "true" } });
  expect(back).toMatch(/checked 1 file \(/);
});

test("on pull_request_target nothing of a stranger is run", async () => {
  const { workspace, event, ref } = pullRequest();
  const target = { name: "pull_request_target", payload: event.payload };
  const { succeeded, log, outputs } = await runAction({ workspace, event: target, ref, inputs });
  expect(succeeded).toBe(false);
  expect(log).toContain("use the event pull_request");
  expect(outputs.result).toBe("");
});

test("a folder that is in no repository", async () => {
  const { workspace, event, ref } = push();
  rmSync(join(workspace, ".git"), { recursive: true });
  const { succeeded, commands } = await runAction({ workspace, event, ref, inputs });
  expect(succeeded).toBe(false);
  expect(commands.join()).toContain("git cannot read the repository: fatal: not a git repository");
});
