import { dirname, join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { LARGEST_SOURCE } from "@responses/dsl/editor";
import {
  GitError,
  GitRepository,
  RevisionFiles,
  reasonOf,
  renamedFiles,
  workingTreeOf,
} from "@responses/node-host";
import type { GitQuestion, GitSaid } from "./git-questions.js";

/** Answers questions about what is committed, in a thread: git is waited for. */
export function answerGitQuestions(port: MessagePort): void {
  const revisions = new Revisions();
  port.on("message", async (question: GitQuestion) => {
    port.postMessage(await said(question, revisions));
  });
}

async function said(question: GitQuestion, revisions: Revisions): Promise<GitSaid> {
  try {
    switch (question.kind) {
      case "head": {
        const repository = new GitRepository(dirname(question.path));
        return { kind: "head", root: repository.root, commit: repository.resolve("HEAD").commit };
      }
      case "read":
        return read(question.path, revisions.filesOf(question.root, question.commit));
      case "former":
        return await former(question, revisions.filesOf(question.root, question.commit));
    }
  } catch (error) {
    return { kind: "none", reason: error instanceof GitError ? error.message : reasonOf(error) };
  }
}

function read(path: string, files: RevisionFiles): GitSaid {
  const content = files.read(path, LARGEST_SOURCE);
  switch (content.kind) {
    case "bytes":
      return { kind: "bytes", bytes: content.bytes };
    case "too-large":
      // The language says of it that it is.
      return { kind: "bytes", bytes: content.start };
    case "missing":
    case "no-file":
      return { kind: "missing" };
    case "impossible":
    case "unreadable":
      return { kind: "none", reason: content.reason };
  }
}

/** Files that are gone of which it is looked whether one is the file under another name; more are not looked at. */
const MOST_GONE = 200;

/** As `responses diff` finds files that were renamed, but for one alone. */
async function former(
  { root, path, text }: Extract<GitQuestion, { readonly kind: "former" }>,
  files: RevisionFiles,
): Promise<GitSaid> {
  const gone: { readonly path: string; readonly content: Uint8Array }[] = [];
  const now = workingTreeOf(new GitRepository(root));
  for await (const step of files.walk(root, () => true)) {
    const old = join(root, step.path);
    // What a sparse checkout leaves off the disk is not gone.
    if (step.kind !== "file" || now.whatIsAt(old).kind !== "missing") continue;
    const content = files.read(old, LARGEST_SOURCE);
    if (content.kind === "bytes") gone.push({ path: old, content: content.bytes });
    if (gone.length === MOST_GONE) break;
  }
  const found = renamedFiles(gone, [{ path, content: new TextEncoder().encode(text) }]).get(path);
  return found === undefined ? { kind: "missing" } : { kind: "former", path: found };
}

/** The last commit of each repository that was asked about: what its tree lists is read once. */
class Revisions {
  readonly #known = new Map<string, { readonly commit: string; readonly files: RevisionFiles }>();

  filesOf(root: string, commit: string): RevisionFiles {
    const known = this.#known.get(root);
    if (known?.commit === commit) return known.files;
    const files = new RevisionFiles(new GitRepository(root), { name: "HEAD", commit });
    this.#known.set(root, { commit, files });
    return files;
  }
}
