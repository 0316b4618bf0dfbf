import { pathToFileURL } from "node:url";
import { folderWith } from "@responses/testing/folder";
import { git } from "@responses/testing/git-repository";

/**
 * A clone as actions/checkout makes it: one commit, under the name that the event gives it, with the history that was asked for.
 *
 * @param origin the folder of the repository that is cloned
 * @param commit
 * @param ref as refs/pull/1/merge
 * @param depth as `fetch-depth`: 0 for all of the history, and of all branches
 */
export function checkout(origin: string, commit: string, ref: string, depth: number): string {
  const folder = folderWith({});
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  git(folder, "init", "-q", "-b", "main");
  git(folder, "remote", "add", "origin", pathToFileURL(origin).href);
  const local = ref.replace(/^refs\/(?:heads|pull)\//, (kind) =>
    kind === "refs/heads/" ? "refs/remotes/origin/" : "refs/remotes/pull/",
  );
  const wanted = `+${commit}:${local}`;
  if (depth === 0) git(folder, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
  const history = depth === 0 ? [] : [`--depth=${depth}`];
  git(folder, "fetch", "-q", "--no-tags", ...history, "origin", wanted);
  git(folder, "checkout", "-q", "--force", "--detach", local);
  return folder;
}
