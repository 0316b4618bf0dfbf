import { expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

/*
 * A client whose files come slowly, as over a network: whoever asks for something of all of them sees how far the reading
 * is, and can give up.
 */

const FOLDER = "slow:///project";
const FILES = Array.from({ length: 20 }, (_, index) => `${FOLDER}/file-${index}.responses`);
const MILLISECONDS_PER_FILE = 60;

interface Progress {
  readonly token: number | string;
  readonly value: { readonly kind: string; readonly title?: string; readonly message?: string };
}

/** @param beforeReading is waited for before a file is answered; it is told how many were asked for */
async function slowServer(
  workDoneProgress: boolean,
  beforeReading: (asked: number) => Promise<void> = async () => {},
) {
  const server = new ServerProcess();
  const progress: Progress[] = [];
  const created: unknown[] = [];
  let asked = 0;
  server.connection.onRequest("responses/listMappingFiles", () => FILES);
  server.connection.onRequest("responses/readFile", async () => {
    await beforeReading(++asked);
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_PER_FILE));
    return Buffer.from('reject word "dup" as Duplicate\n').toString("base64");
  });
  server.connection.onRequest("window/workDoneProgress/create", ({ token }) => {
    created.push(token);
    return null;
  });
  server.connection.onNotification("$/progress", (params: Progress) => {
    progress.push(params);
  });
  await server.initialize({
    rootUri: FOLDER,
    initializationOptions: { readsFiles: true },
    capabilities: { window: { workDoneProgress } },
  });
  const ask = (params: object, source = new CancellationTokenSource()) =>
    server.connection.sendRequest<unknown[]>("workspace/symbol", { query: "dup", ...params }, source.token);
  return { server, ask, progress, created };
}

function checkStages(progress: readonly Progress[], token: unknown): void {
  const kinds = progress.map(({ value }) => value.kind);
  expect(kinds[0]).toBe("begin");
  expect(kinds.at(-1)).toBe("end");
  expect(progress[0]?.value.title).toBe("Reading mapping files");
  expect(progress.find(({ value }) => value.kind === "report")?.value.message).toMatch(/^\d+ of 20 files$/);
  for (const own of progress) expect(own.token).toBe(token);
}

test("a client that shows progress sees it, and only while it takes long", async () => {
  const { server, ask, progress, created } = await slowServer(true);
  expect(await ask({})).toHaveLength(FILES.length);
  expect(created).toHaveLength(1);
  checkStages(progress, created[0]);
  expect(await ask({})).toHaveLength(FILES.length);
  expect(created).toHaveLength(1);
  expect(await server.end()).toBe(0);
});

test("a client that gave a token sees it there", async () => {
  const { server, ask, progress, created } = await slowServer(true);
  expect(await ask({ workDoneToken: "mine" })).toHaveLength(FILES.length);
  expect(created).toEqual([]);
  checkStages(progress, "mine");
  expect(await server.end()).toBe(0);
});

test("a client that shows none is told nothing", async () => {
  const { server, ask, progress, created } = await slowServer(false);
  expect(await ask({})).toHaveLength(FILES.length);
  expect([...progress, ...created]).toEqual([]);
  expect(await server.end()).toBe(0);
});

test("who gives up does not wait for the rest", async () => {
  const source = new CancellationTokenSource();
  const isShown = () => progress.some(({ value }) => value.kind === "begin");
  let mostAsked = 0;
  const { server, ask, progress } = await slowServer(true, async (asked) => {
    mostAsked = asked;
    // The person who gives up has seen the progress; whoever is slow, it comes before the last files.
    if (asked > FILES.length / 2) {
      await until(isShown);
      source.cancel();
    }
  });
  await expect(ask({}, source)).rejects.toMatchObject({ code: -32800 });
  expect(mostAsked).toBeLessThan(FILES.length);
  await until(() => progress.at(-1)?.value.kind === "end");
  expect(await server.end()).toBe(0);
});

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 20));
}
