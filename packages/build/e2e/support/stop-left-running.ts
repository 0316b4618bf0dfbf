import { afterAll } from "vitest";
import { stopAll } from "./processes.js";

// A test that ran out of time leaves its tool running.
afterAll(stopAll);
