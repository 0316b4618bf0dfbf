import { Worker } from "node:worker_threads";
import { URI } from "vscode-uri";
import type { Commit, CommittedFile, CommittedFiles, NoFiles } from "../workspace/files/committed-files.js";
import { GIT_THREAD, type GitAnswer, type GitQuestion, type GitSaid } from "./git-questions.js";

/** Without its number, which is given when it is asked. */
type Unnumbered = GitQuestion extends infer Question
  ? Question extends GitQuestion
    ? Omit<Question, "id">
    : never
  : never;

/**
 * What was committed, read by git in a thread of its own: starting it takes longer than a keystroke, and where files are far away it
 * may not answer for a minute. The thread is started when the first question comes.
 */
export class GitThread implements CommittedFiles {
  readonly #script: URL;
  readonly #waiting = new Map<number, (said: GitSaid) => void>();
  #worker: Worker | null = null;
  #asked = 0;

  /** @param script runs `answerGitQuestions` in a thread whose data is `GIT_THREAD` */
  constructor(script: URL) {
    this.#script = script;
  }

  async head(uri: string): Promise<Commit | NoFiles> {
    const file = URI.parse(uri);
    if (file.scheme !== "file")
      return { kind: "none", reason: "it is not on this machine's disk, where git could know it" };
    const said = await this.#ask({ kind: "head", path: file.fsPath });
    switch (said.kind) {
      case "head":
        return {
          kind: "commit",
          name: said.commit,
          read: (other) => this.#read(said.root, said.commit, other),
          formerUri: (other, text) => this.#formerUri(said.root, said.commit, other, text),
        };
      case "none":
        return said;
      case "bytes":
      case "former":
      case "missing":
        return WRONG_ANSWER;
    }
  }

  async #read(root: string, commit: string, uri: string): Promise<CommittedFile> {
    const said = await this.#ask({ kind: "read", root, commit, path: URI.parse(uri).fsPath });
    return said.kind === "head" || said.kind === "former" ? WRONG_ANSWER : said;
  }

  async #formerUri(root: string, commit: string, uri: string, text: string): Promise<string | null> {
    const said = await this.#ask({ kind: "former", root, commit, path: URI.parse(uri).fsPath, text });
    return said.kind === "former" ? URI.file(said.path).toString() : null;
  }

  #ask(question: Unnumbered): Promise<GitSaid> {
    const id = this.#asked++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#started().postMessage({ ...question, id });
    });
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(this.#script, { workerData: GIT_THREAD });
    // Nobody waits for git who wants to end.
    worker.unref();
    worker.on("message", ({ id, said }: GitAnswer) => {
      this.#waiting.get(id)?.(said);
      this.#waiting.delete(id);
    });
    worker.on("error", (error) => this.#ended(`the thread that asks git has failed: ${error.message}`));
    worker.on("exit", () => this.#ended("the thread that asks git has ended"));
    this.#worker = worker;
    return worker;
  }

  /** Whoever waits is told, and the next question starts another. */
  #ended(reason: string): void {
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve({ kind: "none", reason });
  }
}

const WRONG_ANSWER: NoFiles = { kind: "none", reason: "git was asked something else" };
