import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beginAtomically, changesOf, rewriteInProject, writeTogether } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

/* What a run that was killed has left beside a file is removed by the next one, and what another run still needs is not. */

interface Name {
  readonly machine: string;
  readonly pid: string;
  readonly start: string;
}

/** The parts of the name under which this process writes. */
function ownName(): Name {
  const folder = folderWith({});
  const file = beginAtomically(join(folder, "a"));
  const [name = ""] = readdirSync(folder);
  file.discard();
  const [, machine = "", pid = "", start = ""] = /^\.(\w+)-(\d+)-(\d+)-/.exec(name) ?? [];
  return { machine, pid, start };
}

/** The number of a process that has ended. */
const ENDED = String(spawnSync(process.execPath, ["--version"]).pid);

const HOURS = 60 * 60 * 1000;

interface Case {
  readonly what: string;
  readonly of: Partial<Name>;
  readonly age: number;
  readonly goes: boolean;
}

/** Only Linux tells when a process began. */
const isLinux = process.platform === "linux";

const CASES: readonly Case[] = [
  { what: "a process that has ended", of: { pid: ENDED }, age: 0, goes: true },
  { what: "this one", of: {}, age: 30 * HOURS, goes: !isLinux },
  { what: "an earlier process of this one's number", of: { start: "1" }, age: 0, goes: isLinux },
  {
    what: "an earlier one of another's that runs",
    of: { pid: String(process.ppid), start: "1" },
    age: 0,
    goes: isLinux,
  },
  { what: "one that runs, begun nobody knows when", of: { start: "0" }, age: 20 * HOURS, goes: false },
  { what: "the same a day later", of: { start: "0" }, age: 30 * HOURS, goes: true },
  { what: "another machine", of: { machine: "000000", pid: ENDED }, age: 20 * HOURS, goes: false },
  { what: "the same a day later there", of: { machine: "000000" }, age: 30 * HOURS, goes: true },
];

describe.each(CASES)("a temporary file of $what", ({ of, age, goes }) => {
  test.each<[string, (folder: string) => void]>([
    ["is written", (folder) => beginAtomically(join(folder, "a")).discard()],
    ["is right already", (folder) => rewriteInProject(join(folder, "a"), Buffer.from("old"), "old")],
    [
      "is an output that is right already",
      (folder) => writeTogether(changesOf([{ path: join(folder, "a"), content: "old" }])),
    ],
  ])(`${goes ? "goes" : "stays"} where a file beside it %s`, (_, work) => {
    const { machine, pid, start } = { ...ownName(), ...of };
    const folder = folderWith({ a: "old" });
    const left = join(folder, `.${machine}-${pid}-${start}-0123456789ab.responses-tmp`);
    writeFileSync(left, "");
    const time = new Date(Date.now() - age);
    utimesSync(left, time, time);
    work(folder);
    expect([existsSync(left), readdirSync(folder).length]).toEqual([!goes, goes ? 1 : 2]);
  });
});
