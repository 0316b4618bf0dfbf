import { expect, test } from "vitest";
import { Workspace } from "../../src/workspace/workspace.js";

const URI = "file:///project/a.responses";

/** So many rules and examples that to analyse them takes several slices. */
function longText(word: string): string {
  const rules = Array.from({ length: 3000 }, (_, n) => `reject keyword "${word} ${n}" as "Reason ${n}"\n`);
  const examples = Array.from({ length: 300 }, (_, n) => `example "the ${word} ${n * 10}." is reject\n`);
  return `success status 201\n${rules.join("")}${examples.join("")}`;
}

/** A workspace without files, and the versions that were told of. */
function emptyWorkspace(onTurn: () => void = () => {}) {
  const told: (number | null)[] = [];
  const workspace = new Workspace({
    files: { read: async () => null, listMappingFiles: async () => [] },
    committed: null,
    unit: "utf-16",
    folders: ["file:///project"],
    nextTurn: () => {
      onTurn();
      return new Promise((resolve) => setImmediate(resolve));
    },
    onAnalysed: ({ version }) => told.push(version),
    onFault: (error) => {
      throw error;
    },
  });
  return { workspace, told };
}

test("an analysis that an edit overtakes is given up, and whoever waits gets the one of the text as it is", async () => {
  let turns = 0;
  let isOvertaken = false;
  const { workspace, told } = emptyWorkspace(() => {
    turns++;
    // The first turns are those in which the file is read.
    if (isOvertaken || turns < 10) return;
    isOvertaken = true;
    workspace.change(URI, 2, [{ text: "success status 202\n" }]);
  });
  workspace.open(URI, 1, longText("closed"));
  const asked = await workspace.analysed(URI);
  expect(isOvertaken).toBe(true);
  expect(asked?.version).toBe(2);
  expect(told).toEqual([2]);
});

test("all who ask while an analysis runs wait for that one", async () => {
  const { workspace, told } = emptyWorkspace();
  workspace.open(URI, 1, "success status 201\n");
  const [one, other] = await Promise.all([workspace.analysed(URI), workspace.analysed(URI)]);
  expect(one).toBe(other);
  expect(told).toEqual([1]);
});
