import { Worker } from "node:worker_threads";
import { reasonOf } from "@responses/node-host";
import { URI } from "vscode-uri";
import type { Commit, CommittedFile, CommittedFiles, NoFiles } from "../workspace/files/committed-files.js";
import { GIT_THREAD, type GitQuestion, type GitSaid } from "./git-questions.js";

/** A question that whoever asks it waits for. */
interface Asked {
  readonly question: GitQuestion;
  readonly said: Promise<GitSaid>;
  readonly tell: (said: GitSaid) => void;
}

/**
 * What was committed, read by git in a thread of its own: starting it takes longer than a keystroke, and where files are far away it
 * may not answer for a minute. The thread is started when the first question comes, and has one at a time: a question that still
 * waits is asked once for all who ask it meanwhile, so that those who come back to it again and again make no longer queue.
 */
export class GitThread implements CommittedFiles {
  readonly #script: URL;
  /** Questions that the thread was not given yet, in their order, by what they ask. */
  readonly #waiting = new Map<string, Asked>();
  /** The question that the thread has. */
  #asked: Asked | null = null;
  #worker: Worker | null = null;

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

  #ask(question: GitQuestion): Promise<GitSaid> {
    const key = JSON.stringify(question);
    const same = this.#waiting.get(key);
    if (same !== undefined) return same.said;
    const worker = this.#started();
    if (typeof worker === "string") return Promise.resolve({ kind: "none", reason: worker });
    let tell: Asked["tell"] = () => {};
    const said = new Promise<GitSaid>((resolve) => {
      tell = resolve;
    });
    this.#waiting.set(key, { question, said, tell });
    this.#askNext(worker);
    return said;
  }

  #askNext(worker: Worker): void {
    if (this.#asked !== null) return;
    for (const [key, asked] of this.#waiting) {
      this.#waiting.delete(key);
      this.#asked = asked;
      worker.postMessage(asked.question);
      return;
    }
  }

  /** The thread, or why there can be none: Node may run without the permission to start any. */
  #started(): Worker | string {
    try {
      this.#worker ??= this.#start();
      return this.#worker;
    } catch (error) {
      return `the thread that asks git cannot be started: ${reasonOf(error)}`;
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: GIT_THREAD });
    // Nobody waits for git who wants to end.
    worker.unref();
    worker.on("message", (said: GitSaid) => {
      if (this.#worker === worker) this.#answered(worker, said);
    });
    worker.on("error", (error) =>
      this.#ended(worker, `the thread that asks git has failed: ${error.message}`),
    );
    worker.on("exit", () => this.#ended(worker, "the thread that asks git has ended"));
    return worker;
  }

  #answered(worker: Worker, said: GitSaid): void {
    this.#asked?.tell(said);
    this.#asked = null;
    this.#askNext(worker);
  }

  /** Whoever waits is told, and the next question starts another. */
  #ended(worker: Worker, reason: string): void {
    // One that fails ends, too, and the next may have been started in between.
    if (this.#worker !== worker) return;
    this.#worker = null;
    const waiting = [...(this.#asked === null ? [] : [this.#asked]), ...this.#waiting.values()];
    this.#asked = null;
    this.#waiting.clear();
    for (const { tell } of waiting) tell({ kind: "none", reason });
  }
}

const WRONG_ANSWER: NoFiles = { kind: "none", reason: "git was asked something else" };
