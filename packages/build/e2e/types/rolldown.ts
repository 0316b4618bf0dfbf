import { responses } from "@responses/build/rolldown";
import { defineConfig, type Plugin } from "rolldown";

const plugin: Plugin = responses({ types: false });
export default defineConfig({ plugins: [responses(), plugin] });
