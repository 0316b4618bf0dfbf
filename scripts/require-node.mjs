// Imported before all else by what people start: an older Node ends with a sentence, not with what it happens to stumble over.

import { refusalOf } from "../packages/cli/launcher/node-version.mjs";

const refusal = refusalOf(process.versions.node);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
