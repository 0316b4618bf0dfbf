import { spawnSync } from "node:child_process";
import { StepError } from "./step.mjs";

/** The repository that a run looks at, read only: nothing is fetched. */
export class Repository {
  /** @type {string} */
  #folder;

  /** @param {string} folder in the repository. Throws a StepError where it is in none, or in one that git does not trust. */
  constructor(folder) {
    this.#folder = folder;
    const { succeeded, stderr } = this.#git("rev-parse", "--is-inside-work-tree");
    if (!succeeded) throw new StepError(`git cannot read the repository: ${stderr.trim()}`);
  }

  /**
   * The commit that a revision means.
   *
   * @param {string} revision
   * @returns {string | null} its name; null where this clone has none
   */
  commitOf(revision) {
    const { succeeded, stdout } = this.#git(
      ...["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    );
    return succeeded ? stdout.trim() : null;
  }

  /**
   * The parents of the commit that is checked out, also those that a shallow clone leaves out.
   *
   * @returns {readonly string[]}
   */
  parents() {
    const { stdout } = this.#git("cat-file", "commit", "HEAD");
    const [head = ""] = stdout.split("\n\n", 1);
    return head.split("\n").flatMap((line) => (line.startsWith("parent ") ? [line.slice(7)] : []));
  }

  /**
   * Where the commit that is checked out left another one.
   *
   * @param {string} commit
   * @returns {string | null}
   */
  mergeBase(commit) {
    const { succeeded, stdout } = this.#git("merge-base", "HEAD", commit);
    return succeeded ? (stdout.split("\n")[0] ?? null) : null;
  }

  isShallow() {
    return this.#git("rev-parse", "--is-shallow-repository").stdout.trim() === "true";
  }

  /** @param {readonly string[]} args */
  #git(...args) {
    const { status, error, stdout, stderr } = spawnSync("git", args, {
      cwd: this.#folder,
      encoding: "utf8",
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" },
    });
    if (error !== undefined) throw new StepError(`git does not start: ${error.message}`);
    return { succeeded: status === 0, stdout, stderr };
  }
}
