import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

/* A pipe may never begin and a device never end: under the name of a file that is read they are told, and not waited for. */

const RULE = "success status 201\n";

const pipe = (path: string) => execFileSync("mkfifo", [path]);

interface Case {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Puts what is no file into the folder. */
  readonly put: (folder: string) => void;
  readonly args?: readonly string[];
  readonly says: string;
  readonly exitCode?: number;
}

const CASES: readonly Case[] = [
  {
    what: "a pipe with the name of a mapping is passed over in a folder",
    put: (folder) => pipe(join(folder, "x.responses")),
    says: "checked 1 file",
    exitCode: 0,
  },
  {
    what: "a link to a pipe",
    put: (folder) => {
      pipe(join(folder, "pipe"));
      symlinkSync("pipe", join(folder, "x.responses"));
    },
    says: "cannot read x.responses: it is a pipe and no file; write what comes out of it into a file first",
  },
  {
    what: "a link to standard input",
    put: (folder) => symlinkSync("/dev/stdin", join(folder, "x.responses")),
    says: "cannot read x.responses: it is a connection or a device and no file",
  },
  {
    what: "a link to a device",
    put: (folder) => symlinkSync("/dev/zero", join(folder, "x.responses")),
    says: "cannot read x.responses: it is a device and no file",
  },
  {
    what: "an include of a pipe",
    files: { "a.responses": 'include "pipe"\n' },
    put: (folder) => pipe(join(folder, "pipe")),
    says: 'there is no file "pipe"',
    exitCode: 1,
  },
  {
    what: "a project file that is a pipe",
    put: (folder) => pipe(join(folder, "responses.config.json")),
    says: "cannot read responses.config.json: it is a pipe and no file",
  },
  {
    what: "a project file that leads to a device",
    put: (folder) => symlinkSync("/dev/zero", join(folder, "responses.config.json")),
    says: "cannot read responses.config.json: it is a device and no file",
  },
  {
    what: "a baseline that is a pipe",
    put: (folder) => pipe(join(folder, "old.baseline.json")),
    args: ["check", "--baseline", "old.baseline.json", "."],
    says: "cannot read old.baseline.json: it is a pipe and no file",
  },
  {
    what: "lines that are a device",
    put: () => {},
    args: ["match", "a.responses", "--ndjson", "/dev/zero"],
    says: "cannot read /dev/zero: it is a device and no file",
  },
  {
    what: "a body that leads to a device",
    put: (folder) => symlinkSync("/dev/urandom", join(folder, "body")),
    args: ["match", "a.responses", "body"],
    says: "cannot read body: it is a device and no file",
  },
  {
    what: "an answer of HTTP that is a device",
    put: () => {},
    args: ["match", "a.responses", "--http", "/dev/zero"],
    says: "cannot read /dev/zero: it is a device and no file",
  },
  {
    what: "an example's body that is a device",
    put: () => {},
    args: ["example", "a.responses", "/dev/zero"],
    says: "cannot read /dev/zero: it is a device and no file",
  },
  {
    what: "a body that is the null device, which people give for an empty one",
    put: () => {},
    args: ["match", "a.responses", "--status", "201", "/dev/null"],
    says: "success",
    exitCode: 0,
  },
  {
    what: "an output that is a pipe nobody reads",
    put: (folder) => pipe(join(folder, "report")),
    args: ["check", ".", "--format", "json", "--output", "report"],
    says: "cannot write report: it is a pipe that nobody reads",
  },
];

test.each(CASES)(
  "$what",
  async ({ files = { "a.responses": RULE }, put, args = ["check", "."], says, exitCode = 2 }) => {
    const cwd = folderWith(files);
    put(cwd);
    const ran = await run(args, { cwd });
    expect(ran.stdout + ran.stderr).toContain(says);
    expect(ran.exitCode).toBe(exitCode);
  },
);

const LINE = '{"status":201,"body":""}';

test.each([
  ["check <(echo success status 201)", "checked 1 file (1 rule, 0 examples)"],
  ["match a.responses --status 201 <(echo body)", "success"],
  [`match a.responses --ndjson <(echo '${LINE}')`, '"outcome":"success"'],
  [`match a.responses --ndjson /dev/stdin < <(echo '${LINE}')`, '"outcome":"success"'],
  ["match a.responses --ndjson - < /dev/zero", "cannot read standard input: it is a device and no file"],
  ["match a.responses - < /dev/zero", "cannot read standard input: it is a device and no file"],
])("what a shell gives is read if it can end: %s", (words, says) => {
  const script = `"${process.execPath}" "${COMMAND}" ${words} 2>&1 || true`;
  const output = execFileSync("bash", ["-c", script], {
    cwd: folderWith({ "a.responses": RULE }),
    encoding: "utf8",
  });
  expect(output).toContain(says);
});
