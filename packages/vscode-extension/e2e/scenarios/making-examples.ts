import { expect, test } from "vitest";
import type { Stage } from "../support/stage.js";

const PASTED = '{\n  "code": 1,\n  "reason": "dup"\n}';

const SHOWN = [
  "* Connected to acme.example (192.0.2.7) port 443",
  "> POST /leads HTTP/2",
  "> ",
  "< HTTP/2 422 ",
  "< content-type: application/json",
  "< ",
  '{"reason":"cap"}',
  "* Connection #0 to host acme.example left intact",
].join("\n");

/** A response that somebody has becomes an example. */
export function makingExamples(stage: () => Stage): void {
  const copy = (text: string) =>
    stage().editor.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

  test("a response that was pasted as it is becomes an example by a quick fix", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(16, 1);
    await copy(`\n${PASTED}\n`);
    await editor.press("Control+v");
    await editor.line(/"reason":\s"dup"/).waitFor();
    await editor.goTo(18, 4);
    await editor.askForFix("Make it an example");
    await editor.picture("pasted-response");
    // It is the first that can be chosen.
    await editor.press("Enter");
    await expect.poll(() => editor.text()).toContain('"reason": "dup"\n  }\n  """ is reject Duplicate\n');
    await editor.picture("pasted-response-made");
  });

  test("what curl -v shows is pasted as an example", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    // Where another statement stands it goes behind the last example.
    await editor.goTo(2, 1);
    await copy(SHOWN);
    await editor.command("Responses: Paste as Example");
    await editor.line(/example\s+422/).waitFor();
    expect((await editor.text()).replaceAll(/ +/g, " ")).toMatch(
      /is reject\nexample 422 '\{"reason":"cap"\}' is reject "Cap reached"\n$/,
    );
    await editor.picture("pasted-as-example");
  });

  test("the list beside what was pasted offers it, too", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(3, 1);
    await copy('{"reason":"dup"}');
    await editor.press("Control+v");
    await editor.page.locator(".post-edit-widget").waitFor();
    await editor.askForFix("Paste as example");
    await editor.picture("paste-offer");
    await editor.press("Enter");
    await expect.poll(() => editor.text()).toContain(`example '{"reason":"dup"}' is reject Duplicate\n`);
  });

  test("where something is captured, the verdict alone is a second choice", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(3, 1);
    await copy('{"id":"78","reason":"dup"}');
    await editor.press("Control+v");
    await editor.page.locator(".post-edit-widget").waitFor();
    await editor.askForFix("Paste as example of the verdict alone");
    await editor.picture("paste-offers");
    await editor.choose("Paste as example of the verdict alone");
    await expect
      .poll(() => editor.text())
      .toContain(`example '{"id":"78","reason":"dup"}' is reject Duplicate\n`);
  });
}
