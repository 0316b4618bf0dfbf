import { defineConfig, mergeConfig } from "vitest/config";
import usual from "../../vitest.config.js";
import { FAULT_SETS } from "./fault-sets.mjs";
import { plantedSource } from "./planted-source.mjs";

/*
 * The usual tests, up to the first that fails, on sources of which one has the fault that the environment names by its set and its number
 * there, or `none`.
 */

const { RESPONSES_FAULT: named = "", RESPONSES_FAULT_SEEN: seen } = process.env;
const [set = "", number = ""] = named.split(" ");
const fault = Object.entries(FAULT_SETS).find(([name]) => name === set)?.[1][Number(number)];
if (seen === undefined || (fault === undefined && named !== "none"))
  throw new Error("RESPONSES_FAULT and RESPONSES_FAULT_SEEN say what to plant");

export default mergeConfig(
  usual,
  defineConfig({
    plugins: fault === undefined ? [] : [plantedSource(fault, seen)],
    // Faults are planted beside each other; before that, nothing else is run.
    test: fault === undefined ? { bail: 1 } : { bail: 1, maxWorkers: 1 },
  }),
);
