/** What goes wrong with the file system while the command runs; `fail-fs.mjs` brings it about. */
export interface FsFault {
  /** The function of `node:fs` that fails, as `openSync` or `promises.readdir`. */
  readonly call?: string;
  /** A regular expression: only calls about such a path count. */
  readonly path?: string;
  /** Which of the calls fails, from 1. */
  readonly nth?: number;
  /** Whether all behind it fail, too. */
  readonly onward?: boolean;
  /**
   * The code that the system gives, as `ENOSPC`; or `vanish`: what the path names is gone just before; `kill`, `terminate`: the process
   * is; `crash`, `overflow`: an error that no file system gives; `later`: one that nobody waits for; `never`: the promise stays open;
   * `edit`: nothing fails, and somebody has added `edit` to a file just before.
   */
  readonly how?: string;
  readonly edit?: { readonly path: string; readonly text: string };
  /** Threads fail when they start, and nothing else does. */
  readonly worker?: boolean;
}
