import { responses } from "@responses/build/rollup";
import { defineConfig, type Plugin } from "rollup";

const plugin: Plugin = responses({ types: false });
export default defineConfig({ plugins: [responses(), plugin] });
