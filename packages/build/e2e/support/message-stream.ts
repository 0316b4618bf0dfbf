import { type ChildProcess, spawn } from "node:child_process";

/** A server of editors that talks over its streams, in answers to numbered requests. */
export class MessageStream {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (message: object) => void>();
  #received: Buffer = Buffer.alloc(0);
  #requests = 0;

  /** @param answeredBy the request that a message answers; null of any other message */
  constructor(
    [program = "", ...words]: readonly string[],
    folder: string,
    answeredBy: (message: object) => number | null,
  ) {
    this.#child = spawn(program, words, {
      cwd: folder,
      // A group of its own, so that what it starts ends with it.
      detached: true,
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#child.stdout?.on("data", (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      for (let message = this.#next(); message !== null; message = this.#next()) {
        this.#waiting.get(answeredBy(message) ?? -1)?.(message);
      }
    });
  }

  /** Sends a request, which `write` makes of its number, and waits for its answer. */
  ask(write: (id: number) => string): Promise<object> {
    this.#requests += 1;
    const id = this.#requests;
    const answer = new Promise<object>((resolve) => this.#waiting.set(id, resolve));
    this.tell(write(id));
    return answer;
  }

  tell(message: string): void {
    this.#child.stdin?.write(message);
  }

  stop(): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
  }

  /** The next whole message: both protocols say first how many bytes it has. */
  #next(): object | null {
    const header = /^Content-Length: (\d+)\r?\n(?:[^\r\n]+\r?\n)*\r?\n/.exec(
      this.#received.toString("latin1"),
    );
    if (header === null) return null;
    const start = header[0].length;
    const end = start + Number(header[1]);
    if (this.#received.length < end) return null;
    const message: object = JSON.parse(this.#received.toString("utf8", start, end));
    this.#received = this.#received.subarray(end);
    return message;
  }
}
