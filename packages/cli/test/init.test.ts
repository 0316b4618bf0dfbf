import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

describe("responses init", () => {
  test("writes a file that has no finding, passes its examples and is formatted", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "acme.responses"], { cwd })).exitCode).toBe(0);
    expect((await run(["check"], { cwd })).stdout).toContain("found nothing");
    expect((await run(["test"], { cwd })).exitCode).toBe(0);
    expect((await run(["fmt", "--check"], { cwd })).exitCode).toBe(0);
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });

  test("never overwrites, and leaves nothing behind", async () => {
    const cwd = folderWith({ "acme.responses": "mine" });
    const { exitCode, stderr } = await run(["init", "acme.responses"], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("it is there already")]);
    expect(readFileSync(join(cwd, "acme.responses"), "utf8")).toBe("mine");
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });

  test("makes the folders that are missing", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "new/buyers/acme.responses"], { cwd })).exitCode).toBe(0);
    expect(readdirSync(join(cwd, "new/buyers"))).toEqual(["acme.responses"]);
  });

  test("refuses a name that no command would find", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "acme"], { cwd })).exitCode).toBe(2);
    expect(existsSync(join(cwd, "acme"))).toBe(false);
  });

  test.each([
    ["acme", "acme.responses"],
    [".", "mapping.responses"],
    ["..", "../mapping.responses"],
    ["buyers", "buyers/mapping.responses"],
    ["new/", "new/mapping.responses"],
  ])("offers for %s the name %s", async (given, offered) => {
    const cwd = folderWith({ "buyers/other.responses": "" });
    expect((await run(["init", given], { cwd })).stderr).toContain(`try responses init ${offered}\n`);
  });
});
