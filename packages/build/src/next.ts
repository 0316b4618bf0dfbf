import type { ResponsesOptions } from "./adapters/options.js";
import { LOADER, webpackRule, withoutUndefined } from "./adapters/webpack-rule.js";

export type { ResponsesOptions } from "./adapters/options.js";

/** What is looked at of a configuration of Next.js; everything else stays as it is. */
interface NextConfig {
  readonly turbopack?: { readonly rules?: object } | undefined;
  readonly webpack?: ((config: never, context: never) => unknown) | null | undefined;
}

/** What is looked at of a configuration of webpack. */
interface WebpackConfig {
  readonly module: { readonly rules: unknown[] };
}

/**
 * Adds `.responses` files to a configuration of Next.js, for Turbopack and for webpack: `export default withResponses({ … })`.
 *
 * @returns a configuration with everything that the one given has
 */
export function withResponses<Config extends NextConfig>(
  config: Config,
  options: ResponsesOptions = {},
): Config {
  const rule = { loaders: [{ loader: LOADER, options: withoutUndefined(options) }], as: "*.js" };
  return {
    ...config,
    turbopack: { ...config.turbopack, rules: { ...config.turbopack?.rules, "*.responses": rule } },
    webpack(given: WebpackConfig, context: never) {
      given.module.rules.push(webpackRule(options));
      return config.webpack?.(given as never, context) ?? given;
    },
  };
}
