import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { type FileError, ProjectFiles } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { refusalOf } from "./support/refusal.js";

const OFF = '{ "severity": { "untested-rule": "off" } }';
const GRAVE = '{ "severity": { "untested-rule": "error" }, "ignore": ["old/**", "draft.responses"] }';

test("the nearest project file upwards counts, alone", () => {
  const folder = folderWith({ "responses.config.json": OFF, "buyers/responses.config.json": GRAVE });
  const projects = new ProjectFiles(folder);
  expect(projects.severityOf("untested-rule", "a.responses")).toBe("off");
  expect(projects.severityOf("untested-rule", "other/deep/a.responses")).toBe("off");
  expect(projects.severityOf("untested-rule", "buyers/deep/a.responses")).toBe("error");
  expect(projects.severityOf("keyword-inside-word", "a.responses")).toBe("warning");
});

test("its globs start from its folder, whatever folder paths are given from", () => {
  const folder = folderWith({ "buyers/responses.config.json": GRAVE });
  for (const [from, before] of [
    [folder, "buyers/"],
    [join(folder, "buyers"), ""],
    [join(folder, "elsewhere"), "../buyers/"],
    [folder, `${folder}/buyers/`],
  ] as const) {
    const projects = new ProjectFiles(from);
    const ignored = ["old", "old/a.responses", "draft.responses", "deep/draft.responses", "a.responses"];
    expect(ignored.map((path) => projects.ignores(before + path))).toEqual([true, true, true, true, false]);
  }
});

test("all places at which one was looked for are known", () => {
  const folder = folderWith({ "responses.config.json": OFF });
  const projects = new ProjectFiles(folder);
  projects.ignores("a/b/c.responses");
  expect(projects.lookedFor.toSorted()).toEqual(
    ["a/b", "a", "."].map((way) => join(folder, way, "responses.config.json")).toSorted(),
  );
});

describe("a project file that is wrong", () => {
  function errorOf(folder: string): FileError {
    const projects = new ProjectFiles(folder);
    const errorAt = (path: string) => refusalOf(() => projects.severityOf("untested-rule", path));
    const error = errorAt("a.responses");
    // Read once, and refused each time.
    expect(errorAt("b.responses")).toBe(error);
    return error;
  }

  test("is refused with every problem and its place", () => {
    const error = errorOf(folderWith({ "responses.config.json": '{\n  "ignor": [],\n "severity": 1 }' }));
    expect(error.fault).toMatchObject({
      kind: "wrong-project-file",
      path: "responses.config.json",
      problems: [
        { line: 2, column: 3 },
        { line: 3, column: 14 },
      ],
    });
    expect(error.message.split("\n")[0]).toBe("the project file cannot be used");
    expect(error.message.split("\n")[2]).toMatch(/^ {2}responses\.config\.json:3:14: /);
  });

  test("or cannot be read is refused, too", () => {
    const noText = errorOf(folderWith({ "responses.config.json": Buffer.from([0xff]) }));
    expect(noText.message).toBe("cannot read responses.config.json: it is not UTF-8");
    const folder = folderWith({});
    symlinkSync("responses.config.json", join(folder, "responses.config.json"));
    expect(errorOf(folder).message).toBe(
      "cannot read responses.config.json: its symbolic links lead in a circle",
    );
  });

  test("or is no file", () => {
    const folder = folderWith({ "responses.config.json/a": "" });
    expect(errorOf(folder).message).toBe("cannot read responses.config.json: it is a folder");
    const linked = folderWith({});
    symlinkSync("nothing", join(linked, "responses.config.json"));
    expect(errorOf(linked).message).toBe(
      "cannot read responses.config.json: its symbolic link leads nowhere",
    );
  });
});
