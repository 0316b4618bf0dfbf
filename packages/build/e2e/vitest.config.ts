import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { IS_CAMPAIGN } from "./support/campaign.js";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: IS_CAMPAIGN ? ["*.{test,campaign}.ts"] : ["*.test.ts"],
    globalSetup: "support/installed-package.ts",
    setupFiles: "support/stop-left-running.ts",
    // The tools take all processors that there are.
    fileParallelism: false,
    maxConcurrency: Math.max(2, availableParallelism()),
    // A test of Next.js builds seven times, each of which takes a minute on a machine that is shared.
    testTimeout: IS_CAMPAIGN ? 1_800_000 : 300_000,
    hookTimeout: 300_000,
  },
});
