/*
 * For Node without a bundler: `node --import @responses/build/register app.js`. Worker threads and forked processes inherit it.
 */

import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { moduleFor } from "./loaded-module.js";
import { isMappingUrl, type LoadedSource } from "./mapping-url.js";

/** Hooks that run in the thread that imports: Node 22.15 and 23.5 have them. */
interface NodeWithSyncHooks {
  registerHooks(hooks: {
    load(url: string, context: unknown, next: (url: string, context: unknown) => LoadedSource): LoadedSource;
  }): unknown;
}

function hasSyncHooks(given: object): given is NodeWithSyncHooks {
  return "registerHooks" in given && typeof given.registerHooks === "function";
}

if (hasSyncHooks(nodeModule)) {
  nodeModule.registerHooks({
    load: (url, context, next) =>
      isMappingUrl(url)
        ? { format: "module", source: moduleFor(fileURLToPath(url), "esm"), shortCircuit: true }
        : next(url, context),
  });
} else {
  nodeModule.register("./register-hooks.js", import.meta.url);
  // The hooks of older versions see imports alone. What `require` is given must be CommonJS there.
  const extensions: Record<string, unknown> = Object(nodeModule.default)._extensions;
  extensions[".responses"] = (module: CompilableModule, path: string): void => {
    module._compile(moduleFor(path, "cjs"), path);
  };
}

/** A module of CommonJS while it is loaded. */
interface CompilableModule {
  _compile(code: string, path: string): void;
}
