import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { startWatching } from "./support/watching.js";

const mapping = (text: string): string => `success word "${text}"\nexample "sold" is success\n`;
const RIGHT = mapping("sold");
const WRONG = mapping("bought");

const PASSED = /all passed/;
const FAILED = /1 failed/;

describe("--watch", () => {
  test("runs again when a file or an include changes, or a file comes, and ends on SIGINT", async () => {
    const cwd = folderWith({ "a.responses": 'include "b.responses"\n', "b.responses": RIGHT });
    const watching = startWatching(["test"], cwd);
    await watching.sees(PASSED);
    writeFileSync(join(cwd, "b.responses"), WRONG);
    await watching.sees(FAILED);
    writeFileSync(join(cwd, "b.responses"), RIGHT);
    await watching.sees(PASSED);
    writeFileSync(join(cwd, "c.responses"), WRONG);
    await watching.sees(FAILED);
    expect(await watching.interrupt()).toBe(1);
  });

  test("outlives a file that goes, and sees it come back; editors save by renaming", async () => {
    const cwd = folderWith({ "a.responses": RIGHT });
    const watching = startWatching(["test", "a.responses"], cwd);
    await watching.sees(PASSED);
    rmSync(join(cwd, "a.responses"));
    await watching.sees(/there is no file or folder a\.responses/);
    writeFileSync(join(cwd, "a.responses.new"), WRONG);
    renameSync(join(cwd, "a.responses.new"), join(cwd, "a.responses"));
    await watching.sees(FAILED);
    writeFileSync(join(cwd, "a.responses.new"), RIGHT);
    renameSync(join(cwd, "a.responses.new"), join(cwd, "a.responses"));
    await watching.sees(PASSED);
    expect(await watching.interrupt()).toBe(0);
  });

  test("outlives a folder that goes, and sees what is in it when it is back", async () => {
    const cwd = folderWith({ "sub/a.responses": RIGHT });
    const watching = startWatching(["test", "sub"], cwd);
    await watching.sees(PASSED);
    rmSync(join(cwd, "sub"), { recursive: true });
    await watching.sees(/there is no file or folder sub/);
    mkdirSync(join(cwd, "sub"));
    await watching.sees(/no mapping file/);
    writeFileSync(join(cwd, "sub/a.responses"), RIGHT);
    await watching.sees(PASSED);
    expect(await watching.interrupt()).toBe(0);
  });

  test("takes a project file in, tells what is wrong with it, and goes on", async () => {
    const cwd = folderWith({ "a.responses": 'success status 201\nexample 201 "" is success\n' });
    const watching = startWatching(["check"], cwd);
    await watching.sees(/all is well/);
    writeFileSync(join(cwd, "responses.config.json"), '{"severity":');
    await watching.sees(/responses\.config\.json:1:13: the text ends/);
    writeFileSync(join(cwd, "responses.config.json"), '{"ignore":["a.responses"]}');
    await watching.sees(/no mapping file but what responses\.config\.json ignores: a\.responses/);
    rmSync(join(cwd, "responses.config.json"));
    await watching.sees(/all is well/);
    expect(await watching.interrupt()).toBe(0);
  });

  test("an include that is not there yet is waited for", async () => {
    const cwd = folderWith({ "a.responses": 'include "common/b.responses"\n' });
    const watching = startWatching(["test", "a.responses"], cwd);
    await watching.sees(/include-missing/);
    mkdirSync(join(cwd, "common"));
    writeFileSync(join(cwd, "common/b.responses"), RIGHT);
    await watching.sees(/no example in 1 file/);
    expect(await watching.interrupt()).toBe(2);
  });

  test("says what changed, came and went", async () => {
    const cwd = folderWith({ "a.responses": RIGHT, "sub/b.responses": RIGHT });
    const watching = startWatching(["test"], cwd);
    await watching.sees(PASSED);
    writeFileSync(join(cwd, "a.responses"), WRONG);
    await watching.sees(/^a\.responses has changed; running again$/m);
    writeFileSync(join(cwd, "sub/c.responses"), RIGHT);
    await watching.sees(/^sub\/c\.responses is new; running again$/m);
    rmSync(join(cwd, "a.responses"));
    await watching.sees(/^a\.responses is gone; running again$/m);
    expect(await watching.interrupt()).toBe(0);
  });

  test("says that the folder it runs in is gone", async () => {
    const root = folderWith({ "here/a.responses": RIGHT });
    const watching = startWatching(["test", "."], join(root, "here"));
    await watching.sees(PASSED);
    renameSync(join(root, "here"), join(root, "there"));
    await watching.sees(/error: the folder that this was started in is gone: it was renamed or deleted$/m);
    expect(await watching.interrupt()).toBe(2);
  });

  test("ends where a path is not there from the start", async () => {
    const cwd = folderWith({ "a.responses": RIGHT });
    const { exitCode, stdout, stderr } = await run(["check", "--watch", "a.responses", "b.responses"], {
      cwd,
    });
    expect(stderr).toBe("error: there is no file or folder b.responses\n");
    expect(stdout).toContain("exit code 2: what was named is not there");
    expect(exitCode).toBe(2);
  });
});
