import { counted, visible } from "@responses/dsl/editor";

/** What git could not do, and why. Revisions are as the user wrote them; a `reason` is a clause in plain words. */
export type GitFault =
  | { readonly kind: "git-missing"; readonly reason: string }
  | { readonly kind: "not-a-repository"; readonly folder: string }
  /** The repository belongs to somebody else, and git does not read it unless its user says so. */
  | { readonly kind: "not-trusted"; readonly folder: string }
  | { readonly kind: "no-commit-yet" }
  | ({
      readonly kind: "unknown-revision";
      readonly revision: string;
      readonly hint: RevisionHint | null;
    } & Fetching)
  | ({ readonly kind: "no-merge-base"; readonly revisions: readonly [string, string] } & Fetching)
  /** A partial clone leaves out what is asked for. */
  | { readonly kind: "not-in-clone" }
  | { readonly kind: "git-failed"; readonly command: string; readonly reason: string };

/** Why there may be no such revision. */
export type RevisionHint =
  /** The name of a branch or a tag that is nearly the same. */
  | { readonly kind: "similar"; readonly name: string }
  /** It goes back further than the first commit. */
  | { readonly kind: "too-far-back"; readonly from: string; readonly commits: number };

/** Whether history may be missing, and what gets it. */
export interface Fetching {
  /** Whether the clone has a part of the history alone. */
  readonly isShallow: boolean;
  /** The command that gets what is missing; null where there is nowhere to get it from. */
  readonly fetch: string | null;
}

/** Git could not do what was asked. The message is one sentence with a way out, without control characters. */
export class GitError extends Error {
  override readonly name = "GitError";
  readonly fault: GitFault;

  constructor(fault: GitFault) {
    super(visible(sentenceOf(fault)));
    this.fault = fault;
  }
}

function sentenceOf(fault: GitFault): string {
  switch (fault.kind) {
    case "git-missing":
      return `git could not be started: ${fault.reason}; revisions need git, files and folders can be compared without it`;
    case "not-a-repository":
      return `${fault.folder} is in no git repository: revisions can be compared in one, files and folders anywhere`;
    case "not-trusted":
      return `git does not trust the repository of ${fault.folder}, since it belongs to another user: git config --global --add safe.directory ${fault.folder} says that you do`;
    case "no-commit-yet":
      return "the repository has no commit yet: commit something, or compare files or folders";
    case "unknown-revision": {
      const { revision, isShallow, fetch } = fault;
      if (!isShallow) {
        const way = fetch === null ? "" : `; if it is elsewhere, this gets it: ${fetch}`;
        return `there is no revision ${revision} in this repository: ${hintInWords(fault.hint)}${way}`;
      }
      return `this clone is shallow and does not have the revision ${revision}${wayToFetch(fetch)}`;
    }
    case "no-merge-base": {
      const [first, second] = fault.revisions;
      if (fault.isShallow)
        return `this clone is shallow and does not have the commit at which ${first} and ${second} parted${wayToFetch(fault.fetch)}`;
      return `${first} and ${second} have no commit in common, so there is none since which to look: responses diff ${first}..${second} compares them as they are`;
    }
    case "not-in-clone":
      return "this clone is partial and does not hold what is asked for: git fetch --refetch --no-filter gets it";
    case "git-failed":
      return `git ${fault.command} failed: ${fault.reason}`;
  }
}

function hintInWords(hint: RevisionHint | null): string {
  switch (hint?.kind) {
    case undefined:
      return "git branch --all and git tag list what there is";
    case "similar":
      return `did you mean ${hint.name}? (git branch --all and git tag list what there is)`;
    case "too-far-back": {
      const { from, commits } = hint;
      const oldest = commits === 1 ? from : `${from}~${commits - 1}`;
      return `${from} has ${counted(commits, "commit")}, and ${oldest} is the first`;
    }
  }
}

function wayToFetch(fetch: string | null): string {
  return fetch === null
    ? ", and knows no remote to fetch it from"
    : `; this gets it: ${fetch} (with actions/checkout: fetch-depth: 0)`;
}
