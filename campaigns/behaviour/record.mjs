// node record.mjs COMMAND CORPUS WORK OUTPUT: records what one build does with the corpus, for `compare.mjs`.

import { readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { recordCommand } from "./record-command.mjs";
import { recordServer } from "./record-server.mjs";

const [command = "", corpus = "", work = "", output = ""] = process.argv.slice(2);

const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".responses"))
  .map((entry) => relative(corpus, join(entry.parentPath, entry.name)))
  .sort();
const record = { ...recordCommand(command, corpus, work), ...(await recordServer(command, corpus, files)) };
writeFileSync(
  output,
  Object.entries(record)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join(""),
);
