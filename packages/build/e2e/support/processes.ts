import { type ChildProcess, spawn } from "node:child_process";

/** A program and what it is given. */
export type CommandLine = readonly string[];

/** What a process has written, both streams in one, and how it ended. */
export interface Ended {
  readonly output: string;
  readonly code: number | null;
}

const running = new Set<Running>();

/** A process in a folder. Colours are off, and nothing is read from the terminal. */
export class Running {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  #output = "";

  constructor([program = "", ...words]: CommandLine, folder: string, environment: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(program, words, {
      cwd: folder,
      // A group of its own, so that what it starts ends with it.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...cleanEnvironment(), NO_COLOR: "1", FORCE_COLOR: "0", ...environment },
    });
    running.add(this);
    const add = (text: string): void => {
      this.#output += text;
    };
    this.#child.stdout?.setEncoding("utf8").on("data", add);
    this.#child.stderr?.setEncoding("utf8").on("data", add);
    this.ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject);
      this.#child.on("close", (code) => {
        running.delete(this);
        resolve({ output: this.#output, code });
      });
    });
  }

  get output(): string {
    return this.#output;
  }

  /** Ends it and all that it has started. */
  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // It has gone meanwhile.
      }
    }
    await this.ended;
  }
}

/** Ends what has not been ended, as after a failed test. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((one) => one.stop()));
}

/** Runs a process to its end. */
export function run(
  commandLine: CommandLine,
  folder: string,
  environment?: NodeJS.ProcessEnv,
): Promise<Ended> {
  return new Running(commandLine, folder, environment).ended;
}

/** A tool must not take this for its own tests, or for those of CI, where some behave otherwise. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(VITEST|VITE_|NODE_ENV|NODE_OPTIONS|CI$|TEST$|DEV$|PROD$|SSR$|MODE$|BASE_URL$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Milliseconds after which what was waited for counts as missing: machines are at times ten times slower than usual. */
const GENEROUS_END = 120_000;

/**
 * Waits for a state.
 *
 * @param what it is, for the message
 * @param look gives null as long as it is not there
 * @throws {Error} with what `told` gives, if it does not come
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | null> | Found | null,
  told: () => string = () => "",
): Promise<Found> {
  const end = Date.now() + GENEROUS_END;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
