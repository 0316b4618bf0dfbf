import { readAccepted, readBaseline, readProjectConfig } from "@responses/dsl/editor";
import { expect, test, vi } from "vitest";
// Imports internals: for what is not told nothing similar is looked for, and nothing that is told shows it.
import * as similarity from "../../src/text/similarity.js";

vi.mock("../../src/text/similarity.js", { spy: true });

const TOLD = 100;
const MANY = 5_000;

function members(count: number): string {
  return Array.from({ length: count }, (_, index) => `"wrong${index}": 1`).join(", ");
}

/** Texts of files with so many problems, each in a member named `wrong` and its number. */
const FILES: readonly (readonly [
  string,
  (text: string) => ReturnType<typeof readProjectConfig | typeof readBaseline | typeof readAccepted>,
  (count: number) => string,
])[] = [
  ["settings of a project file", readProjectConfig, (count) => `{ ${members(count)} }`],
  ["findings of a project file", readProjectConfig, (count) => `{ "severity": { ${members(count)} } }`],
  ["a baseline", readBaseline, (count) => `{ ${members(count)} }`],
  ["accepted differences", readAccepted, (count) => `{ ${members(count)} }`],
];

function problemsOf(result: ReturnType<(typeof FILES)[number][1]>) {
  return result.kind === "fault" ? result.problems : [];
}

test.each(FILES)(
  "of very many problems the first are told, and how many more there are: %s",
  (_, read, textOf) => {
    const text = textOf(MANY);
    const problems = problemsOf(read(text));
    expect(problems).toHaveLength(TOLD + 1);
    const placed = problems.map(({ span }) => text.slice(span.start, span.end));
    expect(placed).toEqual(Array.from({ length: TOLD + 1 }, (_none, index) => `"wrong${index}"`));
    expect(problems.at(-1)?.message).toBe("4900 more problems are not told; mend those before first");
  },
);

test.each(FILES)("where the last can be told, it is: %s", (_, read, textOf) => {
  const messages = problemsOf(read(textOf(TOLD))).map(({ message }) => message);
  expect(messages).toHaveLength(TOLD);
  expect(messages.at(-1)).toContain("wrong99");
});

test.each(FILES)("what was meant is looked for where it is told alone: %s", (_, read, textOf) => {
  vi.mocked(similarity.closest).mockClear();
  read(textOf(MANY));
  expect(vi.mocked(similarity.closest).mock.calls.length).toBeLessThanOrEqual(TOLD);
});
