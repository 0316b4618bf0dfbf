import { defineConfig, mergeConfig } from "vitest/config";
import usual from "../../vitest.config.js";
import { FAULTS } from "./faults.mjs";
import { plantedSource } from "./planted-source.mjs";

/* The usual tests, up to the first that fails, on sources of which one has the fault that the environment names by its number, or `none`. */

const { RESPONSES_FAULT: number, RESPONSES_FAULT_SEEN: seen } = process.env;
const fault = FAULTS[Number(number)];
if (seen === undefined || (fault === undefined && number !== "none"))
  throw new Error("RESPONSES_FAULT and RESPONSES_FAULT_SEEN say what to plant");

export default mergeConfig(
  usual,
  defineConfig({
    plugins: fault === undefined ? [] : [plantedSource(fault, seen)],
    test: { bail: 1, maxWorkers: 1 },
  }),
);
