import { commitAll, git, repositoryWith } from "@responses/testing/git-repository";
import { checkout } from "./github-checkout.js";

/** A mapping and what becomes of it: a refusal that was one is a sale now. */
export const BEFORE = `system "Acme"

success json "$.result" exact "accepted"
reject  json "$.result" exact "rejected" as json "$.why" or "No reason given"

example 200 '{"result":"accepted"}'                   is success
example 200 '{"result":"rejected","why":"duplicate"}' is reject duplicate
`;

const AFTER = BEFORE.replace('exact "accepted"', 'exact "accepted", "pending"');

const FILES = { "mappings/acme.responses": BEFORE };

const CHANGED = { "mappings/acme.responses": AFTER };

/** What a workflow is started with, and the checkout that it makes. */
export interface Started {
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly ref: string;
}

export interface PullRequestOptions {
  readonly depth?: number;
  /** Whose repository the branch is in. */
  readonly from?: string;
  /** What the branch changes. */
  readonly change?: Readonly<Record<string, string>>;
  /** What is checked out: the merge of both, or the branch. */
  readonly checksOut?: "merge" | "head";
}

const REPOSITORY = { default_branch: "main", full_name: "acme/mappings" };

/** A pull request that changes the mapping, onto a branch that has gone on in the meantime. */
export function pullRequest({
  depth = 0,
  from = "acme/mappings",
  change = CHANGED,
  checksOut = "merge",
}: PullRequestOptions = {}): Started & { readonly base: string } {
  const origin = repositoryWith(FILES);
  const left = git(origin, "rev-parse", "HEAD").trim();
  git(origin, "checkout", "-q", "-b", "change");
  const head = commitAll(origin, change);
  git(origin, "checkout", "-q", "main");
  const base = commitAll(origin, { "mappings/other.responses": BEFORE });
  git(origin, "checkout", "-q", "--detach");
  git(origin, "merge", "-q", "--no-ff", "-m", "both", "change");
  const merge = git(origin, "rev-parse", "HEAD").trim();
  const ref = "refs/pull/7/merge";
  const workspace = checkout(origin, checksOut === "merge" ? merge : head, ref, depth);
  const payload = {
    pull_request: {
      number: 7,
      head: { ref: "change", sha: head, repo: { full_name: from } },
      // GitHub merges with a branch that may have gone on since the event.
      base: { ref: "main", sha: left, repo: { full_name: "acme/mappings" } },
    },
    repository: REPOSITORY,
  };
  const event = { name: "pull_request", payload };
  return { workspace, event, ref, base: checksOut === "merge" ? base : left };
}

export interface PushOptions {
  readonly depth?: number;
  readonly branch?: string;
  /** Before the push: there, nothing, or what nobody has any more. */
  readonly before?: "there" | "nothing" | "replaced";
}

/** A push of a commit that changes the mapping. */
export function push({ depth = 0, branch = "main", before = "there" }: PushOptions = {}): Started & {
  readonly base: string;
} {
  const origin = repositoryWith(FILES);
  const base = git(origin, "rev-parse", "HEAD").trim();
  if (branch !== "main") git(origin, "checkout", "-q", "-b", branch);
  const replaced = commitAll(origin, { "mappings/other.responses": BEFORE });
  git(origin, "reset", "-q", "--hard", base);
  const after = commitAll(origin, CHANGED);
  const ref = `refs/heads/${branch}`;
  const payload = {
    ref,
    before: { there: base, nothing: "0".repeat(40), replaced }[before],
    after,
    created: before === "nothing",
    forced: before === "replaced",
    repository: REPOSITORY,
  };
  return { workspace: checkout(origin, after, ref, depth), event: { name: "push", payload }, ref, base };
}

/** A push that takes back, by force, the last commit of the branch; the clone still has it, by another branch. */
export function pushBack(): Started & { readonly base: string } {
  const origin = repositoryWith({ "mappings/acme.responses": AFTER });
  const after = git(origin, "rev-parse", "HEAD").trim();
  const base = commitAll(origin, { "mappings/acme.responses": BEFORE });
  git(origin, "branch", "keep");
  git(origin, "reset", "-q", "--hard", after);
  const ref = "refs/heads/main";
  const payload = { ref, before: base, after, created: false, forced: true, repository: REPOSITORY };
  return { workspace: checkout(origin, after, ref, 0), event: { name: "push", payload }, ref, base };
}

/** A merge queue that tries the change on top of the branch. */
export function mergeGroup(depth = 0): Started & { readonly base: string } {
  const origin = repositoryWith(FILES);
  const base = git(origin, "rev-parse", "HEAD").trim();
  git(origin, "checkout", "-q", "-b", "gh-readonly-queue/main/pr-7");
  const head = commitAll(origin, CHANGED);
  const ref = "refs/heads/gh-readonly-queue/main/pr-7";
  const payload = {
    action: "checks_requested",
    merge_group: { base_sha: base, head_sha: head, head_ref: ref, base_ref: "refs/heads/main" },
    repository: REPOSITORY,
  };
  return {
    workspace: checkout(origin, head, ref, depth),
    event: { name: "merge_group", payload },
    ref,
    base,
  };
}

/** A run by hand, on a branch that changes the mapping or on the default branch. */
export function dispatch(branch: string): Started & { readonly base: string } {
  const { workspace, ref, base } = push({ branch });
  return {
    workspace,
    ref,
    base,
    event: { name: "workflow_dispatch", payload: { ref, inputs: {}, repository: REPOSITORY } },
  };
}
