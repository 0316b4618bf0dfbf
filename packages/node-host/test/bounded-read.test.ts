import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { type BoundedRead, readBounded, readRegularFile, readStream } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const READERS: readonly (readonly [string, (path: string, most: number) => Promise<BoundedRead>])[] = [
  ["readBounded", async (path, most) => readBounded(path, most)],
  ["readRegularFile", readRegularFile],
];

describe.each(READERS)("%s", (_, read) => {
  test.each([0, 1, 10, 65_535, 65_536, 65_537, 1_200_000])("reads a file of %d bytes whole", async (size) => {
    const bytes = Buffer.alloc(size, "abc");
    const path = join(folderWith({ a: bytes }), "a");
    for (const most of [size, size + 1, 10_000_000]) {
      const outcome = await read(path, most);
      expect(outcome.kind === "bytes" && outcome.bytes.equals(bytes)).toBe(true);
    }
  });

  test.each([1, 10, 65_537, 1_200_000])(
    "takes one byte more than the most of a file of %d bytes",
    async (size) => {
      const path = join(folderWith({ a: Buffer.alloc(size, "abc") }), "a");
      for (const most of new Set([size - 1, size >> 1, 0])) {
        const outcome = await read(path, most);
        expect(outcome.kind === "too-large" && outcome.start.length).toBe(most + 1);
      }
    },
  );

  test("says why there is nothing to read", async () => {
    const folder = folderWith({ "a/b": "" });
    symlinkSync("two", join(folder, "one"));
    symlinkSync("one", join(folder, "two"));
    symlinkSync("nothing", join(folder, "link"));
    const outcomes = await Promise.all(
      ["nothing", "a/b/c", "one", "link", "nul\0", "x".repeat(300)].map((name) =>
        read(`${folder}/${name}`, 10),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      "missing",
      "missing",
      "impossible",
      "no-file",
      "impossible",
      "impossible",
    ]);
    expect(outcomes.slice(0, 4)).toMatchObject([
      { reason: "there is no such file" },
      { reason: "there is no such file" },
      { reason: "its symbolic links lead in a circle" },
      { reason: "its symbolic link leads nowhere" },
    ]);
  });

  test("takes no folder for a file", async () => {
    expect((await read(folderWith({}), 10)).kind).toBe("no-file");
  });
});

test("a device is no file, and the null device an empty one where what is no regular file may be read", async () => {
  const device = { kind: "no-file", reason: "it is a device and no file" };
  expect(readBounded("/dev/zero", 1000)).toEqual(device);
  expect(readBounded("/dev/null", 1000)).toEqual({ kind: "bytes", bytes: Buffer.alloc(0) });
  expect(await readRegularFile("/dev/zero", 1000)).toMatchObject({ kind: "no-file" });
  const pipe = join(folderWith({}), "pipe");
  execFileSync("mkfifo", [pipe]);
  expect(await readRegularFile(pipe, 1000)).toMatchObject({ kind: "no-file" });
});

describe("a stream", () => {
  async function* chunks(...texts: readonly string[]): AsyncGenerator<Buffer> {
    for (const text of texts) yield Buffer.from(text);
  }

  test("is put together", async () => {
    const outcome = await readStream(() => chunks("one ", "", "two"), 7);
    expect(outcome.kind === "bytes" && `${outcome.bytes}`).toBe("one two");
  });

  test("is read no further than tells that it is too large", async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.from("more");
    }
    const outcome = await readStream(endless, 6);
    expect(outcome.kind === "too-large" && `${outcome.start}`).toBe("moremor");
  });

  test("that fails, or can't be opened, says why", async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from("some");
      throw new Error("the line is dead");
    }
    const refused = (): AsyncIterable<Buffer> => {
      throw new Error("not today");
    };
    expect(await readStream(failing, 10)).toEqual({ kind: "unreadable", reason: "the line is dead" });
    expect(await readStream(refused, 10)).toEqual({ kind: "unreadable", reason: "not today" });
  });
});
