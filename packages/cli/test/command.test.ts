import { spawn } from "node:child_process";
import { COMMAND, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

describe("the command", () => {
  test("tells its version, and helps with examples", async () => {
    expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const command of ["check", "test", "diff", "fmt", "compile", "docs", "match", "explain", "init"]) {
      const { stdout, exitCode } = await run([command, "--help"]);
      expect([command, exitCode, stdout.includes("Examples:")]).toEqual([command, 0, true]);
    }
  });

  test("fails in one line when nobody reads on", async () => {
    const cwd = folderWith({ "a.responses": 'reject keywrod "x"\n'.repeat(5000) });
    const child = spawn(
      "sh",
      ["-c", `{ "${process.execPath}" "${COMMAND}" check; echo $? >&2; } | head -n 1`],
      {
        cwd,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe(
      "the run ended early; exit code 2: standard output was closed before all was written\n2\n",
    );
  });

  test("takes of an option that has one value no second one, and several of those that have more", async () => {
    const cwd = folderWith({ "a.responses": 'success keyword "sold"\nexample "sold" is success\n' });
    const twice = await run(["compile", "--format", "esm", "a.responses", "--format", "cjs"], { cwd });
    expect([twice.exitCode, twice.stderr]).toEqual([
      2,
      "error: --format is given as esm and as cjs, and can be only one of them: run the command once for each\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
    ]);
    expect((await run(["compile", "--format=esm", "--format=esm", "--check"], { cwd })).exitCode).toBe(1);
    const several = [
      "check",
      "--format",
      "json",
      "--output",
      "a.json",
      "--format",
      "sarif",
      "--output",
      "a.sarif",
    ];
    expect((await run(several, { cwd })).exitCode).toBe(0);
  });
});
