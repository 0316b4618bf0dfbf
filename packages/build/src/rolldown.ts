/** The plugin for Rolldown: `plugins: [responses()]`. */
export type { PluginOptions as ResponsesOptions } from "./adapters/options.js";
export { type ResponsesPlugin, rolldownPlugin as responses } from "./adapters/rollup-plugin.js";
