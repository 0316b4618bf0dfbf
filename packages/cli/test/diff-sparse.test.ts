import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* What git is told to leave off the disk is not gone: responses diff takes it for what the index has of it, as git does. */

const SOLD = 'success keyword "sold"\n';
const REFUSED = 'reject keyword "sold"\n';

const FILES = {
  "eu/a.responses": SOLD,
  "eu/includes.responses": 'include "../us/deep/b.responses"\n',
  "eu/common.responses": SOLD,
  "us/a.responses": SOLD,
  "us/deep/b.responses": SOLD,
  "us/responses.config.json": '{ "ignore": ["nothing"] }\n',
};

/** A clone of which only `eu` is on the disk, with the commit that a change makes on top. */
function sparse(change: Readonly<Record<string, string>> = {}, prepare = (_origin: string) => {}): string {
  const origin = repositoryWith(FILES);
  git(origin, "tag", "start");
  prepare(origin);
  commitAll(origin, change);
  const cwd = folderWith({});
  git(cwd, "clone", "-q", `file://${origin}`, ".");
  git(cwd, "sparse-checkout", "set", "eu");
  expect([existsSync(join(cwd, "us")), git(cwd, "status", "--short")]).toEqual([false, ""]);
  return cwd;
}

async function diff(cwd: string, ...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await run(["diff", ...args], { cwd });
  return { exitCode, said: stdout + stderr };
}

describe("what a sparse checkout leaves off the disk", () => {
  const SAME: readonly (readonly [args: readonly string[], mappings: number])[] = [
    [["HEAD"], 5],
    [["HEAD", "us"], 2],
    [["HEAD", "us/deep/b.responses"], 1],
    [["HEAD", "us/**"], 2],
  ];
  test.each(SAME)("is as it was, by diff %j", async (args, mappings) => {
    const { exitCode, said } = await diff(sparse(), ...args);
    expect(said).toMatch(new RegExp(`^compared ${mappings} mappings? .*${mappings} the same`, "m"));
    expect(exitCode).toBe(0);
  });

  test("is read through links on either side", async () => {
    const cwd = sparse({}, (origin) => {
      symlinkSync("../us/a.responses", join(origin, "eu/link.responses"));
      symlinkSync("../eu/common.responses", join(origin, "us/link.responses"));
      commitAll(origin);
    });
    writeFiles(cwd, {
      "eu/includes.responses": 'include "link.responses"\ninclude "../us/link.responses"\n',
    });
    const { exitCode, said } = await diff(cwd, "HEAD");
    expect(said).toMatch(/^compared 5 mappings .*5 the same/m);
    expect(exitCode).toBe(0);
  });

  test("differs from another commit as the index does", async () => {
    const cwd = sparse({ "us/deep/b.responses": REFUSED });
    const { exitCode, said } = await diff(cwd, "start");
    expect(said).toMatch(/^us\/deep\/b\.responses\n {2}no longer a sale: success → reject\n/m);
    expect(said).toMatch(/^ {4}also in +eu\/includes\.responses$/m);
    expect(said).toMatch(/^compared 5 mappings .*2 with other verdicts and 3 the same/m);
    expect(exitCode).toBe(1);
  });

  test("counts as it lies on the disk where it does after all", async () => {
    const cwd = sparse();
    writeFiles(cwd, { "us/a.responses": REFUSED });
    const { exitCode, said } = await diff(cwd, "HEAD");
    expect(said).toMatch(/^us\/a\.responses\n {2}no longer a sale/m);
    expect(said).toMatch(/^compared 5 mappings .*1 with other verdicts and 4 the same/m);
    expect(exitCode).toBe(1);
  });

  test("is no difference to accept, and what is gone besides is one", async () => {
    const cwd = sparse();
    expect((await diff(cwd, "HEAD", "--accept", "because")).exitCode).toBe(0);
    expect(git(cwd, "status", "--short")).toBe("");
    rmSync(join(cwd, "eu/a.responses"));
    const { exitCode, said } = await diff(cwd, "HEAD");
    expect(said).toMatch(/^eu\/a\.responses removed/m);
    expect(said).not.toMatch(/^us/m);
    expect(exitCode).toBe(1);
  });

  test("is so in a submodule, too", async () => {
    const inner = repositoryWith(FILES);
    const cwd = repositoryWith({ "r.responses": SOLD });
    git(cwd, "-c", "protocol.file.allow=always", "submodule", "add", "-q", inner, "sub");
    commitAll(cwd);
    git(join(cwd, "sub"), "sparse-checkout", "set", "eu");
    expect([existsSync(join(cwd, "sub/us")), git(cwd, "status", "--short")]).toEqual([false, ""]);
    const { exitCode, said } = await diff(cwd, "HEAD");
    expect(said).toMatch(/^compared 6 mappings .*6 the same/m);
    expect(exitCode).toBe(0);
  });

  test("is not told as removed by check --changed where it was changed", async () => {
    const cwd = sparse({ "us/a.responses": REFUSED });
    const { stdout } = await run(["check", "eu/a.responses", "--since", "start"], { cwd });
    expect(stdout).not.toContain("us/a.responses");
    expect(stdout).toContain("what changed since start");
  });
});
