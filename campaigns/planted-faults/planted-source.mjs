import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/*
 * A source with a fault, while tests run: vitest is given the changed text in the place of the file's, which stays as it is.
 */

/** @typedef {import("./faults.mjs").Fault} Fault */

/** @param {Fault} fault */
export function pathOf({ file }) {
  return fileURLToPath(new URL(`../../packages/dsl/src/${file}`, import.meta.url));
}

/**
 * The source with the fault.
 *
 * @param {string} source
 * @param {Fault} fault
 * @throws where what is replaced does not stand there once
 */
export function planted(source, { file, from, to, breaks }) {
  if (source.split(from).length !== 2)
    throw new Error(`${file} has not once what the fault "${breaks}" replaces: ${from}`);
  return source.replace(from, () => to);
}

/**
 * @param {Fault} fault
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
