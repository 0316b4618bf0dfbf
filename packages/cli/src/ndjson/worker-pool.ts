import { Worker } from "node:worker_threads";
import type { ClassifiedBlock } from "./block-classifier.js";
import type { Answer, GivenBlock, WorkerData } from "./worker-messages.js";

/** A block that no thread has taken yet, and what waits for it. */
interface Task {
  readonly block: GivenBlock;
  readonly done: (classified: ClassifiedBlock) => void;
}

/** Threads that put verdicts into blocks. */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[] = [];
  readonly #tasks: Task[] = [];
  readonly #running = new Map<Worker, Task>();
  #hasEnded = false;

  /**
   * Starts the threads, each from the bundle at the address. `fail` is called if one ends before `end` is called: what it had
   * been given is not answered then.
   */
  constructor(address: URL, count: number, data: WorkerData, fail: (reason: string) => void) {
    this.#workers = Array.from({ length: count }, () => {
      const worker = new Worker(address, { workerData: data, stderr: false });
      const failed = (reason: string): void => {
        if (!this.#hasEnded) fail(reason);
      };
      worker.on("error", (error) => failed(error instanceof Error ? error.message : String(error)));
      worker.on("exit", (code) => failed(`it ended with code ${code}`));
      worker.on("message", (answer: Answer) => this.#answered(worker, answer));
      return worker;
    });
  }

  /** Whether a thread has started. */
  get isReady(): boolean {
    return this.#idle.length > 0 || this.#running.size > 0;
  }

  /** @param isFirst whether the stream begins with the block */
  classify(block: Buffer, isFirst: boolean): Promise<ClassifiedBlock> {
    return new Promise((done) => {
      // A copy by itself: the thread takes over all of the memory in which the bytes stand.
      this.#tasks.push({ block: { bytes: new Uint8Array(block), isFirst }, done });
      this.#giveOut();
    });
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #answered(worker: Worker, answer: Answer): void {
    const task = this.#running.get(worker);
    this.#running.delete(worker);
    this.#idle.push(worker);
    if (task !== undefined && answer !== null) {
      const { buffer, byteOffset, byteLength } = answer.output;
      task.done({ ...answer, output: Buffer.from(buffer, byteOffset, byteLength) });
    }
    this.#giveOut();
  }

  #giveOut(): void {
    while (this.#idle.length > 0 && this.#tasks.length > 0) {
      const worker = this.#idle.pop();
      const task = this.#tasks.shift();
      if (worker === undefined || task === undefined) return;
      this.#running.set(worker, task);
      worker.postMessage(task.block, [task.block.bytes.buffer as ArrayBuffer]);
    }
  }
}
