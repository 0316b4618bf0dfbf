/** What stands in a command line as it is, and is no option. */
const HARMLESS = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/;

/**
 * The command that gets a revision that a clone does not have, and of a shallow one the rest of the history.
 *
 * @param missing how the user called it; null where history alone is missing
 * @returns null where there is no remote to get it from
 */
export function commandToFetch(
  missing: string | null,
  remotes: readonly string[],
  isShallow: boolean,
): string | null {
  const named = remotes.find((remote) => missing?.startsWith(`${remote}/`) === true);
  const remote = named ?? (remotes.includes("origin") ? "origin" : remotes[0]);
  if (remote === undefined || !HARMLESS.test(remote)) return null;
  const fetch = `git fetch ${isShallow ? "--unshallow " : ""}${remote}`;
  const refspec = missing === null ? null : refspecOf(missing, named ?? null);
  return refspec === null ? fetch : `${fetch} ${refspec}`;
}

/** What to ask the remote for, so that the name is known afterwards; null for what it has no name for, as `HEAD~3`. */
function refspecOf(name: string, remote: string | null): string | null {
  if (!HARMLESS.test(name) || name.includes("..") || /^HEAD\b/.test(name)) return null;
  if (/^[0-9a-f]{7,64}$/.test(name)) return null;
  if (remote === null) return `${name}:${name}`;
  const branch = name.slice(remote.length + 1);
  return `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
}
