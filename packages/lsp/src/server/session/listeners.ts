/** Who wants to be told of something. The fault of one is noted, and keeps nothing from the others. */
export class Listeners<Event> {
  readonly #listeners: ((event: Event) => void)[] = [];
  readonly #onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  add(listener: (event: Event) => void): void {
    this.#listeners.push(listener);
  }

  /** Tells all of them, in the order in which they came. */
  tell(event: Event): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }
}
