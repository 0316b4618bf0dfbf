// npm run campaign -- planted-faults [NAME…] [--threads N]: whether the tests of exact answers about rules notice wrong shortcuts.
//
// Each fault of planted-faults/faults.mjs is planted by itself, in what vitest reads of the sources and not in them, and the tests are run
// until one fails. Those that no test notices are told at the end. Names leave only faults of which they are a part.

import { plantFaults } from "./planted-faults/plant-faults.mjs";

await plantFaults("planted-faults", {});
