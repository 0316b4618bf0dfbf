import { moduleFor } from "./loaded-module.js";

/** A plugin for Bun, whose types it fits without importing them: for `Bun.plugin` in a preload and for `Bun.build`. */
export interface ResponsesPlugin {
  name: "responses";
  setup(build: BunBuild): void;
}

/** What the plugin uses of Bun. */
interface BunBuild {
  onLoad(
    options: { filter: RegExp },
    callback: (args: { readonly path: string }) => { contents: string; loader: "js" },
  ): unknown;
}

/** Makes the plugin: `Bun.plugin(responses())`. */
export function responses(): ResponsesPlugin {
  return {
    name: "responses",
    setup(build) {
      build.onLoad({ filter: /\.responses$/ }, ({ path }) => ({
        contents: moduleFor(path, "esm"),
        loader: "js",
      }));
    },
  };
}
