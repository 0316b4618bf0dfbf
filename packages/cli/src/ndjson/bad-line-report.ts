import { dirname } from "node:path";
import { type AtomicFile, beginAtomically, makeFolder } from "@responses/node-host";
import { deadLine } from "../terminal/dead-line.js";
import { writeTo } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import type { BadLine } from "./tally.js";

/** Where a report goes. Both methods may throw a FileError. */
interface Sink {
  /** Done when the text is written. */
  write(text: string): Promise<void>;
  /** Puts a file into its place. */
  end(): void;
}

/** Reports lines that could not be read, `FILE:LINE:COLUMN: reason` a line. */
export class BadLineReport {
  readonly #input: string;
  readonly #sink: Sink;
  #lines: string[] = [];

  /** @param input what messages call the input */
  private constructor(input: string, sink: Sink) {
    this.#input = safe(input);
    this.#sink = sink;
  }

  static onStandardError(input: string): BadLineReport {
    return new BadLineReport(input, { write: (text) => writeTo(process.stderr, text), end: () => {} });
  }

  /**
   * Reports in a file, which appears when it is whole; empty if there was nothing to report. Folders are made. Throws a
   * FileError, as the methods do, if it can't be written.
   */
  static inFile(input: string, path: string): BadLineReport {
    makeFolder(dirname(path));
    const file = beginAtomically(path);
    const stopListening = discardAtSignal(file);
    return new BadLineReport(input, {
      write: async (text) => file.write(text),
      end: () => {
        stopListening();
        file.commit();
      },
    });
  }

  /** Whether there is nothing to be written. */
  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  add({ line, column, reason }: BadLine): void {
    const place = `${this.#input}:${line}${column === null ? "" : `:${column}`}`;
    this.#lines.push(`${deadLine(`${place}: ${safe(reason)}`)}\n`);
  }

  /** Writes what was added since; done when it is written. */
  async flush(): Promise<void> {
    const text = this.#lines.join("");
    this.#lines = [];
    await this.#sink.write(text);
  }

  /** Puts a file into its place. */
  end(): void {
    this.#sink.end();
  }
}

/** Leaves nothing half-written behind if the run is ended from outside, until what it gives is called. */
function discardAtSignal(file: AtomicFile): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    file.discard();
    stopListening();
    process.kill(process.pid, signal);
  };
  const stopListening = (): void => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return stopListening;
}
