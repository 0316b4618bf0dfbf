import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  beginAtomically,
  changesOf,
  makeFolder,
  makePlaceInside,
  writeAtomically,
  writeNew,
  writeTogether,
} from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { refusalOf } from "./support/refusal.js";

describe("a file that is written atomically", () => {
  test("is seen whole or not at all", () => {
    const folder = folderWith({ a: "old" });
    const file = beginAtomically(join(folder, "a"));
    file.write("new ");
    file.write(Buffer.from("text"));
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
    file.commit();
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("new text");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("leaves everything as it was where it is discarded", () => {
    const folder = folderWith({ a: "old" });
    const file = beginAtomically(join(folder, "a"));
    file.write("new");
    file.discard();
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("keeps its mode, and a link stays a link", () => {
    const folder = folderWith({ "in/a": "old" });
    chmodSync(join(folder, "in/a"), 0o640);
    symlinkSync("in/a", join(folder, "link"));
    writeAtomically(join(folder, "link"), "new");
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "in/a"), "utf8")).toBe("new");
    expect(statSync(join(folder, "in/a")).mode & 0o777).toBe(0o640);
    expect([readdirSync(folder), readdirSync(join(folder, "in"))]).toEqual([["in", "link"], ["a"]]);
  });

  test("is refused in the place of a folder, and where there is none", () => {
    const folder = folderWith({ "sub/a": "" });
    const path = join(folder, "sub");
    expect(refusalOf(() => writeAtomically(path, "")).fault).toEqual({
      kind: "cannot-write",
      path,
      reason: "it is a folder",
    });
    const nowhere = join(folder, "no/where");
    expect(refusalOf(() => writeAtomically(nowhere, "")).fault).toEqual({
      kind: "cannot-write",
      path: nowhere,
      reason: "no file can be made there",
    });
    expect(readdirSync(folder)).toEqual(["sub"]);
  });

  test("and is new never takes the place of another", () => {
    const folder = folderWith({ a: "mine" });
    expect(refusalOf(() => writeNew(join(folder, "a"), "yours")).fault).toMatchObject({
      reason: "it is there already",
    });
    writeNew(join(folder, "b"), "yours");
    expect(readFileSync(join(folder, "a"), "utf8") + readFileSync(join(folder, "b"), "utf8")).toBe(
      "mineyours",
    );
    expect(readdirSync(folder)).toEqual(["a", "b"]);
  });
});

describe("files that are written together", () => {
  test("are all written, or none", () => {
    const folder = folderWith({ a: "old", "c/x": "" });
    const outputs = ["a", "b", "c"].map((name) => ({ path: join(folder, name), content: "new" }));
    expect(refusalOf(() => writeTogether(changesOf(outputs))).fault).toMatchObject({
      path: join(folder, "c"),
    });
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a", "c"]);
    expect(writeTogether(changesOf(outputs.slice(0, 2)))).toBe(true);
    expect(readFileSync(join(folder, "b"), "utf8")).toBe("new");
  });

  test("are left alone where they hold their content already", () => {
    const folder = folderWith({ a: "same", b: "old" });
    const past = new Date(2001, 1, 1);
    for (const name of ["a", "b"]) utimesSync(join(folder, name), past, past);
    const outputs = ["a", "b"].map((name) => ({ path: join(folder, name), content: "same" }));
    expect([writeTogether(changesOf(outputs)), writeTogether(changesOf(outputs))]).toEqual([true, false]);
    const [a, b] = ["a", "b"].map((name) => statSync(join(folder, name)).mtime.getFullYear());
    expect([a, b]).toEqual([2001, new Date().getFullYear()]);
  });
});

describe("the place of an output", () => {
  test("is made with the folders that are missing", () => {
    const folder = folderWith({});
    const path = makePlaceInside(join(folder, "out"), "deep/er/a.mjs");
    expect(path).toBe(join(folder, "out/deep/er/a.mjs"));
    writeFileSync(path, "");
  });

  test("may be outside its folder neither by its path nor through a link", () => {
    const folder = folderWith({ "elsewhere/x": "", "out/x": "" });
    symlinkSync("../elsewhere", join(folder, "out/link"));
    symlinkSync("../elsewhere/x", join(folder, "out/a.mjs"));
    const out = join(folder, "out");
    for (const [path, byLink] of [
      ["../a.mjs", false],
      ["/a.mjs", false],
      ["link/a.mjs", true],
      ["link/deep/a.mjs", true],
      ["a.mjs", true],
    ] as const) {
      const fault = { kind: "outside-folder", path, folder: out, byLink };
      expect(refusalOf(() => makePlaceInside(out, path)).fault).toEqual(fault);
    }
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["x"]);
    mkdirSync(join(folder, "out/..a"));
    expect(makePlaceInside(out, "..a/b.mjs")).toBe(join(folder, "out/..a/b.mjs"));
  });

  test("is no folder where a file is", () => {
    const folder = folderWith({ a: "" });
    makeFolder(folder);
    const path = join(folder, "a");
    expect(refusalOf(() => makeFolder(path)).fault).toEqual({
      kind: "cannot-make-folder",
      path,
      reason: "a file is in its place",
    });
  });
});
