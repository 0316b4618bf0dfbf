// npm run campaign -- dead-output [TEXTS]: whether any text of a file, a body or a name is alive in what the command prints: 1,000,000
// hostile texts, or as many as TEXTS says, in every format. RESPONSES_SEED is the seed of the first mapping, 1 by itself. Build first.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const [texts = "1000000"] = process.argv.slice(2);
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const args = [vitest, "run", "packages/cli/test/dead-output.test.ts", "--reporter=verbose"];
const child = spawn(process.execPath, args, {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: { ...process.env, RESPONSES_DEAD_TEXTS: texts },
  stdio: "inherit",
});
child.on("close", (exitCode) => {
  process.exitCode = exitCode ?? 1;
});
