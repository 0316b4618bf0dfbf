import { FileError } from "@responses/node-host";
import type { Problem } from "../terminal/usage-error.js";
import type { Side, Sides } from "./compared-sides.js";
import { type KnownBy, renamedMappings } from "./renamed-mappings.js";

/** A mapping file by its paths on both sides; null where it is not there. */
export interface Pair {
  readonly before: string | null;
  readonly after: string | null;
  /** By what it was taken for the same mapping under another name; null where it has the same one. */
  readonly renamedBy: KnownBy | null;
  /** On which side its project file leaves it out, though it is there: it is compared all the same. */
  readonly leftOut: "before" | "after" | null;
}

/**
 * The files of both sides by what they are called, and then those that were renamed; in the order of the paths. Where a side could not be
 * looked through, nothing that it lacks is known to be gone or new, and there is no pair of it.
 */
export function pairsOf({ before, after }: Sides): readonly Pair[] {
  const old = new Map(before.found.paths.map((path) => [before.keyOf(path), path]));
  const now = new Map(after.found.paths.map((path) => [after.keyOf(path), path]));
  const missingNow = [...old].flatMap(([key, path]) => (now.has(key) ? [] : [path]));
  const missingBefore = [...now].flatMap(([key, path]) => (old.has(key) ? [] : [path]));
  const leftOutNow = new Set(missingNow.filter((path) => isLeftOut(after, path)));
  const leftOutBefore = new Set(missingBefore.filter((path) => isLeftOut(before, path)));
  const gone = wasLookedThrough(after) ? missingNow.filter((path) => !leftOutNow.has(path)) : [];
  const added = wasLookedThrough(before) ? missingBefore.filter((path) => !leftOutBefore.has(path)) : [];
  const renamed = renamedMappings({ side: before, paths: gone }, { side: after, paths: added });
  const found = new Set([...renamed.values()].map(({ from }) => from));
  const isAdded = new Set(added);
  const pairs = [
    ...[...now].flatMap(([key, path]): readonly Pair[] => {
      const same = old.get(key) ?? (leftOutBefore.has(path) ? path : null);
      if (same === null && !isAdded.has(path)) return [];
      const { from = null, by = null } = renamed.get(path) ?? {};
      const leftOut = leftOutBefore.has(path) ? "before" : null;
      return [{ before: same ?? from, after: path, renamedBy: by, leftOut }];
    }),
    ...[...leftOutNow].map((path) => ({
      before: path,
      after: path,
      renamedBy: null,
      leftOut: "after" as const,
    })),
    ...gone
      .filter((path) => !found.has(path))
      .map((path) => ({ before: path, after: null, renamedBy: null, leftOut: null })),
  ];
  const nameOf = (pair: Pair): string => pair.after ?? pair.before ?? "";
  return pairs.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

/** Whether something is not there, which is no problem if it is on the other side. */
export function isAbsent({ commit }: Side, problem: Problem): boolean {
  if (!(problem instanceof FileError)) return false;
  const { kind } = problem.fault;
  if (kind === "leads-nowhere") return commit !== null;
  return kind === "nothing-there" || kind === "gives-nothing" || kind === "all-ignored";
}

function wasLookedThrough(side: Side): boolean {
  return side.found.problems.every((problem) => isAbsent(side, problem) || isOfSubmodule(problem));
}

/** Neither side is looked through where such a submodule is. */
function isOfSubmodule({ fault }: FileError): boolean {
  return fault.kind === "submodule-apart";
}

/** Whether a file is there, and its project file leaves it out, or a folder that it is in. */
function isLeftOut({ found, isFile }: Side, path: string): boolean {
  return found.ignored.some((ignored) => path === ignored || path.startsWith(`${ignored}/`)) && isFile(path);
}
