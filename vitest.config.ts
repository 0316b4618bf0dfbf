import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@responses/source"] },
  ssr: { resolve: { conditions: ["@responses/source", "node", "import", "module", "default"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    // Of two processors vitest would use one; the tests hold work and memory to account, not the time on the clock.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Machines are at times ten times slower than usual, and the longest test takes half a minute on a quiet one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
