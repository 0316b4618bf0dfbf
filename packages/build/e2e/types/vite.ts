import { type ResponsesOptions, responses } from "@responses/build/vite";
import { defineConfig, type Plugin } from "vite";

const options: ResponsesOptions = { types: ".responses/types" };
const plugin: Plugin = responses(options);
export default defineConfig({ plugins: [responses(), plugin] });
