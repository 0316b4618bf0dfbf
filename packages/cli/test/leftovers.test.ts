import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

    test.each(["nothing", "a folder"])(
      "tells of what is left of a mapping in whose place %s is, and removes it with --clean",
      async (now) => {
        const cwd = folderWith(FILES);
        await run(args, { cwd });
        renameSync(join(cwd, "b/acme.responses"), join(cwd, "b/acme-ins.responses"));
        if (now === "a folder") mkdirSync(join(cwd, "b/acme.responses"));
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
          expect(written.stdout).toContain(
            `! ${path} is left over: its mapping is gone; --clean removes it\n`,
          );
        expect(written.stdout).toContain("left 2 outputs; exit code 0");
        expect(left.filter((path) => existsSync(join(cwd, path)))).toEqual(left);

        const cleaned = await run([...args, "--clean"], { cwd });
        for (const path of left) expect(cleaned.stdout).toContain(`removed ${path}: its mapping is gone\n`);
        expect(cleaned.exitCode).toBe(0);
        expect(left.filter((path) => existsSync(join(cwd, path)))).toEqual([]);
        expect((await run([...args, "--check"], { cwd })).exitCode).toBe(0);
      },
    );

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

describe("what the other command wrote is no leftover", () => {
  /** The mapping of the same name with `.d` in it has its module in TypeScript where the declarations of the other one are. */
  const INNER = { "b/acme.d.responses": SOLD };

  test.each<[string, readonly string[], readonly string[]]>([
    ["modules beside declarations", ["types", "b"], ["compile", "b"]],
    ["CommonJS", ["types", "b"], ["compile", "b", "--format", "cjs"]],
    ["TypeScript", ["types", "b"], ["compile", "b", "--format", "ts"]],
    [
      "an index and a shared runtime",
      ["types", "b"],
      ["compile", "b", "--format", "ts", "--index", "--shared-runtime"],
    ],
    ["a folder of both", ["types", "b", "--out-dir", "out"], ["compile", "b", "--out-dir", "out"]],
    [
      "the place of declarations that plugins write",
      ["types", "b", "--out-dir", ".responses/types"],
      ["compile"],
    ],
  ])("%s", async (_, types, compile) => {
    const cwd = folderWith(FILES);
    await run(types, { cwd });
    await run(compile, { cwd });
    const before = filesIn(cwd);
    for (const args of [compile, types]) {
      const { stdout, exitCode } = await run([...args, "--check"], { cwd });
      expect([stdout, exitCode]).toEqual([expect.stringContaining("found nothing stale; exit code 0"), 0]);
      expect((await run([...args, "--clean"], { cwd })).exitCode).toBe(0);
      expect(filesIn(cwd)).toEqual(before);
    }
    // Each goes by the command that wrote it, once its mapping is gone.
    rmSync(join(cwd, "b/acme.responses"));
    await run([...compile, "--clean"], { cwd });
    const ofTypes = before.filter((path) => /acme\.d\.responses\.ts(?:\.map)?$/.test(path));
    expect(filesIn(cwd).filter((path) => path.includes("acme"))).toEqual(ofTypes);
    await run([...types, "--clean"], { cwd });
    expect(filesIn(cwd).filter((path) => path.includes("acme"))).toEqual([]);
  });

  test("nor what TypeScript is compiled to under the name of declarations", async () => {
    const cwd = folderWith({ ...INNER, "b/beta.responses": SOLD });
    const compile = ["compile", "b/acme.d.responses", "--format", "ts"];
    await run(compile, { cwd });
    rmSync(join(cwd, "b/acme.d.responses"));
    await run(["types", "b", "--clean"], { cwd });
    expect(filesIn(join(cwd, "b"))).toContain("acme.d.responses.ts");
    await run(["compile", "b", "--format", "ts", "--clean"], { cwd });
    expect(filesIn(join(cwd, "b"))).not.toContain("acme.d.responses.ts");
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["declarations by a module", ["types", "b"], ["compile", "b", "--format", "ts"]],
    ["a module by declarations", ["compile", "b", "--format", "ts"], ["types", "b"]],
  ])("%s is not replaced without --force", async (_, first, second) => {
    const cwd = folderWith({ ...FILES, ...INNER });
    await run(first, { cwd });
    const path = "b/acme.d.responses.ts";
    const before = readFileSync(join(cwd, path), "utf8");
    const refused = await run(second, { cwd });
    expect([refused.stderr, refused.exitCode]).toEqual([
      `error: cannot write ${path}: there is a file that another command made from a mapping; move it, or give --force to replace it\n`,
      2,
    ]);
    expect(readFileSync(join(cwd, path), "utf8")).toBe(before);
    expect((await run([...second, "--force"], { cwd })).exitCode).toBe(0);
    expect(readFileSync(join(cwd, path), "utf8")).not.toBe(before);
  });
});

test.skipIf(process.platform === "win32")("a mapping that a link leads to is there", async () => {
  const cwd = folderWith({ "b/acme.responses": SOLD, "b/other": SOLD });
  symlinkSync("other", join(cwd, "b/beta.responses"));
  await run(["compile", "b"], { cwd });
  expect((await run(["compile", "b", "--check"], { cwd })).exitCode).toBe(0);
});

test("compile --watch --clean sees a mapping that a folder replaces", async () => {
  const cwd = folderWith(FILES);
  const watching = startWatching(["compile", "b", "--clean"], cwd);
  await watching.sees(/compiled 3 files/);
  rmSync(join(cwd, "b/acme.responses"));
  mkdirSync(join(cwd, "b/acme.responses"));
  await watching.sees(/removed b\/acme\.responses\.mjs: its mapping is gone/);
  expect(await watching.interrupt()).toBe(0);
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
