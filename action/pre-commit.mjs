#!/usr/bin/env node
// What the hooks of .pre-commit-hooks.yaml run, in the root of the repository that somebody commits to: `pre-commit.mjs check`.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { commandOfProject, installCommand, ownVersion, startOf } from "./installed-command.mjs";
import { StepError } from "./step.mjs";

/** pre-commit keeps the clone that this lies in, so the command is installed beside it once. */
const CACHE = fileURLToPath(new URL("../.cache", import.meta.url));

/** The exit code of the command where it could not do its work. */
const UNUSABLE = 2;

try {
  const folder = process.cwd();
  const version = ownVersion();
  const program =
    commandOfProject(folder, folder) ?? installCommand(version, `${CACHE}/responses-cli-${version}`);
  const [file, ...start] = startOf(program);
  const { status, error } = spawnSync(file, [...start, ...process.argv.slice(2)], { stdio: "inherit" });
  if (error !== undefined) throw new StepError(`${program} does not start: ${error.message}`);
  process.exitCode = status ?? UNUSABLE;
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`responses: ${error.message}\n`);
  process.exitCode = UNUSABLE;
}
