import { compile, createMatcher, type Mapping } from "@responses/dsl";
import { isForbidden } from "@responses/node-host";
import { BlockClassifier, type ClassifiedBlock, type RuleOf } from "./block-classifier.js";
import type { Classifying } from "./classify.js";
import type { LineReading } from "./worker-messages.js";
import { WorkerPool } from "./worker-pool.js";

/** The name of the bundle that threads run, which the build writes here. */
declare const NDJSON_WORKER: string;

/**
 * Threads are started when so many bytes were read, and so many more for each rule: by then one thread has worked for about as
 * long as it takes to start others, and to compile the mapping for them.
 */
const BYTES_FOR_THREADS = 4_000_000;
const BYTES_FOR_A_RULE = 10_000;

/** Blocks that are given out for each thread: one that it works at, and one that waits for it, so that it never does. */
const BLOCKS_FOR_A_THREAD = 2;

/**
 * Puts verdicts into blocks: here, and once there is enough to do, in so many other threads. `fail` is called with the reason
 * if one of them ends by itself.
 */
export class Threads implements Classifying {
  readonly #mapping: Mapping;
  readonly #reading: LineReading;
  #jobs: number;
  readonly #fail: (reason: string) => void;
  readonly #here: BlockClassifier;
  #pool: WorkerPool | null = null;
  #bytes = 0;

  constructor(mapping: Mapping, jobs: number, reading: LineReading, fail: (reason: string) => void) {
    this.#mapping = mapping;
    this.#reading = reading;
    this.#jobs = jobs;
    this.#fail = fail;
    const matcher = createMatcher(mapping);
    const numbers = new Map(mapping.rules.map((rule, number) => [rule, number]));
    const ruleOf: RuleOf = (response) => {
      const { rule } = matcher.decide(response);
      return rule === null ? -1 : (numbers.get(rule) ?? -1);
    };
    this.#here = new BlockClassifier(
      (response) => matcher.match(response),
      undefined,
      reading.names,
      reading.countsRules ? ruleOf : null,
      reading.quotedStatus,
    );
  }

  get mostBlocks(): number {
    return this.#pool?.isReady === true ? BLOCKS_FOR_A_THREAD * this.#jobs : 1;
  }

  classify(block: Buffer, isFirst: boolean): ClassifiedBlock | Promise<ClassifiedBlock> {
    if (this.#pool?.isReady === true) return this.#pool.classify(block, isFirst);
    this.#bytes += block.length;
    const wanted = BYTES_FOR_THREADS + BYTES_FOR_A_RULE * this.#mapping.rules.length;
    if (this.#jobs > 1 && this.#pool === null && this.#bytes >= wanted) this.#start();
    return this.#here.classify(block, isFirst);
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    await this.#pool?.end();
  }

  #start(): void {
    const compiled = compile(this.#mapping, { format: "cjs", source: "mapping" });
    if (compiled.kind === "refused") return;
    const address = new URL(NDJSON_WORKER, import.meta.url);
    const data = { code: compiled.code, reading: this.#reading };
    try {
      this.#pool = new WorkerPool(address, this.#jobs, data, this.#fail);
    } catch (error) {
      // What is to be done is done here, then.
      if (!isForbidden(error)) throw error;
      this.#jobs = 1;
    }
  }
}
