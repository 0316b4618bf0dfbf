import { describe } from "vitest";
import { comparing } from "./scenarios/comparing.js";
import { examples } from "./scenarios/examples.js";
import { makingExamples } from "./scenarios/making-examples.js";
import { reading } from "./scenarios/reading.js";
import { writing } from "./scenarios/writing.js";
import { endsCleanly, onStage } from "./support/stage.js";
import { OLD } from "./support/vs-code.js";

/* A VS Code of spring 2025: what is not there yet may be missing, but nothing may break. */

const stage = onStage(OLD);

describe("somebody reads", () => reading(stage));
describe("somebody writes", () => writing(stage));
describe("examples", () => examples(stage));
describe("comparing", () => comparing(stage));
describe("making examples", () => makingExamples(stage));
describe("at the end", () => endsCleanly(stage));
