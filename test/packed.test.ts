import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { newcomersWays } from "./support/newcomers-ways.js";

/*
 * What is published, as it would be: the rehearsal of a release is run, the packages are installed from its tarballs in a folder
 * outside the workspace, and used.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "responses-packed-"));
const released = join(folder, "release");
const project = join(folder, "project");

/** The bundlers that the packed plugin is tried in, in the versions that the tests in bundlers are made with. */
const TOOLS: Readonly<Record<string, string>> = {
  ...JSON.parse(readFileSync(join(root, "packages/build/e2e/package.json"), "utf8")).dependencies,
  "webpack-cli": "7.3.1",
};

const run = promisify(execFile);
let rehearsal = "";

/** Runs a program in the project; rejects if it ends with another exit code than 0. */
async function inProject(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { cwd: project, env: { ...process.env, NO_COLOR: "1" } });
  return stdout;
}

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

beforeAll(async () => {
  const release = ["scripts/release.mjs", "--dry-run", "--built", "--out", released];
  rehearsal = (await run(process.execPath, release, { cwd: root })).stdout;
  mkdirSync(project);
  write("package.json", JSON.stringify({ name: "newcomer", private: true, type: "module" }));
  const tarballs = readdirSync(released)
    .filter((file) => file.endsWith(".tgz"))
    .map((file) => join(released, file));
  await inProject("npm", "install", "--no-audit", "--no-fund", ...tarballs);
  write("shared.responses", 'error status 5xx as "Server error"\n');
  write(
    "acme.responses",
    'include "shared.responses"\nsuccess word "sold"\nreject word "dup" as Duplicate\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of a tarball, but for declarations, which follow the sources; what is made of a file's text stands as `HASH`. */
async function contentsOf(name: string): Promise<readonly string[]> {
  const file = readdirSync(released).find((tarball) => tarball.startsWith(`responses-${name}-`));
  const { stdout } = await run("tar", ["-tzf", join(released, file ?? "")]);
  const files = stdout
    .trimEnd()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""));
  return files
    .filter((path) => !/^dist\/.*\.d\.ts$/.test(path))
    .map((path) => path.replace(/-(?:[0-9a-f]{12}|[0-9A-Z]{8})\./, "-HASH."))
    .sort();
}

describe("what is in the tarballs", () => {
  const COMMON = ["LICENSE", "README.md", "package.json"];

  test.each<readonly [string, readonly string[]]>([
    [
      "dsl",
      [
        "dist/browser.js",
        "dist/editor.js",
        "dist/index.js",
        "dist/shared-HASH.js",
        "schemas/mapping.schema.json",
        "schemas/responses.config.schema.json",
      ],
    ],
    [
      "lsp",
      [
        "dist/browser.js",
        "dist/browser.js.LEGAL.txt",
        "dist/language-server.mjs",
        "dist/language-server.mjs.LEGAL.txt",
        "launcher/responses-language-server.mjs",
      ],
    ],
    [
      "cli",
      [
        "dist/bundle-HASH.cache",
        "dist/bundle-HASH.cjs",
        "dist/bundle-worker-HASH.cjs",
        "dist/language-server.mjs",
        "dist/language.md",
        "dist/licences.txt",
        "dist/responses.mjs",
      ],
    ],
    [
      "build",
      [
        "client.d.ts",
        "dist/bun.js",
        "dist/compiler.cjs",
        "dist/esbuild.js",
        "dist/jest.js",
        "dist/licences.txt",
        "dist/next.js",
        "dist/register-hooks.js",
        "dist/register.js",
        "dist/rolldown.js",
        "dist/rollup.js",
        "dist/rspack.js",
        "dist/vite.js",
        "dist/webpack-loader.js",
        "dist/webpack.js",
      ],
    ],
  ])("%s", async (name, files) => {
    expect(await contentsOf(name)).toEqual([...COMMON, ...files].sort());
  });

  test("each has the licence of the repository", () => {
    const licence = readFileSync(join(root, "LICENSE"), "utf8");
    for (const name of ["dsl", "lsp", "cli", "build"]) {
      expect(readFileSync(join(project, "node_modules/@responses", name, "LICENSE"), "utf8")).toBe(licence);
    }
  });

  test.each(["dsl", "lsp", "build"])("%s: every export leads to a file that is there", (name) => {
    const home = join(project, "node_modules/@responses", name);
    const targets = targetsOf(JSON.parse(readFileSync(join(home, "package.json"), "utf8")).exports);
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.filter((target) => !target.includes("*") && !existsSync(join(home, target)))).toEqual([]);
  });

  test("a condition that other workspaces use for their sources leads nowhere else", async () => {
    const program = 'import("@responses/dsl").then(({ parse }) => console.log(typeof parse))';
    expect(await inProject(process.execPath, "--conditions=source", "--eval", program)).toBe("function\n");
  });
});

/** The files that exports lead to, but for the condition by which this workspace reaches its own sources. */
function targetsOf(exported: unknown): readonly string[] {
  if (typeof exported === "string") return [exported];
  return Object.entries(Object(exported)).flatMap(([name, inner]) =>
    name === "@responses/source" ? [] : targetsOf(inner),
  );
}

test("the rehearsal says what it made, and its checksums are right", async () => {
  expect(rehearsal).toContain("@responses/build: ");
  const sums = readFileSync(join(released, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  expect(sums).toHaveLength(5);
  for (const [sum = "", file = ""] of sums.map((line) => line.split("  "))) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(released, file)))
        .digest("hex"),
    ).toBe(sum);
  }
  const { version, source, files } = JSON.parse(readFileSync(join(released, "provenance.json"), "utf8"));
  expect([version, source.commit.length, files.length]).toEqual(["0.1.0", 40, 5]);
  expect(readFileSync(join(released, "notes.md"), "utf8")).toContain("The command `responses`");
});

describe("installed in an empty folder outside the workspace", () => {
  test("the command checks", async () => {
    expect(await inProject("npx", "responses", "check", "--max-warnings", "9")).toContain(
      "checked 2 files (3 rules",
    );
  });

  test("the library is imported, and its types are those of a program", async () => {
    write(
      "library.ts",
      `import { createMatcher, link, noOtherFiles, parse, type Verdict } from "@responses/dsl";
import { FINDING_NAMES } from "@responses/dsl/editor";
const linked = link(parse("a.responses", 'success word "sold"'), noOtherFiles);
if (linked.kind === "mapping") {
  const verdict: Verdict = createMatcher(linked.mapping).match({ body: "sold" });
  console.log(verdict.outcome, FINDING_NAMES.length > 10);
}
`,
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = [
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--strict",
      "--types",
      "node",
      "--typeRoots",
      join(root, "node_modules/@types"),
    ];
    await inProject(process.execPath, tsc, ...options, "library.ts");
    expect(await inProject(process.execPath, "library.js")).toBe("success true\n");
  });

  test("Node imports a mapping file", async () => {
    write(
      "main.mjs",
      'import { match } from "./acme.responses";\nconsole.log(match({ body: "a dup" }).label);\n',
    );
    expect(await inProject(process.execPath, "--import", "@responses/build/register", "main.mjs")).toBe(
      "Duplicate\n",
    );
  });

  test("the language server answers", async () => {
    const server = spawn("npx", ["responses-language-server"], {
      cwd: project,
      stdio: ["pipe", "pipe", "inherit"],
    });
    onTestFinished(() => void server.kill());
    const request = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
    let answer = "";
    for await (const chunk of server.stdout) {
      answer += chunk;
      if (answer.includes('"serverInfo"')) break;
    }
    expect(answer).toContain('"version":"0.1.0"');
  });
});

test("what is installed as the readme says outlives the clone: the command in both ways, the library, and imports of mapping files", async () => {
  const lines = readFileSync(join(root, "README.md"), "utf8").match(
    /(?<=^ {4})npm install .*artefacts\/release.*$/gm,
  );
  expect(lines).toHaveLength(4);
  // A folder with tarballs that is gone before anything is used.
  const clone = join(folder, "clone");
  const home = join(folder, "home");
  cpSync(released, join(clone, "artefacts/release"), { recursive: true });
  mkdirSync(home);
  writeFileSync(join(clone, "package.json"), JSON.stringify({ name: "newcomer", private: true }));
  const env = { ...process.env, HOME: home, npm_config_prefix: join(home, "global") };
  for (const line of lines ?? [])
    await run("sh", ["-c", `${line.replace(/ +#.*$/, "")} --prefer-offline --no-audit --no-fund`], {
      cwd: clone,
      env,
    });
  cpSync(join(clone, "node_modules"), join(home, "node_modules"), { recursive: true });
  rmSync(clone, { recursive: true });
  for (const bin of ["global/bin/responses", ".local/bin/responses"])
    expect((await run(join(home, bin), ["--version"])).stdout).toContain("0.1.0");
  const program = 'import("@responses/dsl").then(({ parse }) => console.log(typeof parse))';
  expect((await run(process.execPath, ["--eval", program], { cwd: home })).stdout).toBe("function\n");
  writeFileSync(join(home, "acme.responses"), 'reject word "dup" as Duplicate\n');
  writeFileSync(
    join(home, "main.mjs"),
    'import { match } from "./acme.responses";\nconsole.log(match({ body: "dup" }).label);\n',
  );
  const loading = ["--import", "@responses/build/register", "main.mjs"];
  expect((await run(process.execPath, loading, { cwd: home })).stdout).toBe("Duplicate\n");
});

describe.each(newcomersWays(readFileSync(join(root, "docs/guides/developers.md"), "utf8")))(
  "a newcomer in an empty folder, as the guide for developers says it: $name",
  ({ name, files, configuration, commandLines }) => {
    test("has at most six lines of configuration, which the readme of the package shows as well", () => {
      const lines = Object.values(configuration).flatMap((text) =>
        text.split("\n").filter((line) => line !== ""),
      );
      expect(lines.length).toBeLessThanOrEqual(6);
      const readme = readFileSync(join(root, "packages/build/README.md"), "utf8");
      for (const [file, text] of Object.entries(configuration))
        expect(readme).toContain(`// ${file}\n${text}`);
    });

    test("comes to the right verdict", async () => {
      const home = join(folder, name);
      for (const [file, text] of Object.entries({ ...files, ...configuration })) {
        mkdirSync(dirname(join(home, file)), { recursive: true });
        writeFileSync(join(home, file), text);
      }
      let printed = "";
      for (const line of commandLines) {
        const { stdout } = await run("sh", ["-c", line.startsWith("npm install ") ? pinned(line) : line], {
          cwd: home,
        });
        printed = stdout;
      }
      expect(printed).toBe("Duplicate\n");
    });
  },
);

/** An install as it would be once the packages are published, with what is in the tarball and tools in known versions. */
function pinned(commandLine: string): string {
  const built = readdirSync(released).find((file) => file.startsWith("responses-build-"));
  const words = commandLine.split(" ").map((word) => {
    if (word === "@responses/build") return `"${join(released, built ?? "")}"`;
    return word in TOOLS ? `${word}@${TOOLS[word]}` : word;
  });
  return `${words.join(" ")} --prefer-offline --no-audit --no-fund`;
}
