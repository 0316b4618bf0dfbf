import type { Problem } from "../core/problem.js";
import { compiler } from "../lazy-compiler.js";
import type { PluginOptions } from "./options.js";
import type { LoadContext, LoadedModule, RollupLog, ViteConfig, ViteServer } from "./rollup-interfaces.js";
import { forVite, framedLog, logThatSaysWhere, placedLog, selfContainedLog } from "./rollup-log.js";
import { RUNTIME_NAME } from "./runtime-name.js";
import { WatchedInputs } from "./watched-inputs.js";

/** A plugin for Rollup, Rolldown and Vite, whose types it fits without importing them. */
export interface ResponsesPlugin {
  readonly name: "responses";
  /** Vite's: before plugins that would take the file for something else. */
  readonly enforce: "pre";
  /** Vite's. */
  configResolved(config: ViteConfig): void;
  /** Vite's. */
  configureServer(server: ViteServer): void;
  closeWatcher(): void;
  closeBundle(): void;
  readonly resolveId: {
    readonly filter: { readonly id: RegExp };
    handler(id: string): string | null;
  };
  readonly load: {
    readonly filter: { readonly id: RegExp[] };
    handler(this: LoadContext, id: string): LoadedModule | null;
  };
}

/** The end of the pattern leaves ids with a query, such as `?raw`, to others. */
const MAPPING_ID = /\.responses$/;

/** The id of the runtime is its name behind this: what begins with NUL is no file, and left alone by other plugins. */
const WITHOUT_FILE = "\0";

const RUNTIME_ID = /responses-runtime-[0-9a-f]{8}\.mjs$/;

/** Makes the plugin: it loads `.responses` files as modules, and gives their findings as warnings and errors of the bundler. */
export function rollupPlugin(options?: PluginOptions): ResponsesPlugin {
  return pluginThatWarns(options, placedLog);
}

/** The same for Rolldown, whose command prints of a warning the message and the place. */
export function rolldownPlugin(options?: PluginOptions): ResponsesPlugin {
  return pluginThatWarns(options, framedLog);
}

function pluginThatWarns(
  { types, sharedRuntime = false }: PluginOptions = {},
  warningOf: (problem: Problem) => RollupLog,
): ResponsesPlugin {
  let root = process.cwd();
  let write = warningOf;
  let writeError = placedLog;
  const inputs = new WatchedInputs();
  return {
    name: "responses",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      // Vite prints of a build's warnings nothing but the message.
      write = forVite(config.command === "build" ? selfContainedLog : warningOf);
      // Vitest prints of an error the message and the frame.
      const isVitest = config.plugins.some(({ name }) => name === "vitest");
      writeError = forVite(isVitest ? logThatSaysWhere : placedLog);
    },
    configureServer(server) {
      inputs.serveBy(server);
    },
    closeWatcher() {
      inputs.close();
    },
    closeBundle() {
      // Of Vite's server it is the end, of a bundler that of one build.
      if (inputs.areServed) inputs.close();
    },
    resolveId: {
      filter: { id: RUNTIME_NAME },
      handler: (id) => (sharedRuntime && RUNTIME_NAME.test(id) ? WITHOUT_FILE + id : null),
    },
    load: {
      filter: { id: [MAPPING_ID, RUNTIME_ID] },
      handler(id) {
        if (sharedRuntime && RUNTIME_ID.test(id)) return loadedRuntime(id);
        // Older versions know no filters, and what begins with NUL is no file but of another plugin.
        if (!MAPPING_ID.test(id) || id.startsWith("\0")) return null;
        const { compileFile, writeTypes } = compiler();
        const compiled = compileFile(id, "esm", sharedRuntime ? "shared" : "carried");
        inputs.watch(this, compiled.watched, id, compiled.kind === "refused");
        if (compiled.kind === "compiled") {
          for (const problem of [...compiled.problems, ...writeTypes(compiled, id, types, root)]) {
            this.warn(write(problem));
          }
          return loaded(compiled.code, compiled.map());
        }
        const [first, ...others] = inOrderOfGravity(compiled.problems);
        for (const problem of others) this.warn(write(problem));
        if (first === undefined) throw new Error(`${id} was refused without a reason`);
        return this.error(writeError(first));
      },
    },
  };
}

function loadedRuntime(id: string): LoadedModule | null {
  const { name, code } = compiler().sharedRuntime();
  return id === WITHOUT_FILE + name ? loaded(code) : null;
}

function loaded(code: string, map: LoadedModule["map"] = { mappings: "" }): LoadedModule {
  return { code, map, moduleSideEffects: false };
}

/**
 * Errors first: one alone can end the load, the others are said before it. That an included file has an error is the last of them, since
 * that error is among them.
 */
function inOrderOfGravity(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ severity, name }: Problem): number => {
    if (severity === "warning") return 2;
    return name === "include-broken" ? 1 : 0;
  };
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
