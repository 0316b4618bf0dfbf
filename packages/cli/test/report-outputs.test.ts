import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith } from "@responses/testing/git-repository";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { junitCases, saidInGithub, saidInGitlab, saidInSarif } from "./support/read-reports.js";

/** With one warning and nothing else to say. */
const WRONG = 'success keyword "valid"\nexample "valid" is success\n';

function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("--format and --output", () => {
  test.each<readonly [string, readonly string[], Readonly<Record<string, RegExp>>, RegExp]>([
    [
      "a file behind its format",
      ["--format", "json", "--output", "a"],
      { a: /^\{/ },
      /^wrote a \(json\)\nchecked 1 file/,
    ],
    [
      "a file before its format",
      ["--output", "a", "--format", "json"],
      { a: /^\{/ },
      /^wrote a \(json\)\nchecked 1 file/,
    ],
    [
      "a file without a format",
      ["--output", "a"],
      { a: /^a\.responses:1:17 warning/ },
      /^wrote a \(pretty\)\nchecked 1 file/,
    ],
    ...(
      [
        ["SARIF", "sarif", "a.sarif", /"version": "2\.1\.0"/],
        ["Markdown", "markdown", "a.MD", /^### /],
        ["JSON", "json", "a.json", /^\{\n {2}"summary"/],
        ["JUnit", "junit", "a.xml", /^<\?xml/],
        ["nothing else", "pretty", "a.html", /^a\.responses:1:17 warning/],
      ] as const
    ).map(
      ([name, format, file, content]) =>
        [
          `a file with the ending of ${name}`,
          ["--output", file],
          { [file]: content },
          new RegExp(`^wrote ${file} \\(${format}\\)\nchecked 1 file`),
        ] as const,
    ),
    [
      "an ending that says another format",
      ["--output", "a.sarif", "--format", "json"],
      { "a.sarif": /^\{\n {2}"summary"/ },
      /^wrote a\.sarif \(json\)/,
    ],
    [
      "two files with endings",
      ["--format", "gitlab", "--output", "c", "--output", "a.sarif", "--output", "b.md"],
      { "a.sarif": /2\.1\.0/, "b.md": /^### /, c: /^\[/ },
      /^wrote c \(gitlab\)\nwrote a\.sarif \(sarif\)\nwrote b\.md \(markdown\)/,
    ],
    [
      "two files, and what is printed",
      ["--format", "sarif", "--output", "x/y/s", "--format", "gitlab", "--output", "g", "--format", "pretty"],
      { "x/y/s": /^\{/, g: /^\[/ },
      /^a\.responses:1:17 warning[\s\S]*\nwrote x\/y\/s \(sarif\)\nwrote g \(gitlab\)\nchecked 1 file/,
    ],
    [
      "one format twice",
      ["--format", "json", "--output", "a", "--format", "json"],
      { a: /^\{/ },
      /^\{[\s\S]*\}\n$/,
    ],
  ])("%s", async (_, args, files, printed) => {
    const cwd = folderWith({ "a.responses": WRONG });
    const { stdout, exitCode } = await run(["check", "a.responses", ...args], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(printed);
    for (const [file, content] of Object.entries(files)) expect(textIn(cwd, file)).toMatch(content);
  });

  test.each<readonly [string, readonly string[], string]>([
    [
      "two formats for standard output",
      ["--format", "json", "--format", "sarif"],
      "only one format can go to standard output",
    ],
    [
      "a file too many",
      ["--format", "json", "--output", "a", "--output", "b"],
      "--output b needs a --format of its own",
    ],
    ["files without formats", ["--output", "a", "--output", "b"], "--output a needs a --format of its own"],
    [
      "one file for two",
      ["--format", "json", "--output", "a", "--format", "sarif", "--output", "./a"],
      "two formats cannot go to one file: ./a",
    ],
    [
      "the project file",
      ["--format", "json", "--output", "./responses.config.json"],
      "a report must not be written over ./responses.config.json",
    ],
    ["standard input", ["--format", "json", "--output", "-"], "leave --output out for standard output"],
    [
      "a mapping file",
      ["--format", "json", "--output", "b.responses"],
      "a report must not be written over b.responses",
    ],
    [
      "an unknown format",
      ["--format", "xml"],
      "Allowed choices are pretty, json, markdown, sarif, github, gitlab, junit.",
    ],
    ["a misspelt format", ["--format", "sarf"], "Did you mean sarif?"],
    [
      "pages that are at no address",
      ["--format", "sarif", "--checks-page", "docs/checks.md"],
      "Allowed are addresses that begin with https://",
    ],
  ])("%s is refused, and nothing is written", async (_, args, message) => {
    const cwd = folderWith({ "a.responses": WRONG, "b.responses": WRONG });
    const { stderr, exitCode } = await run(["check", "a.responses", ...args], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readdirSync(cwd).sort()).toEqual(["a.responses", "b.responses"]);
    expect(textIn(cwd, "b.responses")).toBe(WRONG);
  });

  test.skipIf(!existsSync("/proc/self"))(
    "a folder that lets none be made in it is told of at once",
    async () => {
      const cwd = folderWith({ "a.responses": "" });
      for (const output of ["/proc/x", "/proc/x/y/z.sarif"]) {
        const { stderr, exitCode } = await run(["check", "--output", output], { cwd });
        expect([exitCode, stderr]).toEqual([
          2,
          expect.stringMatching(/\/proc\/x.*: no (file|folder) can be made there/),
        ]);
      }
    },
  );

  test("a report that cannot be written fails the run, and the others are written", async () => {
    const cwd = folderWith({ "a.responses": WRONG, file: "as it was" });
    mkdirSync(join(cwd, "folder"));
    const args = [
      "--format",
      "sarif",
      "--output",
      "folder",
      "--format",
      "json",
      "--output",
      "file/x",
      "--format",
      "gitlab",
      "--output",
      "g",
    ];
    const { stdout, stderr, exitCode } = await run(["check", "a.responses", ...args], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("cannot write folder: it is a folder");
    expect(stderr).toContain("cannot make the folder file");
    expect(stdout).toContain("wrote g (gitlab)");
    expect(stdout).toMatch(/exit code 2: 2 things could not be read or written\n$/);
    expect(textIn(cwd, "file")).toBe("as it was");
    expect(readdirSync(cwd).sort()).toEqual(["a.responses", "file", "folder", "g"]);
    expect(readdirSync(join(cwd, "folder"))).toEqual([]);
  });
});

test.each([
  ["https://x.example/checks", "https://x.example/checks#keyword-inside-word", "https://x.example/checks"],
  ["https://x.example/{name}.html", "https://x.example/keyword-inside-word.html", "https://x.example/"],
])("SARIF says where the pages of findings are: %s", async (pages, page, all) => {
  const cwd = folderWith({ "a.responses": WRONG });
  const { stdout } = await run(["check", "--format", "sarif", "--checks-page", pages], { cwd });
  const log: Log = JSON.parse(stdout);
  const driver = log.runs[0]?.tool.driver;
  expect(driver?.informationUri).toBe(all);
  expect(driver?.rules?.map(({ name, helpUri }) => [name, helpUri])).toEqual([["KeywordInsideWord", page]]);
});

describe("what failed stands in every format", () => {
  test.each(["check", "test"])("%s", async (command) => {
    const cwd = repositoryWith({ "a.responses": WRONG });
    const FORMATS = ["sarif", "gitlab", "junit", "markdown", "json"];
    const args = FORMATS.flatMap((format) => ["--format", format, "--output", `out/${format}`]);
    const { stdout, exitCode } = await run(
      [command, "a.responses", "gone.responses", ...args, "--format", "github"],
      { cwd },
    );
    expect(exitCode).toBe(2);
    const message = "there is no file or folder gone.responses";
    expect(stdout).toContain(`::error file=gone.responses::${message}\n`);
    const [invocation] = JSON.parse(textIn(cwd, "out/sarif")).runs[0].invocations;
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocation.toolExecutionNotifications[0].message.text).toBe(message);
    expect(JSON.parse(textIn(cwd, "out/gitlab"))[0]).toMatchObject({
      severity: "blocker",
      description: message,
    });
    expect(junitCases(textIn(cwd, "out/junit"))).toContainEqual(
      expect.objectContaining({ suite: "gone.responses", child: "error", text: message }),
    );
    expect(textIn(cwd, "out/markdown")).toContain(`- **failed**: \`${message}\``);
  });
});

test.each(["check", "test"])(
  "a run of %s that had nothing to do looks like none that found nothing",
  async (command) => {
    const cwd = repositoryWith({ "a.txt": "x" });
    const args = ["sarif", "gitlab", "junit", "markdown"].flatMap((format) => [
      "--format",
      format,
      "--output",
      format,
    ]);
    const { stdout, exitCode } = await run([command, ...args, "--format", "github"], { cwd });
    expect(exitCode).toBe(2);
    const message =
      "found no mapping file; exit code 2: there was nothing to do (--allow-empty accepts that)";
    expect(stdout).toContain(`::error::${message}\n`);
    expect(JSON.parse(textIn(cwd, "sarif")).runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
    });
    expect(saidInGitlab(textIn(cwd, "gitlab"))).toMatchObject([{ message, kind: "run-failed" }]);
    expect(junitCases(textIn(cwd, "junit"))).toMatchObject([{ child: "error", text: message }]);
    expect(textIn(cwd, "markdown")).toContain("**failed**");
  },
);

test("a step's summary on GitHub keeps what commands wrote before, and any other file does not", async () => {
  const cwd = folderWith({ "a.responses": WRONG });
  const write = async (command: string, file: string): Promise<void> => {
    await run([command, "--format", "markdown", "--output", file], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") },
    });
  };
  for (const file of ["summary.md", "other.md"])
    for (const command of ["check", "test"]) await write(command, file);
  expect(textIn(cwd, "summary.md").match(/^### .*$/gm)).toEqual([
    "### What is wrong or doubtful in mapping files",
    "### Recorded responses and their verdicts",
  ]);
  expect(textIn(cwd, "other.md").match(/^### .*$/gm)).toEqual(["### Recorded responses and their verdicts"]);
});

test("a step's summary on GitHub keeps what others write who have it open meanwhile", async () => {
  const cwd = folderWith({ "a.responses": WRONG });
  const script =
    '{ echo first; "$0" "$1" check --format markdown --output summary.md; echo last; } >> summary.md';
  spawnSync("sh", ["-c", script, process.execPath, COMMAND], {
    cwd,
    env: { ...process.env, GITHUB_STEP_SUMMARY: join(cwd, "summary.md") },
  });
  expect(textIn(cwd, "summary.md").match(/^(?:###|first|last)/gm)).toEqual(["first", "###", "last"]);
});

test("a run that was narrowed has another name in SARIF: what it left out is not gone", async () => {
  const cwd = repositoryWith({ "a.responses": WRONG });
  const nameOf = async (...args: readonly string[]): Promise<string> =>
    JSON.parse((await run(["check", ...args, "--format", "sarif"], { cwd })).stdout).runs[0].automationDetails
      .id;
  expect([await nameOf(), await nameOf("--since", "HEAD")]).toEqual([
    "responses/check/",
    "responses/check-changed/",
  ]);
});

describe("paths in reports", () => {
  const FILES = { "buyers/acme.responses": WRONG, "elsewhere/b.responses": WRONG };

  test("start at the root of the repository, wherever the run is made and whatever links lead there", async () => {
    const root = repositoryWith(FILES);
    symlinkSync(join(root, "buyers"), join(root, "link"));
    for (const [cwd, path] of [
      [join(root, "buyers"), "acme.responses"],
      [root, "link/acme.responses"],
      [join(root, "elsewhere"), join(root, "buyers/acme.responses")],
    ] as const) {
      const sarif = await run(["check", path, "--format", "sarif"], { cwd });
      expect(saidInSarif(sarif.stdout).map(({ file }) => file)).toEqual(["buyers/acme.responses"]);
    }
  });

  test("start where the run is made outside of repositories; what is elsewhere has its whole path", async () => {
    const folder = folderWith(FILES);
    const gitlab = await run(["check", ".", "../elsewhere/b.responses", "--format", "gitlab"], {
      cwd: join(folder, "buyers"),
    });
    const files = saidInGitlab(gitlab.stdout).map(({ file }) => file);
    expect(files[0]).toBe("acme.responses");
    expect(files[1]).toMatch(/^\/.*\/elsewhere\/b\.responses$/);
  });

  test("start in annotations where the runner says that the workspace is", async () => {
    const workspace = folderWith({ "checkout/acme.responses": WRONG });
    const cwd = join(workspace, "checkout");
    git(cwd, "init", "-q");
    for (const [GITHUB_WORKSPACE, file] of [
      [workspace, "checkout/acme.responses"],
      [join(workspace, "other"), "acme.responses"],
      ["", "acme.responses"],
    ] as const) {
      const { stdout } = await run(["check", "--format", "github", "--output", "a"], {
        cwd,
        env: { GITHUB_WORKSPACE },
      });
      expect(stdout).toMatch(/^wrote a \(github\)\n/);
      expect(saidInGithub(textIn(cwd, "a")).map((said) => said.file)).toEqual([file]);
    }
  });
});

describe("responses diff", () => {
  test("speaks at the places where the files are now", async () => {
    const before = 'success keyword "sold"\nreject keyword "dup" as Duplicate\nexample "sold" is success\n';
    const cwd = repositoryWith({ "a.responses": before, "gone.responses": WRONG });
    commitAll(cwd, {
      "a.responses": `system "A"\n${before.replace("Duplicate", "Known").replace('keyword "sold"', 'word "sold"')}`,
      "new.responses": "reject status 400 as Bad\n",
    });
    git(cwd, "rm", "-q", "gone.responses");
    git(cwd, "commit", "-q", "-m", "gone");
    const args = [
      "--format",
      "sarif",
      "--output",
      "s",
      "--format",
      "junit",
      "--output",
      "j",
      "--format",
      "github",
    ];
    const { stdout, exitCode } = await run(["diff", "HEAD~2..HEAD", ...args], { cwd });
    expect(exitCode).toBe(1);
    const said = saidInSarif(textIn(cwd, "s")).map(({ file, line, kind, level }) =>
      [file, line, kind, level].join(" "),
    );
    expect(said.sort()).toEqual([
      "a.responses 2 keyword-inside-word warning",
      "a.responses 2 sale-lost warning",
      "a.responses 2 success-before-reject warning",
      "a.responses 3 sale-lost warning",
      "a.responses 3 verdict-changed hint",
      "gone.responses 1 mapping-removed warning",
      "new.responses 1 mapping-added hint",
    ]);
    expect(stdout).toContain("::warning file=a.responses,line=2,");
    const failing = junitCases(textIn(cwd, "j")).filter(({ child }) => child === "failure");
    expect(failing.map(({ suite, name }) => `${suite} ${name}`).sort()).toEqual([
      "a.responses line 2: keyword-inside-word",
      "a.responses line 2: sale-lost",
      "a.responses line 2: success-before-reject",
      "a.responses line 3: sale-lost",
      "gone.responses line 1: mapping-removed",
    ]);
  });

  test("says of equal mappings that nothing changes, in all formats", async () => {
    const cwd = repositoryWith({ "a.responses": WRONG });
    const args = ["sarif", "gitlab", "junit", "markdown"].flatMap((format) => [
      "--format",
      format,
      "--output",
      format,
    ]);
    const { exitCode } = await run(["diff", "HEAD", ...args, "--format", "github"], { cwd });
    expect(exitCode).toBe(0);
    expect(saidInSarif(textIn(cwd, "sarif"))).toEqual([]);
    expect(textIn(cwd, "gitlab")).toBe("[]\n");
    expect(junitCases(textIn(cwd, "junit"))).toEqual([
      { suite: "a.responses", name: "no response changes its verdict", child: null, text: "" },
    ]);
    expect(textIn(cwd, "markdown")).toContain("**No response changes its verdict (proved).**");
  });
});

test("a folder that cannot be written to keeps what it has", async () => {
  const cwd = folderWith({ "a.responses": WRONG, "out/s": "old" });
  chmodSync(join(cwd, "out"), 0o555);
  const { exitCode } = await run(["check", "--format", "sarif", "--output", "out/s"], { cwd });
  chmodSync(join(cwd, "out"), 0o755);
  // Who may do everything can write there, too.
  if (process.getuid?.() === 0) expect([exitCode, existsSync(join(cwd, "out/s"))]).toEqual([0, true]);
  else expect([exitCode, textIn(cwd, "out/s")]).toEqual([2, "old"]);
  expect(readdirSync(join(cwd, "out"))).toEqual(["s"]);
});
