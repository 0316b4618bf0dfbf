import { responses } from "@responses/build/esbuild";
import { type BuildOptions, build, type Plugin } from "esbuild";

const plugin: Plugin = responses({ types: true });
const options: BuildOptions = { plugins: [responses(), plugin] };
await build(options);
