import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { rewriteInProject, whileClaimed } from "@responses/node-host";
import { COMMAND } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

/* Two runs that write one file at the same time: neither comes between the comparison of the other and its renaming. */

const MAPPING = 'reject word "duplicate" as Duplicate\n';

test("what is written while a file is claimed is not lost to a run that was about to write it", async () => {
  const cwd = folderWith({ "a.responses": MAPPING, answer: "duplicate" });
  const path = join(cwd, "a.responses");
  const other = whileClaimed(path, () => {
    const started = spawn(process.execPath, [COMMAND, "example", "a.responses", "answer", "--append"], {
      cwd,
    });
    waitUntilItWrites(cwd, started);
    writeFileSync(path, `${MAPPING}success word "sold"\n`);
    return started;
  });
  const [exitCode] = await once(other, "exit");
  expect(exitCode).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(
    `${MAPPING}success word "sold"\n\nexample "duplicate" is reject Duplicate\n`,
  );
  expect(readdirSync(cwd).sort()).toEqual(["a.responses", "answer"]);
});

/** Milliseconds in which a run that heeds no claim puts what it has written into its place, even on a slow machine. */
const LONG_ENOUGH = 1000;

/** Waits, without letting anything else in this process run, until another has written all but for the renaming. */
function waitUntilItWrites(cwd: string, { pid }: ChildProcess): void {
  const isWriting = () => readdirSync(cwd).some((name) => name.includes(`-${pid}-`));
  while (!isWriting()) pause(5);
  pause(LONG_ENOUGH);
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** The claim on the file, by the name that its process has in it. */
function claimOn(path: string): { readonly claim: string; readonly owner: string } {
  const folder = dirname(path);
  return whileClaimed(path, () => {
    const claim = join(folder, readdirSync(folder).find((entry) => entry.startsWith(".claim-")) ?? "");
    return { claim, owner: readlinkSync(claim) };
  });
}

const ENDED = spawnSync(process.execPath, ["--version"]).pid;

test.each([
  ["that has ended", (own: string) => own.replace(/-\d+-/, `-${ENDED}-`)],
  ["of which nothing can be seen", () => `000000-${process.pid}-1`],
  ["that is none", () => "somebody"],
])("a claim of a process %s is taken over", (_, name) => {
  const path = join(folderWith({ a: "old" }), "a");
  const { claim, owner } = claimOn(path);
  symlinkSync(name(owner), claim);
  rewriteInProject(path, Buffer.from("old"), "new");
  expect([readFileSync(path, "utf8"), isThere(claim)]).toEqual(["new", false]);
});

test("a claim of an ended process goes when the next run writes another file of the folder", () => {
  const folder = folderWith({ a: "old", "m.responses": MAPPING });
  const { claim, owner } = claimOn(join(folder, "a"));
  symlinkSync(owner.replace(/-\d+-/, `-${ENDED}-`), claim);
  const { status } = spawnSync(process.execPath, [COMMAND, "compile", "."], { cwd: folder });
  expect([status, isThere(claim), existsSync(join(folder, "m.responses.mjs"))]).toEqual([0, false, true]);
});

/** Also of a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
