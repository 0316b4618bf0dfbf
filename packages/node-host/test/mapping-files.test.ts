import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, compile } from "@responses/dsl";
import { LARGEST_SOURCE } from "@responses/dsl/editor";
import { DISK, MappingFiles, ProjectFiles, realPathOf } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { refusalOf } from "./support/refusal.js";

test("a mapping is read with what it includes, wherever that is", () => {
  const folder = folderWith({
    "buyers/acme.responses": 'include "../shared/all.responses"\nsuccess word "sold"\n',
    "shared/all.responses": 'include "more.responses"\nreject word "no"\n',
    "shared/more.responses": "error status 500\n",
  });
  const files = new MappingFiles(folder);
  const { linked, file } = files.load("buyers/acme.responses");
  expect(linked.kind === "mapping" && linked.mapping.rules.map((rule) => rule.file.path)).toEqual([
    "shared/more.responses",
    "shared/all.responses",
    "buyers/acme.responses",
  ]);
  expect(file.path).toBe("buyers/acme.responses");
  expect(files.lookedFor.toSorted()).toEqual(
    ["buyers/acme", "shared/all", "shared/more"].map((name) => realPathOf(join(folder, `${name}.responses`))),
  );
});

test("a file is one file whatever names lead to it, and is called as it was first called", () => {
  const folder = folderWith({ "a.responses": 'include "a.responses"\nsuccess word "a"\n' });
  symlinkSync("a.responses", join(folder, "link.responses"));
  const files = new MappingFiles(folder);
  const model = files.read("./link.responses");
  expect(model.path).toBe("link.responses");
  expect(files.read("a.responses")).toBe(model);
  expect(files.read(join(folder, "a.responses"))).toBe(model);
  expect(files.lookedFor).toHaveLength(1);
});

describe("an included file that is not there", () => {
  test.each(["missing.responses", "folder.responses", "loop.responses", `${"x".repeat(300)}.responses`])(
    "%s is a finding, and is looked for",
    (name) => {
      const folder = folderWith({
        "a.responses": `include "${name}"\nsuccess word "a"\n`,
        "folder.responses/x": "",
      });
      symlinkSync("loop.responses", join(folder, "loop.responses"));
      const files = new MappingFiles(folder);
      const { linked } = files.load("a.responses");
      expect(check(linked).map((finding) => finding.name)).toContain("include-missing");
      expect(files.lookedFor).toContain(join(realPathOf(folder), name));
    },
  );
});

test("mappings with too many rules before them are left out, unless they include nothing", () => {
  const folder = folderWith({
    "a.responses": 'include "b.responses"\nsuccess word "a"\n',
    "b.responses": 'include "c.responses"\nsuccess word "b"\n',
    "c.responses": 'success word "c"\n',
    "d.responses": 'include "c.responses"\nsuccess word "d"\n',
  });
  const files = new MappingFiles(folder, DISK, null, 7);
  const load = (name: string) => files.load(`${name}.responses`).linked.kind;
  // With the files that they include the first has 3 + 2, and the second 2 + 1.
  expect([load("a"), load("b"), load("a"), load("c")]).toEqual(Array(4).fill("mapping"));
  const { fault, message } = refusalOf(() => load("d"));
  expect(fault).toEqual({ kind: "too-many-rules-before", path: "d.responses", others: 0, rules: 7 });
  expect(message).toBe(
    "d.responses was left out: with all that they include, the mapping files before have more than 7 rules; name fewer files at once",
  );
  expect([load("a"), load("c")]).toEqual(["mapping", "mapping"]);
});

test("a file that is named and not there is an error that says so", () => {
  const folder = folderWith({});
  const { fault, message } = refusalOf(() => new MappingFiles(folder).load("a\nb.responses"));
  expect(fault).toEqual({ kind: "cannot-read", path: "a\nb.responses", reason: "there is no such file" });
  expect(message).toBe("cannot read a\\nb.responses: there is no such file");
});

test("of a file that is too large no more is read than tells so", () => {
  const folder = folderWith({ "a.responses": Buffer.alloc(LARGEST_SOURCE + 1000, "# ") });
  const files = new MappingFiles(folder);
  expect(check(files.load("a.responses").linked).map(({ name }) => name)).toEqual(["syntax"]);
  expect(files.contentOf("a.responses")).toHaveLength(LARGEST_SOURCE + 1);
});

test("content that is provided counts in place of the file's", () => {
  const folder = folderWith({ "a.responses": 'success word "a"\n' });
  const files = new MappingFiles(folder);
  expect(files.read("a.responses").models).toHaveLength(1);
  files.provide("a.responses", Buffer.from("# nothing\n"));
  expect(files.read("a.responses").models).toHaveLength(0);
  expect(`${files.contentOf("a.responses")}`).toBe("# nothing\n");
  files.provide("new/b.responses", Buffer.from('include "../a.responses"\nsuccess word "b"\n'));
  expect(files.load("new/b.responses").linked.kind).toBe("mapping");
  expect(files.contentOf("never.responses")).toHaveLength(0);
});

test("a file is read once in a run", () => {
  const folder = folderWith({ "a.responses": 'success word "a"\n' });
  const files = new MappingFiles(folder);
  const model = files.read("a.responses");
  writeFileSync(join(folder, "a.responses"), "# other\n");
  expect(files.read("a.responses")).toBe(model);
});

test("what a build step needs of a mapping file is a few lines", () => {
  const folder = folderWith({
    "responses.config.json": '{ "severity": { "untested-rule": "off" } }',
    "buyers/acme.responses": 'include "common.responses"\ninclude "later.responses"\nsuccess word "sold"\n',
    "buyers/common.responses": 'reject word "no"\n',
  });
  function compileFile(path: string) {
    const files = new MappingFiles(folder);
    const projects = new ProjectFiles(folder);
    const { linked } = files.load(path);
    const problems = check(linked).filter(({ name, file }) => projects.severityOf(name, file) !== "off");
    const watched = [...files.lookedFor, ...projects.lookedFor];
    const compiled =
      linked.kind === "mapping" ? compile(linked.mapping, { format: "esm", source: path }) : null;
    return { compiled, problems, watched };
  }
  const refusedFile = compileFile("buyers/acme.responses");
  expect(refusedFile.problems.map(({ name, file }) => [name, file])).toEqual([
    ["include-missing", "buyers/acme.responses"],
  ]);
  const places = (names: readonly string[]): readonly string[] =>
    names.map((name) => join(realPathOf(folder), name));
  const mappings = ["buyers/acme.responses", "buyers/common.responses", "buyers/later.responses"];
  expect(refusedFile.watched).toEqual(
    expect.arrayContaining([
      ...places(mappings),
      join(folder, "buyers/responses.config.json"),
      join(folder, "responses.config.json"),
    ]),
  );
  writeFileSync(join(folder, "buyers/later.responses"), "error status 500\n");
  const { compiled, problems } = compileFile("buyers/acme.responses");
  expect(problems.filter(({ name }) => name === "untested-rule")).toEqual([]);
  expect(compiled?.kind === "compiled" && compiled.code).toMatch(/^export /m);
});
