import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "@responses/dsl";
import { GitRepository, MappingFiles, workingTreeOf } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { repositoryWith } from "@responses/testing/git-repository";
import { expect, test } from "vitest";

/* What a mapping may include: `project/a.responses` includes a file that is there. */

const RULE = "error status 500\n";

interface Case {
  readonly what: string;
  readonly includes: string;
  /** Besides the mapping and `outside/b.responses`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders that are made the root of a repository. */
  readonly repositories?: readonly string[];
  /** A link in the project, and where it leads. */
  readonly link?: readonly [path: string, target: string];
  readonly says: "" | "outside of the project's folders" | "begins at the root of the disk";
}

const OUT = "../outside/b.responses";
const OUTSIDE = "outside of the project's folders";

const CASES: readonly Case[] = [
  { what: "any file where there is no project", includes: OUT, says: "" },
  { what: "a file of the repository", includes: OUT, repositories: ["."], says: "" },
  { what: "no file outside of the repository", includes: OUT, repositories: ["project"], says: OUTSIDE },
  {
    what: "no file outside of the project file's folder",
    includes: OUT,
    files: { "project/responses.config.json": "{}" },
    says: OUTSIDE,
  },
  {
    what: "a file above the project file, in the repository",
    includes: OUT,
    files: { "project/responses.config.json": "{}" },
    repositories: ["."],
    says: "",
  },
  {
    what: "a file in a folder that the project file names",
    includes: OUT,
    files: { "project/responses.config.json": '{ "includeFrom": ["../outside"] }' },
    says: "",
  },
  {
    what: "no file in another one than that",
    includes: OUT,
    files: { "project/responses.config.json": '{ "includeFrom": ["../elsewhere"] }' },
    says: OUTSIDE,
  },
  {
    what: "no file to which a link leads out",
    includes: "b.responses",
    repositories: ["project"],
    link: ["project/b.responses", OUT],
    says: OUTSIDE,
  },
  {
    what: "nothing that begins at the root",
    includes: "/etc/hostname",
    says: "begins at the root of the disk",
  },
  {
    what: "nothing that begins at a drive",
    includes: "C:/b.responses",
    says: "begins at the root of the disk",
  },
];

test.each(CASES)("$what", ({ includes, files = {}, repositories = [], link, says }) => {
  const folder = folderWith({
    "project/a.responses": `include "${includes}"\nsuccess status 201\n`,
    "outside/b.responses": RULE,
    ...files,
  });
  for (const repository of repositories) mkdirSync(join(folder, repository, ".git"));
  if (link !== undefined) symlinkSync(link[1], join(folder, link[0]));
  const { findings } = new MappingFiles(join(folder, "project")).load("a.responses").linked;
  expect(findings.map(messageOf)).toEqual(says === "" ? [] : [expect.stringContaining(says)]);
});

test("no file outside of the repository, where its working tree is held against a revision", () => {
  const folder = folderWith({ "b.responses": RULE });
  const repository = repositoryWith({ "a.responses": `include "b.responses"\nsuccess status 201\n` });
  symlinkSync(join(folder, "b.responses"), join(repository, "b.responses"));
  const source = workingTreeOf(new GitRepository(repository));
  const { findings } = new MappingFiles(repository, source).load("a.responses").linked;
  expect(findings.map(messageOf)).toEqual([expect.stringContaining(OUTSIDE)]);
});
