import { fileURLToPath } from "node:url";
import type { ResponsesOptions } from "./options.js";

/** A rule for `module.rules` of webpack and Rspack, whose types it fits without importing them. */
export interface ResponsesRule {
  readonly test: RegExp;
  readonly resourceQuery: { readonly not: RegExp[] };
  readonly type: "javascript/auto";
  readonly sideEffects: false;
  readonly use: { readonly loader: string; readonly options: ResponsesOptions }[];
}

/** The loader that stands beside this file when the package is built. */
export const LOADER = fileURLToPath(new URL("./webpack-loader.js", import.meta.url));

/** Makes the rule: `.responses` files are modules, and their findings warnings and errors of the bundler. */
export function webpackRule(options: ResponsesOptions = {}): ResponsesRule {
  return {
    test: /\.responses$/,
    // `?raw` and the like are for others.
    resourceQuery: { not: [/./] },
    type: "javascript/auto",
    sideEffects: false,
    use: [{ loader: LOADER, options: withoutUndefined(options) }],
  };
}

/** Next.js refuses options that are no JSON. */
export function withoutUndefined({ types }: ResponsesOptions): ResponsesOptions {
  return types === undefined ? {} : { types };
}
