import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientProfile } from "../../src/server/client/client-profile.js";
import { Session } from "../../src/server/session/session.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

test("a listener that fails is noted in the log, and the others are told all the same", async () => {
  const written = new PassThrough();
  const connection = createConnection(ProposedFeatures.all, new PassThrough(), written);
  const workspace = workspaceOf({});
  const client = clientProfile({ processId: null, rootUri: null, capabilities: {} });
  const session = new Session(connection, client, workspace);
  const told: string[] = [];
  session.onAnalysed(() => {
    throw new Error("the first listener fails");
  });
  session.onAnalysed(({ file }) => told.push(file.path));
  session.onChanged(() => {
    throw new Error("so does another");
  });
  session.onChanged((uri) => told.push(uri));
  session.analysed(await openDocument(workspace, "a.responses", "success status 201\n"));
  session.changed("file:///project/a.responses");
  expect(told).toEqual(["a.responses", "file:///project/a.responses"]);
  await new Promise((resolve) => setImmediate(resolve));
  const log = String(written.read());
  expect(log).toContain("the first listener fails");
  expect(log).toContain("so does another");
});
