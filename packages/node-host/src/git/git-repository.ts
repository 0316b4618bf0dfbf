import { isAbsolute, resolve } from "node:path";
import { GitError } from "./git-error.js";
import { lineOf, misunderstood, runGit, startGit } from "./git-process.js";
import { commandToFetch } from "./missing-history.js";
import { hintFor } from "./revision-hint.js";

/** A commit, and what messages call it: what the user wrote. */
export interface Revision {
  readonly name: string;
  /** The commit's whole name. */
  readonly commit: string;
}

/** A repository that is read by git's plumbing, and never written. Methods throw a GitError where git can't do it. */
export class GitRepository {
  /** The working tree's folder; of a bare repository its own, as if its files stood there. */
  readonly root: string;
  readonly hasWorkingTree: boolean;

  /**
   * The repository that a folder is in. Throws a GitError if it is in none.
   *
   * @param place what git says of where that is, if it has been asked
   */
  constructor(folder: string, place = lineOf(runGit(folder, ["rev-parse", ...PLACE], { isAnswer: isBare }))) {
    const [inside, topFolder] = splitOnce(place);
    if (inside !== "true" && inside !== "false") throw misunderstood("rev-parse");
    this.hasWorkingTree = inside === "true";
    const root = this.hasWorkingTree
      ? topFolder
      : lineOf(runGit(folder, ["rev-parse", "--absolute-git-dir"]));
    if (!isAbsolute(root)) throw misunderstood("rev-parse");
    this.root = resolve(root);
  }

  /**
   * The repository that a folder is in, and where two revisions of it parted, as `mergeBaseOf` gives it; null in its place where that takes
   * a closer look. Git is asked once, while something else is done.
   */
  static async startWithMergeBase(
    folder: string,
    first: string,
    second: string,
  ): Promise<{ readonly repository: GitRepository; readonly base: Revision | null }> {
    if ([first, second].every(isPlainName)) {
      const args = ["rev-parse", ...PLACE, ...partingOf(first, second)];
      const { exitCode, output } = await startGit(folder, args, { isAnswer: () => true });
      const lines = `${output}`.trimEnd().split("\n");
      const base = exitCode === 0 ? clearBase(lines.slice(-PARTING_LINES), first, second) : null;
      const place = lines.slice(0, -PARTING_LINES);
      if (base !== null && place[0] === "true")
        return { repository: new GitRepository(folder, place.join("\n")), base };
    }
    return { repository: new GitRepository(folder), base: null };
  }

  /** The commit that a text names, whatever way; null where there is none. */
  find(name: string): Revision | null {
    // Git takes neither for a revision, and would take the first for an option.
    if (name === "" || name.startsWith("-")) return null;
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
    // Of a place in the log of a branch that is not there it says nothing.
    const answer = runGit(this.root, args, { isAnswer: (code, said) => code === 1 || said === "" });
    const commit = lineOf(answer);
    return answer.exitCode === 0 && isCommitName(commit) ? { name, commit } : null;
  }

  /** The same; throws a GitError that says what to do where there is none. */
  resolve(name: string): Revision {
    const found = this.find(name);
    if (found !== null) return found;
    if (name === "HEAD" && !this.#isShallow()) throw new GitError({ kind: "no-commit-yet" });
    const hint = hintFor(name, this);
    throw new GitError({ kind: "unknown-revision", revision: name, hint, ...this.#fetching([name]) });
  }

  /** Several at once, which takes one call of git where all are there. */
  resolveAll<const Names extends readonly string[]>(
    names: Names,
  ): { readonly [Place in keyof Names]: Revision } {
    return (this.#findAll(names) ?? names.map((name) => this.resolve(name))) as {
      readonly [Place in keyof Names]: Revision;
    };
  }

  /** Null where one is not there, or it takes a closer look. */
  #findAll(names: readonly string[]): readonly Revision[] | null {
    if (names.some((name) => name === "" || name.startsWith("-"))) return null;
    const args = ["rev-parse", ...names.map((name) => `${name}^{commit}`)];
    const { exitCode, output } = runGit(this.root, args, { isAnswer: () => true });
    const commits = `${output}`.trimEnd().split("\n");
    const isClear = exitCode === 0 && commits.length === names.length && commits.every(isCommitName);
    return isClear ? names.map((name, place) => ({ name, commit: commits[place] ?? "" })) : null;
  }

  /** Where two revisions parted: the commit that `git diff A...B` begins at. Where that is the first itself, it is called as that is. */
  mergeBase(first: Revision, second: Revision): Revision {
    const answer = runGit(this.root, ["merge-base", first.commit, second.commit], { isAnswer: isOne });
    const commit = lineOf(answer);
    if (commit !== "") {
      if (!isCommitName(commit)) throw misunderstood("merge-base");
      return partingPoint(first.name, first.commit, second.name, commit);
    }
    const names = [first.name, second.name] as const;
    throw new GitError({ kind: "no-merge-base", revisions: names, ...this.#fetching(names) });
  }

  /** The same of two as the user wrote them, which takes one call of git where all is clear. */
  mergeBaseOf(first: string, second: string): Revision {
    const clear = this.#clearMergeBase(first, second);
    if (clear !== null) return clear;
    const [one, other] = this.resolveAll([first, second]);
    return this.mergeBase(one, other);
  }

  #clearMergeBase(first: string, second: string): Revision | null {
    if (![first, second].every(isPlainName)) return null;
    const args = ["rev-parse", ...partingOf(first, second)];
    const { exitCode, output } = runGit(this.root, args, { isAnswer: () => true });
    return exitCode === 0 ? clearBase(`${output}`.trimEnd().split("\n"), first, second) : null;
  }

  /** Which of the files, by paths from the root, git is told to ignore and does not hold. */
  ignored(paths: readonly string[]): ReadonlySet<string> {
    if (paths.length === 0 || !this.hasWorkingTree) return new Set();
    const input = paths.map((path) => `${path}\0`).join("");
    const { output } = runGit(this.root, ["check-ignore", "-z", "--stdin"], { input, isAnswer: isOne });
    return new Set(`${output}`.split("\0").filter((path) => path !== ""));
  }

  #isShallow(): boolean {
    return lineOf(runGit(this.root, ["rev-parse", "--is-shallow-repository"])) === "true";
  }

  #fetching(names: readonly string[]) {
    const isShallow = this.#isShallow();
    const remotes = lineOf(runGit(this.root, ["remote"]))
      .split("\n")
      .filter((name) => name !== "");
    const missing = names.find((name) => this.find(name) === null) ?? null;
    return { isShallow, fetch: commandToFetch(missing, remotes, isShallow) };
  }
}

/** Asks rev-parse whether a folder is in a working tree, and where that begins. */
const PLACE = ["--is-inside-work-tree", "--show-toplevel"];

/** Git prints the first answer also where it then fails, since the repository has no working tree. */
function isBare(_: number, said: string): boolean {
  return said.includes("must be run in a work tree");
}

/** Asks rev-parse for two revisions with plain names and for where they parted. */
function partingOf(first: string, second: string): readonly string[] {
  return [`${first}^{commit}`, `${second}^{commit}`, `${first}...${second}`];
}

/** Lines of its answer where all is clear: three dots give both commits once more. */
const PARTING_LINES = 5;

/** What the answer says; null where it takes a closer look: one is not there, or history has been merged crosswise. */
function clearBase(lines: readonly string[], first: string, second: string): Revision | null {
  const [one = "", other = "", ...parting] = lines;
  const base = parting.at(-1)?.slice(1) ?? "";
  const isClear = [one, other, base].every(isCommitName) && parting.join() === `${one},${other},^${base}`;
  return isClear ? partingPoint(first, one, second, base) : null;
}

/** Whether git takes a text for a revision also where three dots and another one stand behind it. */
function isPlainName(name: string): boolean {
  return /^[\w/@][\w/@{}~^.-]*$/.test(name) && !name.includes("..");
}

/** Where two parted, as messages call it. */
function partingPoint(first: string, firstCommit: string, second: string, commit: string): Revision {
  return { name: commit === firstCommit ? first : `${first} where ${second} left it`, commit };
}

function isCommitName(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

/** What git answers where there is none. */
function isOne(exitCode: number): boolean {
  return exitCode === 1;
}

function splitOnce(lines: string): readonly [string, string] {
  const end = lines.indexOf("\n");
  return end < 0 ? [lines, ""] : [lines.slice(0, end), lines.slice(end + 1)];
}
