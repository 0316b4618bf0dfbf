import { dirname } from "node:path";
import { type AtomicFile, beginAtomically, makeFolder } from "@responses/node-host";
import { writeTo } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import type { BadLine } from "./classify.js";

/** Where lines that could not be read are reported. */
export interface BadLineReport {
  /** Whether there is nothing to be written. */
  readonly isEmpty: boolean;
  add(bad: BadLine): void;
  /** Writes what was added since; done when it is written. */
  flush(): Promise<void>;
  /** Puts a file into its place. */
  end(): void;
}

/** A report on standard error, `FILE:LINE:COLUMN: reason` a line. */
export function reportToStandardError(input: string): BadLineReport {
  const lines = new PendingLines(input);
  return {
    get isEmpty() {
      return lines.isEmpty;
    },
    add: (bad) => lines.add(bad),
    flush: () => writeTo(process.stderr, lines.take()),
    end: () => {},
  };
}

/**
 * A report in a file, which appears when it is whole; empty if there was nothing to report. Folders are made. Throws a
 * UsageError, as its methods do, if it can't be written.
 */
export function reportToFile(input: string, path: string): BadLineReport {
  const lines = new PendingLines(input);
  makeFolder(dirname(path));
  const file = beginAtomically(path);
  const stopCaring = discardAtExit(file);
  return {
    get isEmpty() {
      return lines.isEmpty;
    },
    add: (bad) => lines.add(bad),
    flush: async () => file.write(lines.take()),
    end: () => {
      stopCaring();
      file.commit();
    },
  };
}

class PendingLines {
  readonly #input: string;
  #lines: string[] = [];

  constructor(input: string) {
    this.#input = safe(input);
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  add({ line, column, reason }: BadLine): void {
    this.#lines.push(`${this.#input}:${line}${column === null ? "" : `:${column}`}: ${safe(reason)}\n`);
  }

  take(): string {
    const text = this.#lines.join("");
    this.#lines = [];
    return text;
  }
}

/** Nothing half-written is left behind if the run is ended from outside; gives what takes that care away again. */
function discardAtExit(file: AtomicFile): () => void {
  const discard = (): void => file.discard();
  const stop = (signal: NodeJS.Signals): void => {
    discard();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off("exit", discard);
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  process.on("exit", discard);
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return forget;
}
