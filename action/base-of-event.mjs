import { textIn, valueIn } from "./workflow-files.mjs";

/**
 * With what a run compares, as far as the event says it.
 *
 * @typedef {{ readonly kind: "parent", readonly head: string, readonly fallback: string }
 *   | { readonly kind: "commit", readonly sha: string, readonly what: string }
 *   | { readonly kind: "push", readonly before: string, readonly branch: DefaultBranch }
 *   | { readonly kind: "branch", readonly branch: DefaultBranch }
 *   | { readonly kind: "nothing", readonly why: string }} EventBase
 */

/**
 * @typedef {object} DefaultBranch
 * @property {string} name empty where the event does not say it
 * @property {boolean} isOwn whether the run is on this very branch
 */

/**
 * What of an event names the revision before the change.
 *
 * @param {string} name of the event
 * @param {unknown} payload
 * @param {string} ref what the run is on, as refs/heads/main
 * @returns {EventBase}
 */
export function baseOfEvent(name, payload, ref) {
  const branchName = textIn(payload, "repository", "default_branch");
  const branch = { name: branchName, isOwn: ref === `refs/heads/${branchName}` };
  switch (name) {
    case "pull_request": {
      const head = textIn(payload, "pull_request", "head", "sha");
      return { kind: "parent", head, fallback: textIn(payload, "pull_request", "base", "sha") };
    }
    case "merge_group":
      return {
        kind: "commit",
        sha: textIn(payload, "merge_group", "base_sha"),
        what: "what the merge queue stands on",
      };
    case "push": {
      if (ref.startsWith("refs/tags/")) return { kind: "nothing", why: "a tag changes nothing" };
      const before = textIn(payload, "before");
      const isNew = /^0*$/.test(before) || valueIn(payload, "created") === true;
      if (!isNew) return { kind: "push", before, branch };
      return branch.isOwn
        ? { kind: "nothing", why: "this is the first push of the default branch" }
        : { kind: "branch", branch };
    }
    default:
      return branch.isOwn || branch.name === ""
        ? { kind: "nothing", why: `the event ${name} is about no change` }
        : { kind: "branch", branch };
  }
}
