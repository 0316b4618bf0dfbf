import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readlinkSync, unlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { runsStill, thisProcess } from "./writing-process.js";

/*
 * Files under which something is written before it gets its name, and those that say who writes something now. They are gone when the process
 * ends by itself; those of a process that was killed the next one removes that writes into the same folder. Nothing listens to signals: one
 * that comes while a file is written would be heard only after the work is done, and a run that was told to end would say that all is well.
 */

const LIVE = new Set<string>();
const CLEARED = new Set<string>();

const WRITTEN = /^\.([0-9a-f]{6}-[0-9]+-[0-9]+)-[0-9a-f]{12}\.responses-tmp$/;
const CLAIM = /^\.claim-[0-9a-f]{12}\.responses-tmp$/;

/** Milliseconds after which a process of which nothing can be seen writes no more: a day. */
const OLD = 24 * 60 * 60 * 1000;

/** A new path in the folder of a file, since only there a file can be renamed into its place. Whoever uses it says when it is over. */
export function temporaryPathBeside(path: string): string {
  const folder = dirname(path);
  clearLeftovers(folder);
  const temporary = join(folder, `.${thisProcess()}-${randomBytes(6).toString("hex")}.responses-tmp`);
  LIVE.add(temporary);
  removeAtTheEnd();
  return temporary;
}

/** The path of the link by which processes claim a file of the folder, given 12 digits (base 16) that stand for the file. */
export function claimPathIn(folder: string, file: string): string {
  return join(folder, `.claim-${file}.responses-tmp`);
}

/** Says that a temporary file has got its name. */
export function isInPlace(temporary: string): void {
  LIVE.delete(temporary);
}

/** Removes a temporary file, if there is one; never throws. */
export function removeTemporary(temporary: string): void {
  LIVE.delete(temporary);
  try {
    unlinkSync(temporary);
  } catch {
    // There is none; or why it was to go is worth more than why it stays. On a disk that takes no more changes it stays, under a name
    // that nobody takes for anything else.
  }
}

/** Removes what processes have left in a folder that run no more; lists it once in a process, and never throws. */
export function clearLeftovers(folder: string): void {
  const place = resolve(folder);
  if (CLEARED.has(place)) return;
  CLEARED.add(place);
  try {
    for (const name of readdirSync(place)) {
      const path = join(place, name);
      if (isLeftover(path)) removeTemporary(path);
    }
  } catch {
    // What a folder that cannot be listed holds is nobody's business here.
  }
}

/**
 * Whether something is a temporary file, or a claim, whose process runs no more, as far as can be seen; what may be of one that does is left for
 * a day. Never throws.
 */
function isLeftover(path: string): boolean {
  try {
    const owner = ownerOf(path);
    return owner !== null && !(runsStill(owner) ?? Date.now() - lstatSync(path).mtimeMs < OLD);
  } catch {
    // It has just gone.
    return false;
  }
}

/** The process that a temporary file is of; null for any other file. */
function ownerOf(path: string): string | null {
  const name = basename(path);
  return WRITTEN.exec(name)?.[1] ?? (CLAIM.test(name) ? readlinkSync(path) : null);
}

let isRemovedAtTheEnd = false;

function removeAtTheEnd(): void {
  if (isRemovedAtTheEnd) return;
  isRemovedAtTheEnd = true;
  process.once("exit", () => {
    for (const path of LIVE) removeTemporary(path);
  });
}
