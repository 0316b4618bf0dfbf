import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FILES_ALONE, type RunOptions, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/** Nothing is found in it but this one, which names the file. */
function mapping(text: string, includes: readonly string[] = []): string {
  return `${includes.map((path) => `include "${path}"\n`).join("")}success exact "${text}*" and keyword "${text}"\nexample "${text}" is unmapped\n`;
}

/** `top` stands on `deep` through `middle`; `alone` on nothing. */
const FILES = {
  "deep.responses": mapping("deep"),
  "middle.responses": mapping("middle", ["deep.responses"]),
  "top.responses": mapping("top", ["middle.responses"]),
  "alone.responses": mapping("alone"),
  "eu/other.responses": mapping("other"),
};

/** The mapping files that a run has tested, and its last line. */
async function tested(args: readonly string[], options: RunOptions) {
  const { stdout, stderr, exitCode } = await run(["test", ...args], options);
  const files = [...stdout.matchAll(/^[✓✗] ([^ :\n]+\.responses)/gm)].map(([, file = ""]) => file);
  return { files: [...new Set(files)].sort(), stdout, stderr, exitCode };
}

interface Case {
  readonly change: (cwd: string) => void;
  readonly touched: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  "a file that is edited": {
    change: (cwd) => writeFiles(cwd, { "alone.responses": mapping("new") }),
    touched: ["alone.responses"],
  },
  "a file that is edited and staged": {
    change: (cwd) => {
      writeFiles(cwd, { "alone.responses": mapping("new") });
      git(cwd, "add", "-A");
    },
    touched: ["alone.responses"],
  },
  "an edit that is committed": {
    change: (cwd) => commitAll(cwd, { "alone.responses": mapping("new") }),
    touched: ["alone.responses"],
  },
  "an include, through two files": {
    change: (cwd) => writeFiles(cwd, { "deep.responses": mapping("new") }),
    touched: ["deep.responses", "middle.responses", "top.responses"],
  },
  "an include that is gone": {
    change: (cwd) => rmSync(join(cwd, "deep.responses")),
    touched: ["middle.responses", "top.responses"],
  },
  "an include that has another name": {
    change: (cwd) => {
      git(cwd, "mv", "deep.responses", "eu/deep.responses");
      commitAll(cwd);
    },
    touched: ["eu/deep.responses", "middle.responses", "top.responses"],
  },
  "a file that git has not been told of": {
    change: (cwd) => writeFiles(cwd, { "eu/new.responses": mapping("new", ["../deep.responses"]) }),
    touched: ["eu/new.responses"],
  },
  "a project file, which counts for its folder": {
    change: (cwd) => writeFiles(cwd, { "eu/responses.config.json": "{}\n" }),
    touched: ["eu/other.responses"],
  },
  "a file that no mapping stands on": {
    change: (cwd) => writeFiles(cwd, { "notes.txt": "include alone.responses\n" }),
    touched: [],
  },
  "an edit that is taken back": {
    change: (cwd) => {
      commitAll(cwd, { "alone.responses": mapping("new") });
      writeFiles(cwd, { "alone.responses": mapping("alone") });
    },
    touched: [],
  },
  "line ends alone": {
    change: (cwd) => writeFiles(cwd, { "alone.responses": mapping("alone").replaceAll("\n", "\r\n") }),
    touched: [],
  },
  "the times of files alone": {
    change: (cwd) => {
      for (const name of Object.keys(FILES)) utimesSync(join(cwd, name), 1, 1);
    },
    touched: [],
  },
  "a link that leads elsewhere now": {
    change: (cwd) => {
      rmSync(join(cwd, "link.responses"), { force: true });
      symlinkSync("eu/other.responses", join(cwd, "deep-link.responses"));
      writeFiles(cwd, { "linked.responses": mapping("linked", ["deep-link.responses"]) });
    },
    touched: ["deep-link.responses", "linked.responses"],
  },
};

describe("--changed takes what stands on the change", () => {
  test.each(Object.entries(CASES))("%s", async (_, { change, touched }) => {
    const cwd = repositoryWith(FILES);
    git(cwd, "branch", "base");
    change(cwd);
    const { files, stdout, exitCode } = await tested(["--since", "base"], { cwd });
    expect(files).toEqual(touched);
    if (touched.length === 0) {
      expect(stdout).toMatch(
        /^tested 0 of 5 files, what changed since base \([0-9a-f]{10}\): no examples; exit code 0: no mapping file depends on what has changed\n$/m,
      );
      expect(exitCode).toBe(0);
    }
  });

  test("a link in the history that leads elsewhere now is a change of what includes it", async () => {
    const cwd = folderWith({ ...FILES, "linked.responses": mapping("linked", ["link.responses"]) });
    symlinkSync("alone.responses", join(cwd, "link.responses"));
    git(cwd, "init", "-q", "-b", "main");
    commitAll(cwd);
    rmSync(join(cwd, "link.responses"));
    symlinkSync("deep.responses", join(cwd, "link.responses"));
    const { files } = await tested(["--since", "HEAD"], { cwd });
    expect(files).toContain("linked.responses");
    expect(files).not.toContain("alone.responses");
  });

  test("a folder that is another one now, and a project file that is a link", async () => {
    const cwd = folderWith({
      "v1/acme.responses": mapping("one"),
      "v2/acme.responses": mapping("two"),
      "user.responses": mapping("user", ["current/acme.responses"]),
      "eu/own.responses": mapping("own"),
      "shared/project.json": "{}\n",
    });
    symlinkSync("v1", join(cwd, "current"));
    symlinkSync("../shared/project.json", join(cwd, "eu/responses.config.json"));
    git(cwd, "init", "-q", "-b", "main");
    commitAll(cwd);
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual([]);
    rmSync(join(cwd, "current"));
    symlinkSync("v2", join(cwd, "current"));
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual(["user.responses"]);
    writeFiles(cwd, { "shared/project.json": '{ "ignore": [] }\n' });
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual([
      "eu/own.responses",
      "user.responses",
    ]);
  });
});

describe("--changed counts from", () => {
  test("where HEAD left the revision, not from what came to it since", async () => {
    const cwd = repositoryWith(FILES);
    git(cwd, "checkout", "-q", "-b", "work");
    commitAll(cwd, { "top.responses": mapping("work") });
    git(cwd, "checkout", "-q", "main");
    commitAll(cwd, { "alone.responses": mapping("main") });
    git(cwd, "checkout", "-q", "work");
    const { files, stdout } = await tested(["--since", "main"], { cwd });
    expect(files).toEqual(["top.responses"]);
    expect(stdout).toContain("what changed since main where HEAD left it (");
  });

  test.each([
    ["the branch that a pull request on GitHub is for", { GITHUB_BASE_REF: "main" }, "origin/main"],
    ["origin/HEAD elsewhere", {}, "origin/HEAD"],
  ])("%s", async (_, env, name) => {
    const origin = repositoryWith(FILES);
    const cwd = folderWith({});
    git(cwd, "clone", "-q", origin, ".");
    git(cwd, "checkout", "-q", "-b", "work");
    commitAll(cwd, { "alone.responses": mapping("new") });
    const { files, stdout } = await tested(["--changed"], {
      cwd,
      env: { GITHUB_BASE_REF: "", CI_MERGE_REQUEST_DIFF_BASE_SHA: "", ...env },
    });
    expect(files).toEqual(["alone.responses"]);
    expect(stdout).toContain(`tested 1 of 5 files, what changed since ${name} (`);
  });

  test("the commit that a merge request on GitLab is for", async () => {
    const cwd = repositoryWith(FILES);
    const base = git(cwd, "rev-parse", "HEAD").trim();
    commitAll(cwd, { "alone.responses": mapping("new") });
    const env = { GITHUB_BASE_REF: "", CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
    expect((await tested(["--changed"], { cwd, env })).files).toEqual(["alone.responses"]);
  });
});

describe("--changed works", () => {
  test("in a folder of the repository, on what is named there", async () => {
    const root = repositoryWith(FILES);
    writeFiles(root, { "eu/other.responses": mapping("new"), "alone.responses": mapping("new") });
    expect((await tested(["--since", "HEAD"], { cwd: join(root, "eu") })).files).toEqual(["other.responses"]);
    expect(
      (await tested(["--since", "HEAD", "../alone.responses"], { cwd: join(root, "eu") })).files,
    ).toEqual(["../alone.responses"]);
  });

  test("in a worktree", async () => {
    const main = repositoryWith(FILES);
    const cwd = folderWith({});
    git(main, "worktree", "add", "-q", join(cwd, "tree"), "-b", "tree");
    writeFiles(join(cwd, "tree"), { "alone.responses": mapping("new") });
    expect((await tested(["--since", "main"], { cwd: join(cwd, "tree") })).files).toEqual([
      "alone.responses",
    ]);
  });

  test("in a copy of a working tree, of which the index knows nothing", async () => {
    const original = repositoryWith(FILES);
    const cwd = folderWith({});
    cpSync(original, cwd, { recursive: true });
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual([]);
  });

  test("with a submodule, by what has changed in it, committed or not", async () => {
    const inner = repositoryWith({ "inner.responses": mapping("inner"), "calm.responses": mapping("calm") });
    const cwd = repositoryWith({ ...FILES, "user.responses": mapping("user", ["sub/inner.responses"]) });
    git(cwd, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub");
    commitAll(cwd);
    git(cwd, "branch", "base");
    expect((await tested(["--since", "base"], { cwd })).files).toEqual([]);
    writeFiles(join(cwd, "sub"), { "inner.responses": mapping("edited") });
    const touched = ["sub/inner.responses", "user.responses"];
    expect((await tested(["--since", "base"], { cwd })).files).toEqual(touched);
    commitAll(join(cwd, "sub"));
    expect((await tested(["--since", "base"], { cwd })).files).toEqual(touched);
    commitAll(cwd);
    expect((await tested(["--since", "base"], { cwd })).files).toEqual(touched);
  });
});

/** What git says nothing of may have changed: a run never ends well because of that. */
describe("--changed takes what git does not answer for", () => {
  test("ignored files, what includes them, and other repositories in this one", async () => {
    const cwd = repositoryWith({
      ...FILES,
      ".gitignore": "made/\n",
      "made/own.responses": mapping("own"),
      "user.responses": mapping("user", ["made/own.responses"]),
    });
    writeFiles(cwd, { "nested/own.responses": mapping("nested") });
    git(join(cwd, "nested"), "init", "-q");
    commitAll(join(cwd, "nested"));
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual([
      "made/own.responses",
      "nested/own.responses",
      "user.responses",
    ]);
  });

  test("files outside of the repository", async () => {
    const folder = folderWith({ "out.responses": mapping("out") });
    const cwd = join(folder, "inner");
    writeFiles(cwd, FILES);
    git(cwd, "init", "-q");
    commitAll(cwd);
    const { files } = await tested(["--since", "HEAD", ".", "../out.responses"], { cwd });
    expect(files).toEqual(["../out.responses"]);
  });

  test.each(["--assume-unchanged", "--skip-worktree"])(
    "files that git is told not to look at (%s)",
    async (flag) => {
      const cwd = repositoryWith(FILES);
      git(cwd, "update-index", flag, "alone.responses");
      expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual(["alone.responses"]);
    },
  );

  test("files that git could not look through", async () => {
    const cwd = repositoryWith(FILES);
    writeFiles(cwd, { "deep.responses": mapping("new") });
    const bin = folderWith({
      git: `#!/bin/sh
for word; do if [ "$word" = grep ]; then printf 'top.responses\\0'; echo 'error: middle.responses: Permission denied' >&2; exit 0; fi; done
PATH="$REAL" exec git "$@"
`,
    });
    chmodSync(join(bin, "git"), 0o755);
    const { PATH = "" } = process.env;
    const env = { PATH: `${bin}:${PATH}`, REAL: PATH };
    expect((await tested(["--since", "HEAD"], { cwd, env })).files).toEqual([
      "deep.responses",
      "middle.responses",
      "top.responses",
    ]);
  });

  // Elsewhere the system refuses such names.
  test.runIf(process.platform === "linux")("a file whose name is not UTF-8, which is not gone", async () => {
    const cwd = repositoryWith(FILES);
    const path = Buffer.concat([
      Buffer.from(join(cwd, "caf")),
      Buffer.from([0xe9]),
      Buffer.from(".responses"),
    ]);
    writeFileSync(path, mapping("old"));
    commitAll(cwd, {});
    writeFileSync(path, mapping("new"));
    const { stdout, stderr, exitCode } = await tested(["--since", "HEAD"], { cwd });
    expect(stdout).not.toContain("deleted");
    expect(stderr).toBe("error: cannot read caf\uFFFD.responses: its name cannot be read as UTF-8\n");
    expect(exitCode).toBe(2);
  });

  test("a file that has become a pipe, without waiting for it", async () => {
    const cwd = repositoryWith({ ...FILES, "notes.txt": "x" });
    rmSync(join(cwd, "notes.txt"));
    execFileSync("mkfifo", [join(cwd, "notes.txt")]);
    symlinkSync("notes.txt", join(cwd, "linked.txt"));
    expect((await tested(["--since", "HEAD"], { cwd })).files).toEqual([]);
  });
});

describe("--changed fails, and says what to do", () => {
  test.each<readonly [string, readonly string[], string]>([
    ["an unknown revision", ["--since", "nowhere"], "there is no revision nowhere in this repository"],
    ["a misspelt one", ["--since", "mian"], "did you mean main?"],
    ["one by the name that diff has for it", ["--base", "mian"], "did you mean main?"],
    ["two of them", ["--base", "main", "--since", "HEAD"], "--base and --since are names of one option"],
    ["an option for a revision", ["--since", "--output=x"], "there is no revision --output=x"],
    ["no revision", ["--changed"], "say since which revision: --changed --since main"],
    ["standard input", ["--since", "HEAD", "-"], "git knows nothing of standard input"],
  ])("%s", async (_, args, message) => {
    const cwd = repositoryWith(FILES);
    const env = { GITHUB_BASE_REF: "", CI_MERGE_REQUEST_DIFF_BASE_SHA: "" };
    const { exitCode, stderr } = await tested(args, { cwd, env });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test("outside of a repository", async () => {
    const { exitCode, stderr } = await tested(["--since", "HEAD"], { cwd: folderWith(FILES) });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is in no git repository")]);
  });

  test("where Node may not start git", async () => {
    const { exitCode, stderr } = await tested(["--since", "HEAD"], {
      cwd: repositoryWith(FILES),
      env: FILES_ALONE,
    });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("git could not be started: Node runs")]);
  });

  test("in a shallow clone without the base", async () => {
    const origin = repositoryWith(FILES);
    commitAll(origin, { "alone.responses": mapping("new") });
    git(origin, "branch", "old", "HEAD~1");
    const cwd = folderWith({});
    git(cwd, "clone", "-q", "--depth", "1", `file://${origin}`, ".");
    const { exitCode, stderr } = await tested(["--since", "origin/old"], { cwd });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(
        "this clone is shallow and does not have the revision origin/old; this gets it: git fetch",
      ),
    ]);
  });

  test("without any mapping file, narrowed or not", async () => {
    const { exitCode, stdout } = await tested(["--since", "HEAD"], { cwd: repositoryWith({ "a.txt": "x" }) });
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining("found no mapping file")]);
  });
});

test("check says the same of what it leaves out", async () => {
  const cwd = repositoryWith(FILES);
  writeFiles(cwd, { "alone.responses": 'success keywrod "x"\n' });
  const { stdout, exitCode } = await run(["check", "--since", "HEAD"], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("alone.responses:1:9 error syntax");
  expect(stdout).toMatch(
    /\nchecked 1 of 5 files, what changed since HEAD \([0-9a-f]{10}\) \(0 rules, 0 examples\), found 1 error; exit code 1: errors must be fixed\n$/,
  );
});
