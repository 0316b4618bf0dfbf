import { afterAll, describe, expect, test } from "vitest";
import { COMMAND_NAMES, type CommandName, FORMATS, type Format, traitsOf } from "./failures/commands.js";
import type { Failure } from "./failures/failure.js";
import { faultsOf } from "./failures/judge.js";
import { argumentsOf, type Reports, runFailing } from "./failures/run-failing.js";
import { FAILURES } from "./failures/table/table.js";
import { filesIn, World } from "./failures/world.js";

/*
 * Whatever keeps a run from doing its work is told, in every format, with an exit code of its own, and leaves nothing half-written: each
 * failure of the table in each command that it concerns. Here one run writes all formats and prints one, another one in each run; the
 * campaign `failures` runs every format by itself, printed and written.
 */

const EVERYTHING = process.env.RESPONSES_FAILURES === "all";

/** Commands in which a failure is brought about where not everything is run. */
const SOME = 2;

/** Runs at one time. */
const AT_ONCE = 4;

const world = new World();
afterAll(() => world.remove(), 600_000);

/** What a run without anything wrong writes, by its command. */
const wholeOutputs = new Map<CommandName, ReadonlyMap<string, string>>();

describe("without anything wrong", () => {
  test.each(COMMAND_NAMES)("%s ends with 0", async (name) => {
    const folder = world.copy();
    const { exitCode, stdout, stderr } = await runFailing(
      folder,
      argumentsOf(name, {}, reportsOf(name, 0)),
      {},
    );
    expect([exitCode, exitCode === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
    wholeOutputs.set(name, filesIn(folder));
  });
});

test("at least a hundred things go wrong", () => {
  expect(new Set(FAILURES.map(({ name }) => name)).size).toBe(FAILURES.length);
  expect(FAILURES.length).toBeGreaterThanOrEqual(100);
});

describe.each(FAILURES.map((failure, index) => [failure.name, failure, index] as const))(
  "%s",
  (_, failure, index) => {
    test("is no success", { timeout: 600_000 }, async () => {
      const cells = commandsOf(failure, index).flatMap((name, place) =>
        cellsOf(failure, name, index + place),
      );
      const faults: string[] = [];
      const waiting = [...cells];
      const work = async (): Promise<void> => {
        for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop())
          faults.push(...(await run(failure, cell)));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      expect(faults.sort()).toEqual([]);
    });
  },
);

/** Where not everything is run, other ones for each failure. */
function commandsOf({ commands, everywhere }: Failure, index: number): readonly CommandName[] {
  if (EVERYTHING || everywhere === true || commands.length <= SOME) return commands;
  const step = Math.floor(commands.length / SOME);
  return Array.from({ length: SOME }, (_, place) => (index + place * step) % commands.length).flatMap(
    (place) => commands[place] ?? [],
  );
}

interface Cell {
  readonly name: CommandName;
  readonly reports: Reports;
}

function cellsOf({ needsReports }: Failure, name: CommandName, number: number): readonly Cell[] {
  if (!EVERYTHING || !traitsOf(name).includes("reports")) return [{ name, reports: reportsOf(name, number) }];
  if (needsReports === true) return FORMATS.map((_, place) => ({ name, reports: reportsOf(name, place) }));
  // Each format once printed and once written, in as many runs as there are formats.
  return FORMATS.map((printed, place) => ({
    name,
    reports: { printed, written: FORMATS.slice(place - 1).slice(0, 1) },
  }));
}

function reportsOf(_: CommandName, number: number): Reports {
  const printed: Format = FORMATS[number % FORMATS.length] ?? "pretty";
  return { printed, written: FORMATS };
}

async function run(failure: Failure, { name, reports }: Cell): Promise<readonly string[]> {
  const folder = world.copy();
  const way = failure.make(folder, name);
  const before = filesIn(folder);
  const args = argumentsOf(name, way, reports);
  const result = await runFailing(folder, args, way);
  const after = filesIn(folder);
  world.drop(folder);
  const whole = wholeOutputs.get(name) ?? new Map();
  const found = faultsOf({ failure, name, way, reports, result, before, after, whole });
  return found.map((fault) => `${args.join(" ")}: ${fault}`);
}
