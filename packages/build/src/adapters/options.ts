/** What the plugins and rules of all bundlers take. */
export interface ResponsesOptions {
  /**
   * Whether declarations for TypeScript are written: `true` beside each mapping file, a folder below which each has the place of its
   * mapping file, `false` for none. Without it they are written beside the files of a project that has a `tsconfig.json`. Nothing is
   * written for files outside the project's folder, nor in `node_modules`.
   */
  readonly types?: boolean | string | undefined;
}

/** What the plugins of the bundlers take that give modules without files. */
export interface PluginOptions extends ResponsesOptions {
  /**
   * Whether all mapping files import one runtime, which the plugin gives as a module without a file. Without it each carries what it needs:
   * that is as small where there is one mapping file, and much larger where there are many.
   */
  readonly sharedRuntime?: boolean | undefined;
}
