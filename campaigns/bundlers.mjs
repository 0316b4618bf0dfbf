// npm run campaign -- bundlers: packages/build in every tool and every way, which takes minutes; packages/build/e2e/README.md tells more.

import { runBundlers } from "../scripts/bundlers.mjs";
import { run, step } from "../scripts/step.mjs";

const isBuilt = await step("building", () => run("npm run --silent build"));
const { passed, failed } = isBuilt ? await runBundlers({ withCampaign: true }) : { passed: 0, failed: 1 };
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
