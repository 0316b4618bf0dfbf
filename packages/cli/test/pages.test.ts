import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "@responses/dsl";
import { afterAll, describe, expect, test } from "vitest";
import { type PageStep, pageSteps, shellOutput, writePageFile } from "./support/page-session.js";

/*
 * What the pages for people show of the command is what the built command does: a page is followed from its top to its end, in a
 * folder of its own, by writing its files and running its command lines.
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const guides = readdirSync(join(root, "docs/guides")).map((name) => `docs/guides/${name}`);

describe.each(["README.md", ...guides])("%s", (page) => {
  const steps = pageSteps(readFileSync(join(root, page), "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "responses-page-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has something to follow", () => {
    expect(steps.filter(({ kind }) => kind === "command").length).toBeGreaterThanOrEqual(2);
  });

  test.skipIf(process.platform === "win32").each(steps.map((step) => [nameOf(step), step] as const))(
    "%s",
    async (_, step) => {
      if (step.kind === "command") expect(await shellOutput(folder, step.commandLine)).toBe(step.output);
      else {
        writePageFile(folder, step.path, step.text);
        if (step.path.endsWith(".responses")) expect(format(step.text)).toBe(step.text);
      }
    },
  );
});

function nameOf(step: PageStep): string {
  return `line ${step.line}: ${step.kind === "file" ? step.path : `$ ${step.commandLine}`}`;
}
