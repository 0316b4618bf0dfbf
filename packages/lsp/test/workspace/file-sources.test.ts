import { devNull } from "node:os";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { nodeFiles } from "../../src/platform/node-files.js";
import type { FileSource } from "../../src/workspace/files/file-source.js";
import { ListedFiles } from "../../src/workspace/files/listed-files.js";
import { StoredFiles } from "../../src/workspace/files/stored-files.js";

test("what is no file is not read: a device may never end", async () => {
  expect(await nodeFiles.read(pathToFileURL(devNull).toString())).toBeNull();
  expect(await nodeFiles.read(new URL(".", import.meta.url).toString())).toBeNull();
  expect(await nodeFiles.read(import.meta.url)).not.toBeNull();
});

const URI = "file:///a.responses";

/** Files whose readings end when the test says with what. */
function slowFiles() {
  const readings: ((text: string) => void)[] = [];
  const source: FileSource = {
    read: () =>
      new Promise((resolve) => {
        readings.push((text) => resolve(new TextEncoder().encode(text)));
      }),
    listMappingFiles: async () => [],
  };
  return { source, readings };
}

test("what was read before a file changed is not taken for its content", async () => {
  const { source, readings } = slowFiles();
  const stored = new StoredFiles(source);
  const before = stored.load([URI]);
  stored.forget(URI);
  const after = stored.load([URI]);
  expect(readings).toHaveLength(2);
  readings[1]?.("new");
  await after;
  readings[0]?.("old");
  await before;
  expect(new TextDecoder().decode(stored.get(URI) ?? undefined)).toBe("new");
});

test("a file that several wait for is read once", async () => {
  const { source, readings } = slowFiles();
  const stored = new StoredFiles(source);
  const both = Promise.all([stored.load([URI]), stored.load([URI])]);
  expect(readings).toHaveLength(1);
  readings[0]?.("text");
  await both;
  expect(stored.get(URI)).not.toBeNull();
});

test("a file that is made while the folders are being listed is not forgotten", async () => {
  let finish = (_: readonly string[]) => {};
  const source: FileSource = {
    read: async () => null,
    listMappingFiles: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  };
  const listed = new ListedFiles(source, ["file:///"]);
  const all = listed.all();
  listed.add("file:///new.responses");
  finish([URI]);
  expect([...(await all)]).toEqual([URI, "file:///new.responses"]);
});

test("a listing that fails is tried again", async () => {
  let isThere = false;
  const source: FileSource = {
    read: async () => null,
    listMappingFiles: async () => {
      if (isThere) return [URI];
      throw new Error("no connection");
    },
  };
  const listed = new ListedFiles(source, ["file:///"]);
  await expect(listed.all()).rejects.toThrow("no connection");
  isThere = true;
  expect([...(await listed.all())]).toEqual([URI]);
});
