import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { filesIn } from "@responses/testing/compiled-folder";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { lines } from "./support/acme-match.js";
import { startWatching } from "./support/watching.js";

/* What `compile` and `types` once wrote, and no mapping gives any more: it is told, and removed if that is asked for. */

const SOLD = 'success keyword "sold"\n';
const FILES = { "b/acme.responses": SOLD, "b/beta.responses": SOLD, "b/eu/eu.responses": SOLD };

/** Both commands; what they make of a mapping file beside it, or below another folder. */
const COMMANDS: readonly (readonly [command: string, outputs: (stem: string) => readonly string[]])[] = [
  ["compile", (stem) => [`${stem}.responses.d.mts`, `${stem}.responses.mjs`]],
  ["types", (stem) => [`${stem}.d.responses.ts`, `${stem}.d.responses.ts.map`]],
];

const PLACES: readonly (readonly [name: string, more: readonly string[], folder: string])[] = [
  ["beside the mappings", [], "b"],
  ["below another folder", ["--out-dir", "out/types"], "out/types"],
];

describe.each(COMMANDS)("%s", (command, outputs) => {
  describe.each(PLACES)("%s", (_name, more, folder) => {
    const args = [command, "b", ...more];

    test("tells of what is left of a mapping that is gone, and removes it with --clean", async () => {
      const cwd = folderWith(FILES);
      await run(args, { cwd });
      renameSync(join(cwd, "b/acme.responses"), join(cwd, "b/acme-ins.responses"));
      const left = outputs(`${folder}/acme`);

      const looked = await run([...args, "--check"], { cwd });
      expect(lines(looked.stdout).filter((line) => line.includes("left over"))).toEqual(
        left.map((path) => `✗ ${path} is left over: its mapping is gone; --clean removes it`),
      );
      expect(looked.stdout).toContain(
        "found 4 outputs stale; exit code 1: run it again with --clean and without --check, and commit what it writes and removes\n",
      );
      expect(looked.exitCode).toBe(1);

      const written = await run(args, { cwd });
      for (const path of left)
        expect(written.stdout).toContain(`! ${path} is left over: its mapping is gone; --clean removes it\n`);
      expect(written.stdout).toContain("left 2 outputs; exit code 0");
      expect(left.filter((path) => existsSync(join(cwd, path)))).toEqual(left);

      const cleaned = await run([...args, "--clean"], { cwd });
      for (const path of left) expect(cleaned.stdout).toContain(`removed ${path}: its mapping is gone\n`);
      expect(cleaned.exitCode).toBe(0);
      expect(left.filter((path) => existsSync(join(cwd, path)))).toEqual([]);
      expect((await run([...args, "--check"], { cwd })).exitCode).toBe(0);
    });

    test("counts a mapping that the project file leaves out as gone", async () => {
      const cwd = folderWith(FILES);
      await run(args, { cwd });
      writeFileSync(join(cwd, "responses.config.json"), '{ "ignore": ["b/beta.responses"] }');
      const { stdout } = await run([...args, "--clean"], { cwd });
      for (const path of outputs(`${folder}/beta`)) {
        expect(stdout).toContain(`removed ${path}: the project file leaves its mapping out\n`);
        expect(existsSync(join(cwd, path))).toBe(false);
      }
      expect(existsSync(join(cwd, outputs(`${folder}/acme`)[0] ?? ""))).toBe(true);
    });

    test("removes nothing where no mapping is found at all, unless that is accepted", async () => {
      const cwd = folderWith(FILES);
      await run(args, { cwd });
      const before = filesIn(join(cwd, folder)).filter((path) => !path.endsWith(".responses"));
      for (const path of Object.keys(FILES)) rmSync(join(cwd, path));
      const refused = await run([...args, "--clean"], { cwd });
      expect([refused.exitCode, filesIn(join(cwd, folder))]).toEqual([2, before]);
      expect((await run([...args, "--clean", "--allow-empty"], { cwd })).exitCode).toBe(0);
      expect(filesIn(join(cwd, folder))).toEqual([]);
    });

    test("leaves what was written by hand, and what is of a mapping that is refused or not named", async () => {
      const cwd = folderWith(FILES);
      await run(args, { cwd });
      const mine = [
        "mine.responses.mjs",
        "mine.d.responses.ts",
        "other.d.responses.ts.map",
        "mine.responses.d.mts",
      ];
      for (const name of mine) writeFileSync(join(cwd, folder, name), '{ "version": 3 }\n');
      writeFileSync(join(cwd, "b/acme.responses"), "success keywrod\n");
      const before = filesIn(join(cwd, folder));
      await run([...args, "--clean"], { cwd });
      expect(filesIn(join(cwd, folder))).toEqual(before);
      const part = await run([command, "b/eu", ...more, "--clean"], { cwd });
      expect(part.stdout).not.toContain("removed");
      expect(filesIn(join(cwd, folder))).toEqual(expect.arrayContaining([...before]));
    });
  });

  test("asks for the mapping where the output says it is, whichever folder is named", async () => {
    const cwd = folderWith(FILES);
    await run([command, "b", "--out-dir", "out"], { cwd });
    const before = filesIn(join(cwd, "out"));
    // It goes through the folder of outputs, too, where nothing is beside its mapping.
    const whole = await run([command, ".", "--clean"], { cwd });
    expect([whole.exitCode, filesIn(join(cwd, "out"))]).toEqual([0, before]);
    mkdirSync(join(cwd, "c"));
    writeFileSync(join(cwd, "c/gamma.responses"), SOLD);
    await run([command, "c", "--out-dir", "out", "--clean"], { cwd });
    expect(filesIn(join(cwd, "out"))).toEqual([...before, ...outputs("gamma")].sort());
    rmSync(join(cwd, "b/eu/eu.responses"));
    await run([command, "c", "--out-dir", "out", "--clean"], { cwd });
    expect(filesIn(join(cwd, "out"))).toEqual(
      [...before.filter((path) => !path.startsWith("eu/")), ...outputs("gamma")].sort(),
    );
  });
});

test("types --watch --clean follows a mapping that is renamed", async () => {
  const cwd = folderWith(FILES);
  const watching = startWatching(["types", "b", "--clean"], cwd);
  await watching.sees(/wrote the types of 3 files/);
  renameSync(join(cwd, "b/acme.responses"), join(cwd, "b/acme-ins.responses"));
  await watching.sees(/removed b\/acme\.d\.responses\.ts\.map: its mapping is gone/);
  expect(existsSync(join(cwd, "b/acme-ins.d.responses.ts"))).toBe(true);
  expect(await watching.interrupt()).toBe(0);
});

describe("compile", () => {
  test("gives the same whether a folder or one below it is named, and says no place of the machine", async () => {
    const cwd = folderWith(FILES);
    await run(["compile", "b", "--out-dir", "out"], { cwd });
    expect((await run(["compile", "b/eu", "--out-dir", "out/eu", "--check"], { cwd })).exitCode).toBe(0);
    expect(
      (await run(["compile", ".", "--out-dir", "../out", "--check"], { cwd: join(cwd, "b") })).exitCode,
    ).toBe(0);
    mkdirSync(join(cwd, "b/.git"));
    await run(["compile", "b", "--out-dir", "out"], { cwd });
    const elsewhere = await run(["compile", "b", "--out-dir", "out", "--clean"], { cwd });
    expect(elsewhere.stderr).toContain(
      "error: --clean cannot know what is left in out: outputs outside of the repository do not say where their mappings are; remove that folder before you compile instead\n",
    );
    expect(elsewhere.exitCode).toBe(2);
    mkdirSync(join(cwd, ".git"));
    rmSync(join(cwd, "b/.git"), { recursive: true });
    expect((await run(["compile", "b", "--out-dir", "out", "--clean"], { cwd })).exitCode).toBe(0);
  });

  test("says that a folder is not there, whatever is asked for besides", async () => {
    const { exitCode, stderr } = await run(
      ["compile", "bb", "--out-dir", "out", "--index", "--clean", "--shared-runtime"],
      { cwd: folderWith(FILES) },
    );
    expect([exitCode, stderr]).toEqual([2, "error: there is no file or folder bb\n"]);
  });
});
