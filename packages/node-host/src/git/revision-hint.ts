import { closest } from "@responses/dsl/editor";
import type { RevisionHint } from "./git-error.js";
import { lineOf, runGit } from "./git-process.js";

/** Branches and tags among which a similar name is looked for. */
const MOST_NAMES = 5_000;

/** What is asked of a repository. */
interface Repository {
  readonly root: string;
  readonly find: (name: string) => { readonly commit: string } | null;
}

/** Why a repository may have no such revision: for a message, so the first thing that comes to mind is enough. */
export function hintFor(name: string, repository: Repository): RevisionHint | null {
  const [, from = "", way = ""] = /^(.*?)((?:[~^]\d*)*)$/s.exec(name) ?? [];
  const { root } = repository;
  const start = repository.find(from);
  if (start === null) {
    const similar = closest(from, namesIn(root));
    return similar === null ? null : { kind: "similar", name: `${similar}${way}` };
  }
  const commits = Number(lineOf(runGit(root, ["rev-list", "--count", "--first-parent", start.commit])));
  return stepsOf(way) >= commits ? { kind: "too-far-back", from, commits } : null;
}

function namesIn(root: string): readonly string[] {
  const args = ["for-each-ref", `--count=${MOST_NAMES}`, "--format=%(refname:short)"];
  return lineOf(runGit(root, [...args, "refs/heads", "refs/tags", "refs/remotes"])).split("\n");
}

/** How many commits `~3`, `^^` or both go back along the first parents; another parent is no way back there. */
function stepsOf(way: string): number {
  return [...way.matchAll(/([~^])(\d*)/g)].reduce((steps, [, sign, digits = ""]) => {
    const number = digits === "" ? 1 : Number(digits);
    return steps + (sign === "~" ? number : Math.min(number, 1));
  }, 0);
}
