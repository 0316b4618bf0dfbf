/** Milliseconds in which nothing may happen: about the pause between two keystrokes. */
const MILLISECONDS = 200;

/** Has something done for a key as soon as nothing has been asked for it for a moment. */
export class AfterQuiet {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  do(key: string, work: () => Promise<void>): void {
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      // A server that has gone says so by itself.
      work().catch(() => {});
    }, MILLISECONDS);
    this.#timers.set(key, timer);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
