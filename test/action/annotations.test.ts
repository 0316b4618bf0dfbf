import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, run } from "@responses/testing/command";
import { expect, test } from "vitest";
import { runAction } from "../support/composite-action.js";
import { BEFORE, pullRequest } from "../support/github-events.js";

const inputs = { command: COMMAND };
const FILE = "mappings/acme.responses";

/** What is told at places of files: how gravely, where, and of which kind. */
function places(commands: readonly string[]): readonly string[] {
  return commands.map((line) => {
    const [, command, file, at, title] =
      /^::(\w+) file=([^,]*),line=(\d+),.*?title=([^:]*)::/.exec(line) ?? [];
    return `${command} ${file}:${at} ${title}`;
  });
}

/** A change after which a recorded refusal is a sale. */
const WIDER = BEFORE.replace('success json "$.result" exact "accepted"', 'success keyword "e"');

test("what check, test and diff find at one place is annotated once", async () => {
  const { commands, succeeded } = await runAction({
    ...pullRequest({ change: { [FILE]: WIDER } }),
    inputs,
  });
  expect(succeeded).toBe(false);
  const told = places(commands);
  expect(told).toEqual([...new Set(told)]);
  const fails = commands.filter((line) => line.includes("title=example-fails"));
  // Why it fails, and what the change has to do with it.
  expect(fails).toEqual([
    expect.stringMatching(
      /expected reject duplicate.*%0A%0Anow a sale: this recorded answer gets another verdict/,
    ),
  ]);
  expect(told.filter((one) => one.includes("recorded-answer-changed"))).toEqual([]);
  // All responses that a rule takes from others stand at this rule.
  expect(told.filter((one) => one.endsWith(" sale-gained"))).toEqual([`warning ${FILE}:3 sale-gained`]);
  expect(commands.join("\n").match(/now a sale: /g)?.length).toBeGreaterThan(2);
});

test("a finding that a comparison calls new is annotated once, and not where a baseline lists it", async () => {
  const doubtful = `${BEFORE}success keyword "valid"\nexample 200 "valid" is success\n`;
  const started = pullRequest({ change: { [FILE]: doubtful } });
  const ofKeyword = (commands: readonly string[]) =>
    places(commands).filter((one) => one.endsWith(" keyword-inside-word"));
  const found = await runAction({ ...started, inputs });
  expect(ofKeyword(found.commands)).toEqual([`warning ${FILE}:8 keyword-inside-word`]);

  const config = '{ "baseline": "responses.baseline.json" }\n';
  writeFileSync(join(started.workspace, "responses.config.json"), config);
  await run(["check", "--write-baseline"], { cwd: started.workspace });
  const listed = await runAction({ ...started, inputs });
  expect(ofKeyword(listed.commands)).toEqual([]);
  expect(listed.summary).toContain("1 new finding of the check (1 warning)");
});

test("where parts differ in how grave something is, the graver one is told", async () => {
  const failing = `${BEFORE}example 200 '{"result":"accepted"}' is error\n`;
  const config = '{ "severity": { "example-fails": "warning" } }\n';
  const { commands, outputs } = await runAction({
    ...pullRequest({ change: { [FILE]: failing, "mappings/responses.config.json": config } }),
    inputs,
  });
  expect(outputs).toMatchObject({ "check-exit-code": "0", "test-exit-code": "1" });
  expect(places(commands)).toEqual([`error ${FILE}:8 example-fails`]);
});

test("a failing example that a baseline lists is annotated, since the test fails because of it", async () => {
  const failing = `${BEFORE}example 200 '{"result":"accepted"}' is error\n`;
  const started = pullRequest({ change: { [FILE]: failing } });
  const config = '{ "baseline": "responses.baseline.json" }\n';
  writeFileSync(join(started.workspace, "responses.config.json"), config);
  await run(["check", "--write-baseline"], { cwd: started.workspace });
  const { commands, outputs } = await runAction({ ...started, inputs });
  expect(outputs).toMatchObject({ "check-exit-code": "0", "test-exit-code": "1" });
  expect(places(commands)).toEqual([`error ${FILE}:8 example-fails`]);
});
