import { StepError } from "./step.mjs";

/** What is said where a clone lacks what it takes. */
const FETCH_ALL = "give actions/checkout `with: fetch-depth: 0`";

const OWN_BASE = "or say by the input base what to compare with";

/**
 * The commit that a run compares with.
 *
 * @param {import("./base-of-event.mjs").EventBase} base
 * @param {import("./git.mjs").Repository} repository
 * @returns {{ readonly commit: string } | { readonly none: string }} `none` says why there is nothing to compare with. Throws a
 *   StepError where there is something, and this clone does not have it
 */
export function commitOfBase(base, repository) {
  switch (base.kind) {
    case "nothing":
      return { none: base.why };
    case "parent": {
      // GitHub checks out the merge of both. Its first parent may be newer than the base that the event names.
      const [first, second] = repository.parents();
      const isMerge = first !== undefined && second === base.head;
      return leftCommit(isMerge ? first : base.fallback, "the base of the pull request", repository);
    }
    case "commit":
      return leftCommit(base.sha, base.what, repository);
    case "push": {
      // Itself, not where HEAD left it: a forced push back leaves it at HEAD, and nothing would differ.
      if (repository.commitOf(base.before) !== null || repository.isShallow())
        return { commit: knownCommit(base.before, "what was there before the push", repository) };
      // A forced push leaves nothing that leads to what it replaced.
      if (base.branch.isOwn || base.branch.name === "")
        throw new StepError(
          `the push replaced commits that this clone does not have any more (${shown(base.before)}): say by the input base what to compare with, or write \`diff: false\``,
        );
      return leftBranch(base.branch.name, repository);
    }
    case "branch":
      return leftBranch(base.branch.name, repository);
  }
}

/**
 * Where the commit that is checked out left one that somebody named.
 *
 * @param {string} revision
 * @param {import("./git.mjs").Repository} repository
 */
export function leftRevision(revision, repository) {
  // A branch that is not checked out is known by its name at the remote.
  const found = repository.commitOf(revision) ?? repository.commitOf(`refs/remotes/origin/${revision}`);
  if (found === null) throw missing(`the revision ${JSON.stringify(revision)} of the input base`, repository);
  return leftCommit(found, `the revision ${JSON.stringify(revision)}`, repository);
}

/**
 * @param {string} branch
 * @param {import("./git.mjs").Repository} repository
 */
function leftBranch(branch, repository) {
  const found = repository.commitOf(`refs/remotes/origin/${branch}`);
  if (found === null) throw missing(`the branch ${JSON.stringify(branch)}`, repository);
  return leftCommit(found, `the branch ${JSON.stringify(branch)}`, repository);
}

/**
 * @param {string} name of a commit
 * @param {string} what it is
 * @param {import("./git.mjs").Repository} repository
 */
function knownCommit(name, what, repository) {
  if (!/^[0-9a-f]{40,64}$/.test(name)) throw new StepError(`the event does not say ${what}`);
  const commit = repository.commitOf(name);
  if (commit === null) throw missing(`${what} (${shown(name)})`, repository);
  return commit;
}

/**
 * Where the commit that is checked out left it.
 *
 * @param {string} name of a commit
 * @param {string} what it is
 * @param {import("./git.mjs").Repository} repository
 */
function leftCommit(name, what, repository) {
  const commit = knownCommit(name, what, repository);
  const left = repository.mergeBase(commit);
  if (left !== null) return { commit: left };
  if (repository.isShallow()) throw missing(`where HEAD left ${what} (${shown(name)})`, repository);
  throw new StepError(`HEAD and ${what} (${shown(name)}) have no commit in common; ${OWN_BASE}`);
}

/**
 * @param {string} what
 * @param {import("./git.mjs").Repository} repository
 */
function missing(what, repository) {
  const reason = repository.isShallow() ? "this checkout is shallow and" : "this clone";
  return new StepError(`${reason} does not have ${what}: ${FETCH_ALL}, ${OWN_BASE}`);
}

/** @param {string} commit */
function shown(commit) {
  return commit.slice(0, 10);
}
