// npm run campaign -- planted [NAME…] [--threads N]: whether the tests notice slips in reading, indexing, matching, formatting, writing,
// includes, edits, streams and git. Build first.
//
// Each fault of planted-faults/further-faults.mjs is planted by itself, as those of the campaign planted-faults are, and the tests that it
// names are run until one fails; where these start the command, it is built with the fault. Random tests make as many runs as in
// `npm run test:quick`; RESPONSES_RUNS says how many instead.

import { plantFaults } from "./planted-faults/plant-faults.mjs";

await plantFaults("planted", { RESPONSES_RUNS: process.env.RESPONSES_RUNS || "5%" });
