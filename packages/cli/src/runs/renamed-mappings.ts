import { located } from "@responses/dsl/editor";
import { renamedFiles } from "@responses/node-host";
import { isProblem } from "../terminal/usage-error.js";
import type { Side } from "./compared-sides.js";

/** By what a mapping is known again under another name: what its file holds, the system that it names, or its recorded responses. */
export type KnownBy = "text" | "system" | "examples";

export interface RenamedMapping {
  readonly from: string;
  readonly by: KnownBy;
}

/** By what somebody is to believe that two files are one mapping; nothing where their text says so. */
export const KNOWN_BY: Readonly<Record<KnownBy, string | null>> = {
  text: null,
  system: "paired by its system name",
  examples: "paired by its recorded responses",
};

/** Mapping files of one side, those that the other side has not. */
interface Unpaired {
  readonly side: Pick<Side, "files">;
  readonly paths: readonly string[];
}

/**
 * The mappings that are called otherwise now, by their newer paths: those whose files hold much the same, and of the others those that
 * one file alone on each side is for one system, or has the same recorded responses. Where several could be meant, none is.
 */
export function renamedMappings(gone: Unpaired, added: Unpaired): ReadonlyMap<string, RenamedMapping> {
  const pairs = new Map<string, RenamedMapping>();
  for (const [to, from] of renamedFiles(contentsOf(gone), contentsOf(added)))
    pairs.set(to, { from, by: "text" });
  for (const { by, keyOf } of MARKS) {
    const found = new Set([...pairs.values()].map(({ from }) => from));
    const old = byMark({ ...gone, paths: gone.paths.filter((path) => !found.has(path)) }, keyOf);
    const now = byMark({ ...added, paths: added.paths.filter((path) => !pairs.has(path)) }, keyOf);
    for (const [key, [to, ...otherNew]] of now) {
      const [from, ...otherOld] = old.get(key) ?? [];
      if (from === undefined || otherNew.length + otherOld.length > 0) continue;
      pairs.set(to, { from, by });
    }
  }
  return pairs;
}

type ReadFile = ReturnType<Side["files"]["read"]>;

/** What of a file says which mapping it is, null where it says nothing; the surer comes first. */
const MARKS: readonly { readonly by: KnownBy; readonly keyOf: (file: ReadFile) => string | null }[] = [
  {
    by: "system",
    keyOf: (file) => {
      const [system, ...others] = located(file, "system");
      return system === undefined || others.length > 0 ? null : system.model.name;
    },
  },
  {
    by: "examples",
    keyOf: (file) => {
      const recorded = located(file, "example").map(({ model: { status, body } }) =>
        JSON.stringify([status, body]),
      );
      return recorded.length === 0 ? null : recorded.sort().join("\n");
    },
  },
];

/** The files by what `keyOf` gives for them; one at least by each key. */
function byMark(
  { side, paths }: Unpaired,
  keyOf: (file: ReadFile) => string | null,
): ReadonlyMap<string, readonly [string, ...string[]]> {
  const marked = new Map<string, [string, ...string[]]>();
  for (const path of paths) {
    const file = readOf(side, path);
    const key = file === null ? null : keyOf(file);
    if (key === null) continue;
    const known = marked.get(key);
    if (known === undefined) marked.set(key, [path]);
    else known.push(path);
  }
  return marked;
}

function contentsOf({ side, paths }: Unpaired) {
  return paths.map((path) => {
    readOf(side, path);
    return { path, content: side.files.contentOf(path) };
  });
}

/** Null for a file that cannot be read: nothing is known of it, and comparing it will say why. */
function readOf({ files }: Pick<Side, "files">, path: string): ReadFile | null {
  try {
    return files.read(path);
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
