import { EventEmitter, type Pseudoterminal } from "vscode";

/** A terminal that says why a task cannot be run, and how it could. */
export class ExplainingTerminal implements Pseudoterminal {
  readonly #text: string;
  readonly #write = new EventEmitter<string>();
  readonly #close = new EventEmitter<number>();
  readonly onDidWrite = this.#write.event;
  readonly onDidClose = this.#close.event;

  constructor(text: string) {
    this.#text = text;
  }

  open(): void {
    this.#write.fire(`${this.#text.replaceAll("\n", "\r\n")}\r\n`);
    this.#close.fire(1);
  }

  close(): void {}
}
