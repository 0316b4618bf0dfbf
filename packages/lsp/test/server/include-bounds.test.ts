import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";
import { ServerProcess } from "../support/server-process.js";

const TEXT = 'include "../outside/b.responses"\nsuccess status 201\nexample 201 "" is success\n';

test("an editor refuses an include that leads out of the repository as the command does, until the project file allows it", async () => {
  const folder = folderWith({
    "project/a.responses": TEXT,
    "project/responses.config.json": "{}",
    "outside/b.responses": "error status 500\n",
  });
  mkdirSync(join(folder, "project/.git"));
  const project = join(folder, "project");
  const server = new ServerProcess();
  const uri = pathToFileURL(join(project, "a.responses")).toString();
  const config = pathToFileURL(join(project, "responses.config.json")).toString();
  await server.initialize({
    workspaceFolders: [{ uri: pathToFileURL(project).toString(), name: "project" }],
  });
  await server.open(uri, TEXT);
  await expect.poll(() => namesIn(server, uri)).toEqual(["include-missing"]);
  const refused = await run(["check", "a.responses"], { cwd: project });
  expect(refused.stdout).toContain("is outside of the project's folders");

  writeFileSync(join(project, "responses.config.json"), '{ "includeFrom": ["../outside"] }');
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: config, type: 2 }],
  });
  await expect.poll(() => namesIn(server, uri)).toEqual([]);
  expect((await run(["check", "a.responses"], { cwd: project })).exitCode).toBe(0);
});

function namesIn(server: ServerProcess, uri: string) {
  return server.published.get(uri)?.diagnostics.map(({ code }) => code);
}
