import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { asRow, textOf } from "../support/editor.js";
import type { Stage } from "../support/stage.js";

const COMMAND = fileURLToPath(new URL("../../../cli/dist/responses.mjs", import.meta.url));

interface CommandFinding {
  readonly severity: string;
  readonly message: string;
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What `responses check` finds in a folder, as rows of the Problems view, which leaves hints out. */
function findingsOfCommand(folder: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [COMMAND, "check", "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly CommandFinding[] };
  return findings
    .filter(({ severity }) => severity !== "hint")
    .map(({ message, name, line, column }) =>
      asRow(`${message} responses ${name} [Ln ${line}, Col ${column}]`),
    )
    .sort();
}

/** What somebody sees who only opens a mapping file. */
export function reading(stage: () => Stage): void {
  test("findings are underlined, and the Problems view has a row for each", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.view.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
    await editor.view.locator(".squiggly-warning").first().waitFor();
    await expect.poll(() => editor.problems()).toContain("keyword-inside-word");
    const rows = await editor.problems();
    expect(rows).toContain("example-fails");
    expect(rows).toContain("expected reject, but the verdict is success");
    await editor.page.locator('[id="status.problems"]', { hasText: "1" }).waitFor();
    await editor.picture("findings");
  });

  test("the Problems view says what the command line says, at the same places", async () => {
    const { editor, code } = stage();
    await editor.open("acme.responses");
    const wanted = findingsOfCommand(code.folder.path);
    expect(wanted.length).toBeGreaterThan(1);
    await expect.poll(async () => (await editor.problemRows()).toSorted()).toEqual(wanted);
  });

  test("colours differ by what a word is", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    const words = [/^success$/, /^keyword$/, /^"valid"$/, /^Duplicate$/, /^#\sThe\sAPI/, /^200$/];
    const colours = await Promise.all(
      words.map((word) => editor.token(word).evaluate((element) => getComputedStyle(element).color)),
    );
    expect(new Set(colours).size, colours.join()).toBe(words.length);
  });

  test("the cursor on a label highlights all its places and what its rule matches, on a word of the language only itself", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    const highlights = editor.view.locator(".wordHighlight, .wordHighlightStrong, .wordHighlightText");
    await editor.goTo(8, 42);
    await expect.poll(() => highlights.count()).toBe(3);
    await editor.goTo(14, 3);
    await expect.poll(() => highlights.count()).toBe(1);
  });

  test("the hover over a rule shows which recorded responses it matches and decides", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    const text = await editor.hover(editor.token(/^success$/), "Matches");
    expect(text).toContain("Matches 2 of 4 examples, decides 2, 1 of them wrongly");
    expect(text).toMatch(/✓ line 13 \(sold\).*‹valid›/);
    expect(text).toMatch(/✗ line 16 \(junk\), expected reject.*in‹valid›/);
    await editor.picture("hover");
  });

  test("the hover over an example says what decided it", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    const text = await editor.hover(editor.token(/^full$/), "line 7");
    expect(text).toContain('reject "Cap reached"');
    await editor.picture("hover-example");
  });

  test("hints behind rules and a line above the examples say how they go", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.line(/success.*2\sof\s4\sexamples,\s1\swrongly/).waitFor();
    await editor.line(/junk.*→\sgets\ssuccess/).waitFor();
    // Where all is well nothing is added.
    expect(await textOf(editor.line(/reject.*Duplicate/))).not.toMatch(/of\s4/);
    await editor.view.locator(".codelens-decoration", { hasText: "3 of 4 pass" }).waitFor();
  });
}
