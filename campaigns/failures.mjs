// npm run campaign -- failures [TEXT]: every failure of packages/cli/test/failures in every command that it concerns, with every format
// printed in one run and written in another. TEXT leaves only failures that have it in their names. Build first.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const [text] = process.argv.slice(2);
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
// Without a run in which nothing is wrong nobody knows what a whole output is.
const only = text === undefined ? [] : ["-t", `without anything wrong|${text}`];
const args = [vitest, "run", "packages/cli/test/fails-closed.test.ts", "--reporter=verbose", ...only];
const child = spawn(process.execPath, args, {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: { ...process.env, RESPONSES_FAILURES: "all" },
  stdio: "inherit",
});
child.on("close", (exitCode) => {
  process.exitCode = exitCode ?? 1;
});
