import { existsSync } from "node:fs";
import { AwaitedFiles } from "./awaited-files.js";
import type { ViteServer, WatchContext } from "./rollup-interfaces.js";
import { SignalFile } from "./signal-file.js";

/** The files that mappings depend on, so that the bundler makes their modules anew when one changes, goes, or appears. */
export class WatchedInputs {
  readonly #awaited = new AwaitedFiles();
  readonly #signal = new SignalFile();
  #server: ViteServer | null = null;

  /** From now on modules are made for this server. */
  serveBy(server: ViteServer): void {
    this.#server = server;
  }

  get areServed(): boolean {
    return this.#server !== null;
  }

  /**
   * @param paths that the module of a mapping file depends on, absolute
   * @param mapping the mapping file, absolute
   * @param isRefused whether there is no module
   */
  watch(context: WatchContext, paths: readonly string[], mapping: string, isRefused: boolean): void {
    if (this.#server !== null) this.#watchForServer(context, this.#server, paths, mapping, isRefused);
    else if (context.meta.rolldownVersion !== undefined) this.#watchForRolldown(context, paths, mapping);
    else for (const path of paths) context.addWatchFile(path);
  }

  /** Looks no more for files that the bundler does not look for. */
  close(): void {
    this.#awaited.close();
    this.#signal.remove();
  }

  /** Vite's server forgets the files of a load that fails, and takes those that are not there for imports which cannot be resolved. */
  #watchForServer(
    context: WatchContext,
    { watcher }: ViteServer,
    paths: readonly string[],
    mapping: string,
    isRefused: boolean,
  ): void {
    const isKnown = (path: string): boolean => !isRefused && existsSync(path);
    for (const path of paths.filter(isKnown)) context.addWatchFile(path);
    const unknown = paths.filter((path) => path !== mapping && !isKnown(path));
    this.#awaited.await(mapping, unknown, () => watcher.emit("change", mapping));
  }

  /** Rolldown forgets files that are not there. */
  #watchForRolldown(context: WatchContext, paths: readonly string[], mapping: string): void {
    for (const path of paths) context.addWatchFile(path);
    if (!context.meta.watchMode) return;
    const missing = paths.filter((path) => !existsSync(path));
    this.#awaited.await(mapping, missing, () => this.#signal.give());
    if (missing.length > 0) context.addWatchFile(this.#signal.path);
  }
}
