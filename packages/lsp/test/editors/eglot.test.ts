import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { COMMAND } from "@responses/testing/command";
import { afterAll, expect, test } from "vitest";

/*
 * Emacs itself, with eglot and the lines that docs/editors.md gives. Where there is no Emacs it is left out, but not in CI.
 */

const pathTo = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "responses-emacs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasEmacs = spawnSync("emacs", ["--batch", "-l", "eglot"]).status === 0;

/** The block of docs/editors.md in that language. */
function documented(language: string): string {
  const page = readFileSync(pathTo("../../../../docs/editors.md"), "utf8");
  const block = page.split(`\`\`\`${language}\n`)[1]?.split("```")[0];
  if (block === undefined) throw new Error(`docs/editors.md has no block of ${language}`);
  return block;
}

const TEXT = `success keyword "valid"
reject   word "dup" as Dup

example 200 "valid" is success
example 200 "a dup" is reject Dup
`;

async function runEmacs(): Promise<readonly string[]> {
  writeFileSync(join(folder, "acme.responses"), TEXT);
  writeFileSync(join(folder, "setup.el"), documented("elisp"));
  const command = join(folder, "responses");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(command, 0o755);
  const args = ["--batch", "-l", join(folder, "setup.el"), "-l", pathTo("eglot.el"), "acme.responses"];
  const { stdout } = await promisify(execFile)("emacs", args, {
    cwd: folder,
    env: { ...process.env, HOME: folder, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
  return stdout.trimEnd().split("\n");
}

if (hasEmacs || process.env.CI === "true") {
  test("Emacs with eglot finds, hovers, completes, formats, renames", async () => {
    const lines = await runEmacs();
    const of = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
    expect(of("managed")).toEqual(["t"]);
    expect(of("finding").toSorted()).toEqual([
      expect.stringMatching(/^line 1 .*keyword-inside-word.*"invalid"/),
      expect.stringMatching(/^line 1 .*success-before-reject.*reject Dup/),
    ]);
    expect(of("hover")[0]).toContain("Matches 1 of 2 examples, decides 1");
    expect(of("completes")).toEqual(["success"]);
    expect(of("formatted")[0]).toContain('reject  word "dup" as Dup');
    expect(of("renamed")[0]?.match(/Repeated/g)).toHaveLength(2);
    expect(of("left")).toEqual(["0"]);
    expect(of("end")).toEqual(["good"]);
  });
} else {
  process.stderr.write(
    "Emacs with eglot is left out; to have it tried: apt-get install emacs-nox elpa-eglot\n",
  );
  test("docs/editors.md has the lines for Emacs", () => {
    expect(documented("elisp")).toContain("eglot-server-programs");
  });
}
