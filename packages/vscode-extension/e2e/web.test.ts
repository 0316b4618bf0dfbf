import { describe } from "vitest";
import { commands } from "./scenarios/commands.js";
import { comparing } from "./scenarios/comparing.js";
import { examples } from "./scenarios/examples.js";
import { explaining } from "./scenarios/explaining.js";
import { makingExamples } from "./scenarios/making-examples.js";
import { reading } from "./scenarios/reading.js";
import { ruleFindings } from "./scenarios/rule-findings.js";
import { writing } from "./scenarios/writing.js";
import { endsCleanly, onStage } from "./support/stage.js";
import { WEB } from "./support/vs-code.js";

/* The extension as it runs in VS Code's browser edition: in a worker, and its server in another. */

const stage = onStage(WEB);

describe("somebody reads", () => reading(stage));
describe("somebody writes", () => writing(stage));
describe("rules beside each other", () => ruleFindings(stage));
describe("examples", () => examples(stage));
describe("making examples", () => makingExamples(stage));
describe("commands", () => commands(stage));
describe("explaining", () => explaining(stage));
describe("comparing", () => comparing(stage));
describe("at the end", () => endsCleanly(stage));
