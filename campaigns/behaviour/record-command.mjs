import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

/** Responses that mappings of real systems are asked about, beside those that their own examples record. */
const RESPONSES = [
  { status: 200, body: "" },
  { status: 200, body: '{"success":true,"price":12.50,"lead_id":"abc"}' },
  { status: 200, body: '{"success":false,"reason":"Duplicate lead","errors":[{"code":7}]}' },
  { status: 404, body: "<html><body>Not found</body></html>" },
  { status: 200, body: "<?xml version='1.0'?><response><status>Matched</status><price>1</price></response>" },
  { status: 500, body: "status=error&message=Internal" },
  { body: "OK|12|accepted" },
];

/** The folders of the corpus whose mappings are asked. */
const MATCHED = ["examples", "packages-testing-conformance/systems", "conformance"];

/**
 * What the command says of the corpus: `check` with and without `--fix`, `test`, `compile`, `match`, `fmt` and `explain`. Not asked
 * are `init` and `lsp`, nor what waits for changes (`--watch`).
 *
 * @param {string} command the path of the built command
 * @param {string} corpus the folder of the corpus
 * @param {string} work an empty folder to work in
 * @returns {Record<string, string>} what was written, by the name of the question
 */
export function recordCommand(command, corpus, work) {
  /** @type {Record<string, string>} */
  const record = {};
  cpSync(corpus, work, { recursive: true });

  /** @param {string} name @param {readonly string[]} args @param {string} [input] */
  const ask = (name, args, input = "") => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], {
      cwd: work,
      input,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, NO_COLOR: "1" },
    });
    record[name] = `exit code ${status}\n${stdout}\n${stderr}`;
  };

  const compiled = join(work, "compiled");
  for (const folder of readdirSync(work).sort()) {
    ask(`check ${folder}`, ["check", folder]);
    ask(`check as JSON ${folder}`, ["check", "--format", "json", folder]);
    ask(`test ${folder}`, ["test", "--coverage", folder]);
    ask(`test as JSON ${folder}`, ["test", "--format", "json", folder]);
    ask(`test as JUnit ${folder}`, ["test", "--format", "junit", folder]);
    for (const format of ["esm", "cjs", "json"]) {
      ask(`compile to ${format} ${folder}`, ["compile", "--format", format, "--out-dir", "compiled", folder]);
      if (existsSync(compiled)) Object.assign(record, filesIn(compiled, `compiled to ${format}`));
      rmSync(compiled, { recursive: true, force: true });
    }
  }
  for (const folder of MATCHED) {
    for (const mapping of mappingsIn(join(work, folder))) {
      for (const [index, { status, body }] of RESPONSES.entries()) {
        const args = status === undefined ? [] : ["--status", String(status)];
        ask(
          `match ${folder}/${mapping} ${index}`,
          ["match", join(folder, mapping), ...args, "--explain", "-"],
          body,
        );
      }
      const lines = RESPONSES.map((response) => `${JSON.stringify(response)}\n`).join("");
      ask(`match lines ${folder}/${mapping}`, ["match", join(folder, mapping), "--ndjson", "-"], lines);
    }
  }
  ask("explain", ["explain"]);
  for (const args of [
    ["fmt", "--check", "."],
    ["fmt", "."],
    ["check", "--fix", "."],
  ]) {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    cpSync(corpus, work, { recursive: true });
    const name = args.join(" ");
    ask(name, args);
    Object.assign(record, filesIn(work, name));
  }
  return record;
}

/** @param {string} folder */
function mappingsIn(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".responses"))
      .sort();
  } catch {
    return [];
  }
}

/** @param {string} folder @param {string} name @returns {Record<string, string>} */
function filesIn(folder, name) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`${name}: ${relative(folder, path)}`, readFileSync(path, "latin1")];
    }),
  );
}
