import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderWith } from "@responses/testing/folder";
import { afterAll, expect, test } from "vitest";
import { isChangedByNpm, isInstalledFromOtherLock } from "../scripts/install.mjs";

const folder = mkdtempSync(join(tmpdir(), "responses-install-"));
mkdirSync(join(folder, "node_modules/.pnpm"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/* What `npm run build` asks before it uses what lies in node_modules. */

test("without pnpm's copy of a lock file nothing is known", () => {
  writeFileSync(join(folder, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n");
  expect(isInstalledFromOtherLock(folder)).toBe(false);
});

test.each([
  ["the same", "importers:\n  .: {}\n", false],
  ["the same with other line ends", "importers:\r\n  .: {}\r\n", false],
  ["one to which a package was added", "importers:\n  .: {}\n  packages/new: {}\n", true],
])("a lock file: %s", (_, lock, isOther) => {
  writeFileSync(join(folder, "node_modules/.pnpm/lock.yaml"), "importers:\n  .: {}\n");
  writeFileSync(join(folder, "pnpm-lock.yaml"), lock);
  expect(isInstalledFromOtherLock(folder)).toBe(isOther);
});

/*
 * `npm install` in a clone, which people type first.
 */

const MANIFEST = new URL("../package.json", import.meta.url);

test("the root names nothing that npm does not know", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(versions.length).toBeGreaterThan(10);
  // Others than versions and ranges of them: npm knows neither workspace: nor catalog:, and of link: and file: it makes links of its own.
  expect(versions.filter(([, version]) => !/^[~^]?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** What npm does without a registry: all that it is asked to install is there. */
function npmInstall(cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npm install --offline --no-audit --no-fund", {
    cwd,
    shell: true,
    encoding: "utf8",
  });
  return status === 0 ? "installed" : `${stdout}${stderr}`;
}

test("what npm installs is known as npm's, and git does not see its lock file", () => {
  const cwd = folderWith({
    "package.json":
      '{ "name": "acme", "private": true, "devDependencies": { "tool": "file:./tool-1.0.0.tgz" } }',
    "tool/package.json": '{ "name": "tool", "version": "1.0.0" }',
    "node_modules/.modules.yaml": "hoistPattern:\n  - '*'\n",
  });
  spawnSync("npm pack ./tool", { cwd, shell: true });
  copyFileSync(new URL("../.gitignore", import.meta.url), join(cwd, ".gitignore"));
  expect(isChangedByNpm(cwd)).toBe(false);
  expect(npmInstall(cwd)).toBe("installed");
  expect(existsSync(join(cwd, "package-lock.json"))).toBe(true);
  expect(isChangedByNpm(cwd)).toBe(true);
  spawnSync("git", ["init", "--quiet"], { cwd });
  const { stdout } = spawnSync("git", ["status", "--short", "--untracked-files=all"], {
    cwd,
    encoding: "utf8",
  });
  expect(stdout.match(/lock|node_modules/g)).toBe(null);
  expect(stdout).toContain("?? package.json\n");
});
