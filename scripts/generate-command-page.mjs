// Writes docs/command.md from the help of the built command; a test compares.
//
//   npm run build && npm run docs

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandPage } from "./command-page.mjs";
import { root } from "./step.mjs";

writeFileSync(join(root, "docs/command.md"), await commandPage());
