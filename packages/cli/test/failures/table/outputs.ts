import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND_NAMES, type CommandName, commandsThat } from "../commands.js";
import type { Failure, Way } from "../failure.js";
import type { FsFault } from "../fs-fault.js";

const REPORTING = commandsThat("reports");
const MAKING = commandsThat("makes-outputs");
const TEMPORARY = "responses-tmp$";

const UNTIDY = 'success   word "sold"\n\n\n\nexample "sold" is success\n';
const TO_BE_FIXED = 'success keywrod "sold"\nexample "sold" is success\n';

/** Commands that write something, and what they have to write. */
const WRITING: Readonly<Partial<Record<CommandName, (folder: string) => Way>>> = {
  fmt: (folder) => {
    writeFileSync(join(folder, "mappings/deep/b.responses"), UNTIDY);
    return {};
  },
  "check --fix": (folder) => {
    writeFileSync(join(folder, "mappings/deep/b.responses"), TO_BE_FIXED);
    return { withoutReports: true };
  },
  example: () => ({ args: ["example", "mappings/a.responses", "lines", "--status", "200", "--append"] }),
};

function writing(name: CommandName, folder: string): Way {
  return WRITING[name]?.(folder) ?? {};
}

const WRITERS: readonly CommandName[] = [
  ...REPORTING.filter((name) => name !== "check --fix"),
  ...MAKING,
  "match --ndjson",
  "fmt",
  "check --fix",
  "example",
];

/** What the system answers to whoever writes, at the first of its calls and at a later one. */
const REFUSED: readonly (readonly [FsFault["call"], string, RegExp])[] = [
  ["openSync", "EACCES", /permission denied/],
  ["openSync", "EROFS", /the disk is read-only/],
  ["openSync", "ENOSPC", /the disk is full/],
  ["openSync", "EMFILE", /too many files are open/],
  ["fchmodSync", "EPERM", /permission denied/],
  ["writeFileSync", "ENOSPC", /the disk is full/],
  ["writeFileSync", "EDQUOT", /there is no room left/],
  ["writeFileSync", "EIO", /the disk failed/],
  ["closeSync", "EIO", /the disk failed/],
  ["renameSync", "EACCES", /permission denied/],
  ["renameSync", "EBUSY", /something else uses it/],
];

/** The calls that a command makes no second time. */
const ONCE: readonly CommandName[] = ["match --ndjson", "fmt", "check --fix", "example"];

/** Those of whose files one was there before. */
const ONE_OLD: readonly CommandName[] = [
  "types",
  "compile",
  "compile with a shared runtime",
  "compile to JSON",
];

const NOT_WRITTEN: readonly Failure[] = REFUSED.flatMap(([call = "", how, says]) =>
  [1, 2].map(
    (nth): Failure => ({
      name: `${how} at ${call}, call ${nth}`,
      commands: WRITERS.filter(
        (name) =>
          (nth === 1 || !ONCE.includes(name)) &&
          // Files that are new have no mode to keep, and a report without a bad line no content.
          (call !== "fchmodSync" || !ONE_OLD.includes(name) || nth === 1) &&
          (call !== "writeFileSync" || name !== "match --ndjson"),
      ),
      make: (folder, name) => ({ ...writing(name, folder), fs: { call, path: TEMPORARY, nth, how } }),
      says,
      afterReports: true,
    }),
  ),
);

const KILLED: readonly Failure[] = (["openSync", "writeFileSync", "renameSync"] as const).flatMap((call) =>
  (["kill", "terminate"] as const).flatMap((how) =>
    [1, 3].map(
      (nth): Failure => ({
        name: `${how === "kill" ? "SIGKILL" : "SIGTERM"} at ${call}, call ${nth}`,
        commands:
          nth === 1
            ? WRITERS.filter((name) => name !== "match --ndjson")
            : REPORTING.filter((name) => name !== "check --fix"),
        make: (folder, name) => ({ ...writing(name, folder), fs: { call, path: TEMPORARY, nth, how } }),
        says: /(?:)/,
        code: "killed",
        afterReports: true,
      }),
    ),
  ),
);

/** Whether a disk of its own, and a small one, can be had. */
function canMount(): boolean {
  try {
    execFileSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs -o size=4k none /mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** No file may be larger than 512 bytes. */
const SMALL_FILES = 'ulimit -f 1; exec "$@"';

/** A disk with room for one small file, put in the place of outputs; what was written stands in `after` then. */
const SMALL_DISK = canMount()
  ? `exec unshare -rm sh -c 'mount -t tmpfs -o size=4k none out && { "$@"; code=$?; cp -R out after; exit $code; }' sh "$@"`
  : SMALL_FILES;

const PLACES: readonly Failure[] = [
  {
    name: "a disk with room for little",
    commands: [...REPORTING, ...MAKING],
    make: () => ({ shell: SMALL_DISK }),
    says: /the disk is full|larger than is allowed/,
    afterReports: true,
  },
  {
    name: "files that must be small",
    commands: [...REPORTING, "compile", "docs"],
    make: () => ({ shell: SMALL_FILES }),
    says: /larger than is allowed here/,
    afterReports: true,
  },
  {
    name: "a device that is full",
    commands: REPORTING,
    make: () => ({ withoutReports: true, more: ["--format", "sarif", "--output", "/dev/full"] }),
    says: /cannot write \/dev\/full: the disk is full/,
  },
  {
    name: "a folder in the place of a report",
    commands: REPORTING,
    make: (folder) => {
      rmSync(join(folder, "out/reports/sarif"));
      mkdirSync(join(folder, "out/reports/sarif"));
      return {};
    },
    says: /cannot write out\/reports\/sarif: it is a folder/,
    afterReports: true,
  },
  {
    name: "a file in the place of the folder of reports",
    commands: REPORTING,
    make: (folder) => {
      rmSync(join(folder, "out/reports"), { recursive: true });
      writeFileSync(join(folder, "out/reports"), "as it was\n");
      return {};
    },
    says: /cannot make the folder out\/reports: a file is in its place/,
  },
  {
    name: "a folder that can't be made",
    commands: [...REPORTING, ...MAKING, "match --ndjson"],
    make: (folder) => {
      rmSync(join(folder, "out"), { recursive: true });
      return { fs: { call: "mkdirSync", how: "EACCES", onward: true } };
    },
    says: /cannot make the folder .*: permission denied/,
    afterReports: true,
  },
  {
    name: "a file in the place of --out-dir",
    commands: MAKING,
    make: (folder) => {
      rmSync(join(folder, "out"), { recursive: true });
      writeFileSync(join(folder, "out"), "as it was\n");
      return {};
    },
    says: /cannot make the folder out/,
  },
  {
    name: "a folder in the place of an output",
    commands: ["compile", "compile with a shared runtime", "docs", "types", "compile to JSON"],
    make: (folder) => {
      for (const path of [
        "compiled/mappings/a.responses.mjs",
        "compiled/mappings/a.responses.json",
        "types/mappings/a.d.responses.ts",
        "pages/mappings/a.responses.html",
      ]) {
        rmSync(join(folder, "out", path));
        mkdirSync(join(folder, "out", path));
      }
      return {};
    },
    says: /cannot write out\/.*: it is a folder/,
  },
  {
    name: "an output that cannot be read",
    commands: MAKING,
    make: () => ({
      fs: { call: "openSync", path: "^out/.*\\w$(?<!tmp)", onward: true, how: "EACCES" },
    }),
    says: /cannot read out\/.*: permission denied; what is there is not replaced unread/,
  },
  {
    name: "an output that would leave its folder by a link",
    commands: MAKING,
    make: (folder) => {
      for (const kind of ["compiled", "types", "pages"]) {
        rmSync(join(folder, "out", kind), { recursive: true });
        mkdirSync(join(folder, "out", kind));
        symlinkSync("../../old", join(folder, "out", kind, "mappings"));
      }
      return {};
    },
    says: /would be written outside out\/\w+, through a symbolic link/,
  },
  {
    name: "outputs that are not what they should be",
    commands: MAKING,
    make: () => ({ more: ["--check"] }),
    says: /stale; exit code 1: run it again with(?:out| --clean and without) --check/,
    code: 1,
  },
  {
    name: "a folder in the place of --errors",
    commands: ["match --ndjson"],
    make: (folder) => {
      rmSync(join(folder, "out/bad"));
      mkdirSync(join(folder, "out/bad"));
      return {};
    },
    says: /cannot write out\/bad: it is a folder/,
  },
];

/** Reports over what the run reads, or over each other. */
const OVERWRITING: readonly Failure[] = [
  {
    name: "a report over the mapping that it is of",
    commands: REPORTING.filter((name) => !name.startsWith("diff")),
    make: (folder) => {
      writeFileSync(join(folder, "rules.txt"), 'success word "a"\nexample "a" is success\n');
      return {
        paths: ["rules.txt"],
        withoutReports: true,
        more: ["--format", "sarif", "--output", "./rules.txt"],
      };
    },
    says: /a report must not be written over \.\/rules\.txt, which the run read/,
  },
  {
    name: "a report over the mapping that it is of, by a link",
    commands: REPORTING.filter((name) => !name.startsWith("diff")),
    make: (folder) => {
      writeFileSync(join(folder, "rules.txt"), 'success word "a"\nexample "a" is success\n');
      symlinkSync("rules.txt", join(folder, "link"));
      return { paths: ["rules.txt"], withoutReports: true, more: ["--format", "sarif", "--output", "link"] };
    },
    says: /a report must not be written over link, which the run read/,
  },
  {
    name: "a report over an include",
    commands: REPORTING.filter((name) => !name.startsWith("diff of")),
    make: (folder) => {
      writeFileSync(join(folder, "mappings/rules.txt"), 'success word "a"\n');
      writeFileSync(
        join(folder, "mappings/deep/b.responses"),
        'include "../rules.txt"\nexample "a" is success\n',
      );
      return { withoutReports: true, more: ["--format", "sarif", "--output", "mappings/rules.txt"] };
    },
    says: /a report must not be written over mappings\/rules\.txt, which the run read/,
  },
  {
    name: "a report over a file that is compared",
    commands: ["diff of folders"],
    make: (folder) => {
      writeFileSync(join(folder, "one.txt"), 'success word "a"\n');
      writeFileSync(join(folder, "two.txt"), 'success word "a"\n');
      return { args: ["diff", "one.txt", "two.txt", "--format", "json", "--output", "one.txt"] };
    },
    says: /a report must not be written over one\.txt, which the run read/,
  },
  ...["mappings/a.responses", "responses.config.json", "-"].map(
    (output): Failure => ({
      name: `a report over ${output}`,
      commands: REPORTING,
      make: () => ({ withoutReports: true, more: ["--format", "json", "--output", output] }),
      says: /must not be written over|leave --output out/,
    }),
  ),
  {
    name: "two reports to one file",
    commands: REPORTING,
    make: () => ({
      withoutReports: true,
      more: ["--format", "json", "--output", "out/x", "--format", "sarif", "--output", "out/../out/x"],
    }),
    says: /two formats cannot go to one file/,
  },
  {
    name: "two reports to one file, by a link",
    commands: REPORTING,
    make: (folder) => {
      symlinkSync("bad", join(folder, "out/link"));
      return {
        withoutReports: true,
        more: ["--format", "json", "--output", "out/bad", "--format", "sarif", "--output", "out/link"],
      };
    },
    says: /two formats cannot go to one file/,
  },
  ...["mappings/a.responses", "mappings/common.responses", "lines"].map(
    (errors): Failure => ({
      name: `--errors over ${errors}`,
      commands: ["match --ndjson"],
      make: () => ({ args: ["match", "mappings/a.responses", "--ndjson", "lines", "--errors", errors] }),
      says: /--errors would overwrite/,
    }),
  ),
];

/** Standard output that takes nothing. */
const STANDARD_OUTPUT: readonly Failure[] = [
  {
    name: "standard output that is full",
    commands: COMMAND_NAMES,
    make: () => ({ stdout: "full" }),
    says: /cannot write to standard output: the disk is full/,
    everywhere: true,
    afterReports: true,
  },
  {
    name: "standard output that is closed",
    commands: COMMAND_NAMES,
    make: () => ({ stdout: "closed" }),
    says: /standard output was closed before all was written/,
    everywhere: true,
    afterReports: true,
  },
];

export const OUTPUTS: readonly Failure[] = [
  ...NOT_WRITTEN,
  ...KILLED,
  ...PLACES,
  ...OVERWRITING,
  ...STANDARD_OUTPUT,
].map((failure) => ({ ...failure, needsReports: true }));
