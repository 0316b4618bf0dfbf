/** The rule for webpack: `module: { rules: [responses()] }`. */
export type { ResponsesOptions } from "./adapters/options.js";
export { type ResponsesRule, webpackRule as responses } from "./adapters/webpack-rule.js";
