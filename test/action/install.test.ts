import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folderWith } from "@responses/testing/folder";
import { writeFiles } from "@responses/testing/git-repository";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../support/composite-action.js";
import { push } from "../support/github-events.js";
import { installInto } from "../support/installed-command.js";
import { type PackageRegistry, packageRegistry } from "../support/package-registry.js";

let registry: PackageRegistry;

beforeAll(async () => {
  registry = await packageRegistry();
});

afterAll(() => registry.close());

const installed = (inputs: Readonly<Record<string, string>>, workspace = push()) =>
  runAction({ ...workspace, inputs, env: { npm_config_registry: registry.url } });

describe("which command is run", () => {
  test("without a word, the version of the action itself, as npm installs it", async () => {
    const { succeeded, log } = await installed({});
    expect(log).toContain(`responses ${registry.version}, installed by npm\n`);
    expect(succeeded).toBe(true);
    expect(registry.requests).toContain("/cli.tgz");
  });

  test("what the repository has installed, without a registry", async () => {
    const started = push();
    installInto(started.workspace);
    const asked = registry.requests.length;
    const { succeeded, log } = await installed({ "working-directory": "mappings" }, started);
    expect(log).toContain(`responses ${registry.version}, of the node_modules of the repository\n`);
    expect(succeeded).toBe(true);
    expect(registry.requests.length).toBe(asked);
  });

  test("the version that is asked for, whatever the repository has", async () => {
    const started = push();
    writeFiles(started.workspace, {
      "node_modules/@responses/cli/package.json": '{ "bin": { "responses": "x.mjs" } }',
      "node_modules/@responses/cli/x.mjs": "console.log('an older one');",
      ".npmrc": "registry=http://127.0.0.1:9/\n",
    });
    expect((await installed({ version: "latest" }, started)).succeeded).toBe(true);
  });
});

test("npm is given no name of a folder, which a shell of Windows would cut at its blanks", () => {
  const bin = folderWith({ npm: '#!/bin/sh\nprintf "%s\\n" "$@" > given\npwd > place\n' });
  chmodSync(join(bin, "npm"), 0o755);
  const folder = join(folderWith({}), "a folder");
  const module = new URL("../../action/installed-command.mjs", import.meta.url).href;
  const script = `const { installCommand } = await import(${JSON.stringify(module)});
    installCommand("1.0.0", ${JSON.stringify(folder)});`;
  const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  expect(stderr).toContain("@responses/cli@1.0.0 has no command responses");
  const given = readFileSync(join(folder, "given"), "utf8").trim().split("\n");
  expect(given.filter((arg) => !/^[\w@/.-]+$/.test(arg))).toEqual([]);
  expect(readFileSync(join(folder, "place"), "utf8")).toContain("/a folder-");
});

describe("it fails, and says why, where there is no command", () => {
  test("a version that is not there", async () => {
    const { succeeded, commands } = await installed({ version: "77.0.0" });
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain("npm could not install @responses/cli@77.0.0");
  });

  test.each(["../elsewhere", "https://evil.example/x.tgz", "--global", "1 || 2", "npm:other@1"])(
    "a version like %s is none",
    async (version) => {
      const { succeeded, commands } = await installed({ version });
      expect(succeeded).toBe(false);
      expect(commands.join()).toContain(`the version ${JSON.stringify(version)} is none`);
    },
  );

  test("one that does not start", async () => {
    const started = push();
    writeFiles(started.workspace, { "broken.mjs": "throw new Error('no');" });
    const { succeeded, commands } = await installed({ command: "broken.mjs" }, started);
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain("broken.mjs does not start");
  });
});
