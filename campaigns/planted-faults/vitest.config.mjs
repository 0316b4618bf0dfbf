import { defineConfig, mergeConfig } from "vitest/config";
import usual from "../../vitest.config.js";
import { FAULTS } from "./faults.mjs";
import { plantedSource } from "./planted-source.mjs";

/* The usual tests on sources of which one has the fault that the environment names by its number. */

const fault = FAULTS[Number(process.env.RESPONSES_FAULT)];
const seen = process.env.RESPONSES_FAULT_SEEN;
if (fault === undefined || seen === undefined)
  throw new Error("RESPONSES_FAULT and RESPONSES_FAULT_SEEN say what to plant");

export default mergeConfig(
  usual,
  defineConfig({ plugins: [plantedSource(fault, seen)], test: { bail: 1, maxWorkers: 1 } }),
);
