// node webpack-run.mjs PACKAGE [--watch]: what the command lines of webpack and Rspack do with a project's configuration: they build
// and print. What the variable MORE holds, as JSON, is added to the configuration.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [name = "", watches] = process.argv.slice(2);
const folder = process.cwd();
const entry = createRequire(resolve("package.json")).resolve(name);
const { default: bundler } = await import(pathToFileURL(entry).href);
const { default: config } = await import(
  pathToFileURL(resolve(`${name.replace(/^@|\/core$/g, "")}.config.js`)).href
);
const compiler = bundler({ context: folder, ...config, ...JSON.parse(process.env.MORE ?? "{}") });

/**
 * @param {Error | null} error
 * @param {{ hasErrors(): boolean, toString(options: object): string }} [stats]
 */
function report(error, stats) {
  if (error !== null) process.stderr.write(`${error.stack}\n`);
  if (stats !== undefined) process.stdout.write(`${stats.toString({ colors: false })}\n`);
  process.exitCode = error !== null || stats?.hasErrors() ? 1 : 0;
}

if (watches === "--watch") compiler.watch({}, report);
else {
  compiler.run((/** @type {Error | null} */ error, /** @type {Parameters<typeof report>[1]} */ stats) => {
    compiler.close((/** @type {Error | null | undefined} */ failure) =>
      report(error ?? failure ?? null, stats),
    );
  });
}
