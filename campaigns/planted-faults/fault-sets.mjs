import { FAULTS } from "./faults.mjs";
import { FURTHER_FAULTS } from "./further-faults.mjs";

/*
 * What can be planted: wrong shortcuts in exact answers about rules, which the tests of these answers must notice, and slips in all else,
 * each with the tests that must notice it.
 */

/**
 * @typedef {object} PlantedFault
 * @property {string} breaks what is overlooked
 * @property {string} file in the repository
 * @property {string} from stands there once
 * @property {string} to
 * @property {readonly string[]} tests files, or folders of them, of which one must fail
 * @property {boolean} [isOfCommand] whether these start the command, which is then built with the fault
 */

/** What must notice wrong answers. */
const TESTS_OF_ANSWERS = ["reachability", "comparison", "solver", "synthesis", "fixtures"].map(
  (room) => `packages/dsl/test/${room}`,
);

/** @type {Readonly<Record<"planted-faults" | "planted", readonly PlantedFault[]>>} by the campaign that plants them */
export const FAULT_SETS = {
  "planted-faults": FAULTS.map((fault) => ({
    ...fault,
    file: `packages/dsl/src/${fault.file}`,
    tests: TESTS_OF_ANSWERS,
  })),
  planted: FURTHER_FAULTS,
};

/** @typedef {keyof typeof FAULT_SETS} FaultSet */
