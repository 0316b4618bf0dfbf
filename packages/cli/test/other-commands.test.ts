import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, FINDING_NAMES } from "@responses/dsl/editor";
import { COMMAND, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const UNTIDY = 'success   word "sold"   # yes\n\n\n\nreject keyword "a" as A\n';
const TIDY = 'success word "sold"  # yes\n\nreject keyword "a" as A\n';

describe("responses fmt", () => {
  test("formats files in place, and a second time changes nothing", async () => {
    const cwd = folderWith({ "a.responses": UNTIDY, "b.responses": TIDY });
    const first = await run(["fmt"], { cwd });
    expect([first.exitCode, first.stdout]).toEqual([
      0,
      "formatted a.responses\nread 2 files, formatted 1; exit code 0: all is well\n",
    ]);
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(TIDY);
    expect((await run(["fmt", "--check"], { cwd })).exitCode).toBe(0);
  });

  test("--check changes nothing and names what would change", async () => {
    const cwd = folderWith({ "a.responses": UNTIDY });
    const { exitCode, stdout } = await run(["fmt", "--check"], { cwd });
    expect([exitCode, stdout.split("\n")[0]]).toEqual([1, "would change a.responses"]);
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(UNTIDY);
  });

  test("- goes from standard input to standard output", async () => {
    const { stdout, exitCode } = await run(["fmt", "-"], { stdin: UNTIDY });
    expect([exitCode, stdout]).toEqual([0, TIDY]);
  });

  test("--check of standard input says by its exit code and a name what it found", async () => {
    const untidy = await run(["fmt", "--check", "-", "--stdin-filename", "a.responses"], { stdin: UNTIDY });
    expect([untidy.exitCode, untidy.stdout.split("\n")[0]]).toEqual([1, "would change a.responses"]);
    expect((await run(["fmt", "--check", "-"], { stdin: TIDY })).exitCode).toBe(0);
  });

  test("has nothing to do where there is no file", async () => {
    const cwd = folderWith({});
    expect((await run(["fmt"], { cwd })).exitCode).toBe(2);
    expect((await run(["fmt", "--allow-empty"], { cwd })).exitCode).toBe(0);
  });

  test("leaves bytes that are no text alone", async () => {
    const bytes = Buffer.from('success   word "caf\xe9"\n', "latin1");
    const cwd = folderWith({ "a.responses": bytes });
    const { exitCode, stderr } = await run(["fmt"], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("cannot format a.responses");
    expect(readFileSync(join(cwd, "a.responses")).equals(bytes)).toBe(true);
  });
});

describe("responses explain", () => {
  test.each(FINDING_NAMES)("%s prints its page", async (name) => {
    const { stdout, exitCode } = await run(["explain", name]);
    const { page } = catalogue[name];
    expect(exitCode).toBe(0);
    for (const part of [page.what, page.why, page.fix]) expect(stdout).toContain(part);
  });

  test("without a name it lists them all; an unknown one gets a suggestion and exit code 2", async () => {
    const { stdout } = await run(["explain"]);
    for (const name of FINDING_NAMES) expect(stdout).toContain(name);
    const unknown = await run(["explain", "keyword-inside-wrod"]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      expect.stringContaining("did you mean keyword-inside-word?"),
    ]);
    expect((await run(["explain", "keyword"])).stderr).toContain(
      "did you mean keyword-inside-word, keyword-matches-key or asterisk-in-keyword?",
    );
  });
});

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

describe("the command", () => {
  test("tells its version, and helps with examples", async () => {
    expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const command of ["check", "test", "fmt", "compile", "match", "explain", "init"]) {
      const { stdout, exitCode } = await run([command, "--help"]);
      expect([command, exitCode, stdout.includes("Examples:")]).toEqual([command, 0, true]);
    }
  });

  test("ends quietly when nobody reads on", async () => {
    const cwd = folderWith({ "a.responses": 'reject keywrod "x"\n'.repeat(5000) });
    const child = spawn("sh", ["-c", `"${process.execPath}" "${COMMAND}" check | head -n 1`], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
  });
});
