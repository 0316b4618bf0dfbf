import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MOST_EXAMPLES } from "../../lsp/src/features/hover/hover.js";
import { ROLES_OF_NAMES, TYPE_OF_ROLE } from "../../lsp/src/features/semantic-tokens/legend.js";
import { readSettings } from "../../lsp/src/server/client/settings.js";
import { grammar } from "../src/grammar/grammar.js";
import * as names from "../src/manifest-names.js";
import { manifest } from "./support/manifest.js";

const { COMPARING, EXAMPLES_PASS, PREVIEW_SEEN, ...commandNames } = names;
const commands = Object.values(commandNames);
const { contributes } = manifest;

/** Commands of the editor itself that the walkthrough uses. */
const EDITOR_COMMANDS = ["editor.action.showHover"];

/** What fits into the column beside the steps of a walkthrough where the window is just wide enough for both. */
const CODE_COLUMNS = 40;

describe("package.json", () => {
  test("declares the commands that there are", () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...commands].sort());
  });

  test("has no other command in a menu", () => {
    for (const items of Object.values(contributes.menus)) {
      for (const { command } of items) expect(commands).toContain(command);
    }
  });

  test("asks for the context in which something is compared", () => {
    const conditions = Object.values(contributes.menus).flatMap((items) =>
      items.map(({ when }) => when ?? ""),
    );
    const asked = conditions.flatMap((when) => when.match(/\bresponses\.\w+/g) ?? []);
    expect([...new Set(asked)]).toEqual([COMPARING]);
  });

  test("has steps of a walkthrough that can be done", () => {
    for (const { description, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      for (const [, command] of description.matchAll(/\(command:([^)]*)\)/g)) {
        expect([...commands, ...EDITOR_COMMANDS]).toContain(command);
      }
      for (const event of completionEvents) {
        const [kind, name] = event.split(":");
        expect(kind === "onContext" ? [EXAMPLES_PASS, PREVIEW_SEEN] : commands).toContain(name);
      }
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  });

  test("has no line of code in its walkthrough that a narrow column would cut", () => {
    const folder = fileURLToPath(new URL("../walkthrough/", import.meta.url));
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), "utf8");
      const blocks = [...text.matchAll(/^```.*$([\s\S]*?)^```$/gm)].flatMap(([, code = ""]) =>
        code.split("\n"),
      );
      expect(blocks.filter((line) => line.length > CODE_COLUMNS)).toEqual([]);
    }
  });

  test("gives names the colours of the grammar, so that none changes when the server has looked at the file", () => {
    const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
    const types = [...ROLES_OF_NAMES].map((role) => TYPE_OF_ROLE[role] ?? role);
    expect(Object.keys(scopes).sort()).toEqual(types.sort());
    const inGrammar = JSON.stringify(grammar);
    for (const scope of Object.values(scopes).flat()) expect(inGrammar).toContain(scope);
  });

  test("declares the settings that the server reads, with the same usual values and bounds", () => {
    const properties = contributes.configuration.properties;
    expect(Object.keys(properties).sort()).toEqual([
      "responses.codeLens.enabled",
      "responses.command",
      "responses.hover.lines",
      "responses.inlayHints.enabled",
      "responses.inlayHints.rules",
      "responses.trace.server",
    ]);
    const lines = properties["responses.hover.lines"];
    const section = {
      hover: { lines: lines?.default },
      inlayHints: {
        enabled: properties["responses.inlayHints.enabled"]?.default,
        rules: properties["responses.inlayHints.rules"]?.default,
      },
      codeLens: { enabled: properties["responses.codeLens.enabled"]?.default },
    };
    expect(readSettings(section)).toEqual(readSettings({}));
    expect([lines?.minimum, lines?.maximum]).toEqual([0, MOST_EXAMPLES]);
    for (const rules of properties["responses.inlayHints.rules"]?.enum ?? [])
      expect(readSettings({ inlayHints: { rules } }).hintedRules).toBe(rules);
    // Everything that can be set changes something.
    expect(readSettings({ hover: { lines: 1 } })).not.toEqual(readSettings({}));
  });
});
