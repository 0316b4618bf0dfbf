// `npm run site`: docs/ and the readmes as a site that a person can read, in artefacts/site; open index.html, no server is needed. Build
// first.

import { join } from "node:path";
import { writeSite } from "./site/site.mjs";
import { root } from "./step.mjs";

const folder = join(root, "artefacts/site");
const faults = await writeSite(folder);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`wrote ${join(folder, "index.html")}\n`);
if (faults.length > 0) process.exitCode = 1;
