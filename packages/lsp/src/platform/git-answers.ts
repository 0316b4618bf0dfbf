import { dirname } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { LARGEST_SOURCE } from "@responses/dsl/editor";
import { GitError, GitRepository, RevisionFiles, reasonOf } from "@responses/node-host";
import type { GitAnswer, GitQuestion, GitSaid } from "./git-questions.js";

/** Answers questions about what is committed, in a thread: git is waited for. */
export function answerGitQuestions(port: MessagePort): void {
  const revisions = new Revisions();
  port.on("message", (question: GitQuestion) => {
    const answer: GitAnswer = { id: question.id, said: said(question, revisions) };
    port.postMessage(answer);
  });
}

function said(question: GitQuestion, revisions: Revisions): GitSaid {
  try {
    switch (question.kind) {
      case "head": {
        const repository = new GitRepository(dirname(question.path));
        return { kind: "head", root: repository.root, commit: repository.resolve("HEAD").commit };
      }
      case "read":
        return read(question.path, revisions.filesOf(question.root, question.commit));
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
      return { kind: "missing" };
    case "impossible":
    case "unreadable":
      return { kind: "none", reason: content.reason };
  }
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
