import { test } from "vitest";
import type { Stage } from "../support/stage.js";

/** The same in light colours: pictures, for whoever looks at the run. */
export function colours(stage: () => Stage): void {
  test("all of it in light colours", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.command("Preferences: Toggle between Light/Dark Themes");
    await editor.page.locator(".monaco-workbench.vs:not(.vs-dark)").waitFor();
    await editor.problems();
    await editor.hover(editor.token(/^success$/), "Matches");
    await editor.picture("light");
  });
}
