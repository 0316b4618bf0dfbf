// npm run campaign -- server [--sessions N] [--seed S]: whether anything that a client sends, of eight kinds of clients, makes the language
// server answer otherwise than the protocol prescribes, or go: 10,000 sessions of 50 messages, good and bad, or as many as N says, from the
// seed 0 on, or S. What fails is told with its seed and as few of its messages as still fail. Build first.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { sessions: { type: "string", default: "10000" }, seed: { type: "string", default: "0" } },
});
const sessions = Number(values.sessions);
const seed = Number(values.seed);
if (!Number.isSafeInteger(sessions) || sessions < 1 || !Number.isSafeInteger(seed) || seed < 0)
  throw new Error("--sessions is a whole number from 1 on, and --seed one from 0 on");

const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const args = [vitest, "run", "packages/lsp/test/server/hostile-sessions.test.ts", "--reporter=verbose"];
const child = spawn(process.execPath, args, {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: { ...process.env, RESPONSES_SERVER_SESSIONS: String(sessions), RESPONSES_SEED: String(seed) },
  stdio: "inherit",
});
child.on("close", (exitCode) => {
  process.exitCode = exitCode ?? 1;
});
