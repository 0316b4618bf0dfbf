import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/*
 * A source with a fault, while tests run: vitest, and esbuild where the command is built, are given the changed text in the place of the
 * file's, which stays as it is.
 */

/** @typedef {import("./fault-sets.mjs").PlantedFault} PlantedFault */

/** @param {Pick<PlantedFault, "file">} fault */
export function pathOf({ file }) {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}

/**
 * The source with the fault.
 *
 * @param {string} source
 * @param {PlantedFault} fault
 * @throws where what is replaced does not stand there once
 */
export function planted(source, { file, from, to, breaks }) {
  if (source.split(from).length !== 2)
    throw new Error(`${file} has not once what the fault "${breaks}" replaces: ${from}`);
  return source.replace(from, () => to);
}

/**
 * @param {PlantedFault} fault
 * @param {string} seen a file that is written once the changed source is loaded: else the tests would show nothing
 * @returns {import("vitest/config").Plugin}
 */
export function plantedSource(fault, seen) {
  return {
    name: "planted fault",
    enforce: "pre",
    transform(source, id) {
      if (id !== pathOf(fault)) return null;
      writeFileSync(seen, "");
      return planted(source, fault);
    },
  };
}

/**
 * The same for a bundle.
 *
 * @param {PlantedFault} fault
 * @param {string} seen
 * @returns {import("esbuild").Plugin}
 */
export function plantedInBundle(fault, seen) {
  return {
    name: "planted fault",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== pathOf(fault)) return null;
        writeFileSync(seen, "");
        return { contents: planted(readFileSync(path, "utf8"), fault), loader: "ts" };
      });
    },
  };
}
