/*
 * What Rollup, Rolldown and Vite look like to the plugin: of their types it needs little, and imports none.
 */

/** What is used of Rollup, Rolldown and Vite, while a module is loaded, to watch files. */
export interface WatchContext {
  readonly meta: { readonly watchMode: boolean; readonly rolldownVersion?: string };
  addWatchFile(path: string): void;
}

/** What is used of Vite's server. */
export interface ViteServer {
  readonly watcher: { emit(event: "change", path: string): unknown };
}

/** What the plugin uses of Rollup, Rolldown and Vite while a module is loaded. */
export interface LoadContext extends WatchContext {
  warn(log: RollupLog): void;
  error(log: RollupLog): never;
}

/** A message with its place: the line from 1, the column from 0 in UTF-16 units; for Vite from 1 (`forVite`). */
export interface RollupLog {
  readonly message: string;
  readonly id: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
}

/** A source map, as the plugin gives it. */
export interface SourceMap {
  readonly version: 3;
  readonly sources: string[];
  readonly sourcesContent: string[];
  readonly names: string[];
  readonly mappings: string;
}

export interface LoadedModule {
  readonly code: string;
  /** That of a runtime is of nothing. */
  readonly map: { readonly mappings: "" } | SourceMap;
  readonly moduleSideEffects: false;
}

/** What the plugin looks at of Vite's configuration. */
export interface ViteConfig {
  readonly command: string;
  readonly root: string;
  readonly plugins: readonly { readonly name: string }[];
}
