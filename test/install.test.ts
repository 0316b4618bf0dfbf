import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isInstalledFromOtherLock } from "../scripts/install.mjs";

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
