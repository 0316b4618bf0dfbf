/** The plugin for Vite and Vitest: `plugins: [responses()]`. */
export type { PluginOptions as ResponsesOptions } from "./adapters/options.js";
export { type ResponsesPlugin, rollupPlugin as responses } from "./adapters/rollup-plugin.js";
