import { expect, test } from "vitest";
import { readSettings } from "../../src/server/client/settings.js";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const TEXT = 'success keyword "sold"\nexample "sold" is success\nexample "sold!" is success\n';

test("what is missing or wrong in the section has its usual value", () => {
  const usual = { hoverLines: 5, inlayHints: true, hintedRules: "wrong", codeLens: true };
  for (const section of [undefined, null, 3, {}, { hover: null, inlayHints: { enabled: "no", rules: 3 } }]) {
    expect(readSettings(section)).toEqual(usual);
  }
  expect(readSettings({ hover: { lines: 2 } }).hoverLines).toBe(2);
  expect(readSettings({ hover: { lines: -1 } }).hoverLines).toBe(0);
  expect(readSettings({ hover: { lines: 99 } }).hoverLines).toBe(5);
  expect(readSettings({ inlayHints: { enabled: false }, codeLens: { enabled: false } })).toMatchObject({
    inlayHints: false,
    codeLens: false,
  });
  expect(readSettings({ inlayHints: { rules: "all" } }).hintedRules).toBe("all");
});

test("a client is asked for its section, and again when it has changed", async () => {
  const server = new ServerProcess();
  let enabled = false;
  server.connection.onRequest("workspace/configuration", ({ items }) => {
    expect(items).toEqual([{ section: "responses" }]);
    return [{ inlayHints: { enabled, rules: "all" } }];
  });
  const refreshed = new Promise((resolve) =>
    server.connection.onRequest("workspace/inlayHint/refresh", () => {
      resolve(undefined);
      return null;
    }),
  );
  await server.initialize({
    capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
  });
  await refreshed;
  await server.open(URI, TEXT);
  expect(await hintsOf(server)).toBe(0);
  enabled = true;
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  while ((await hintsOf(server)) === 0);
  expect(await server.end()).toBe(0);
});

test("a client that cannot be asked sends its settings when it starts, and when they change", async () => {
  const server = new ServerProcess();
  await server.initialize({ initializationOptions: { settings: { inlayHints: { enabled: false } } } });
  await server.open(URI, TEXT);
  expect(await hintsOf(server)).toBe(0);
  await server.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { responses: { inlayHints: { enabled: true, rules: "all" } } },
  });
  expect(await hintsOf(server)).toBe(1);
  expect(await server.end()).toBe(0);
});

async function hintsOf(server: ServerProcess): Promise<number> {
  const hints = await server.connection.sendRequest<readonly unknown[]>("textDocument/inlayHint", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  });
  return hints.length;
}
