import { expect, test } from "vitest";
import type { FileSource } from "../../src/workspace/files/file-source.js";
import { DocumentGraph } from "../../src/workspace/graph/document-graph.js";
import { SourceFiles } from "../../src/workspace/graph/source-files.js";

const FOLDER = "file:///project";
const A = `${FOLDER}/a.responses`;
const B = `${FOLDER}/b.responses`;
const COMMON = `${FOLDER}/common.responses`;
const PROJECT = `${FOLDER}/responses.config.json`;

/** A graph of files in memory, and the URIs that were read of them, in order. */
function graphOf(texts: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const source: FileSource = {
    async read(uri) {
      read.push(uri);
      const text = texts[uri];
      return text === undefined ? null : new TextEncoder().encode(text);
    },
    listMappingFiles: async () => [],
  };
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const files = new SourceFiles({ files: source, unit: "utf-16", folders: [FOLDER], nextTurn });
  return { files, graph: new DocumentGraph(files, "utf-16"), read };
}

const TEXTS = {
  [A]: 'include "common.responses"\nsuccess status 201\n',
  [B]: 'include "common.responses"\n',
  [COMMON]: 'reject word "dup" as Duplicate\n',
};

test("a document is read and linked once, until something that it depends on changes", async () => {
  const { files, graph, read } = graphOf(TEXTS);
  const first = await graph.document(A);
  expect(await graph.document(A)).toBe(first);
  expect(read).toEqual([A, COMMON]);
  files.texts.open(COMMON, 1, 'reject word "double" as Duplicate\n');
  expect(graph.changed(COMMON)).toEqual([A, COMMON]);
  const second = await graph.document(A);
  expect(second).not.toBe(first);
  expect(second?.file).toBe(first?.file);
  expect(read).toEqual([A, COMMON]);
});

test("files are loaded with all that they include, so that a long chain is not linked again for each", async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `${FOLDER}/c${at}.responses`,
      `include "c${at + 1}.responses"\ninclude "/c0.responses"\nreject word "w${at}"\n`,
    ]),
  );
  const { files, read } = graphOf(chain);
  let made = 0;
  await files.onceRead((wanted) => {
    made++;
    for (const uri of Object.keys(chain)) if (files.read(uri, wanted) === null) return;
  });
  expect(made).toBe(2);
  expect(read).toEqual([...Object.keys(chain), `${FOLDER}/c20.responses`]);
});

test("what depends on a changed text is outdated before the text itself, and nothing else is", async () => {
  const { graph } = graphOf(TEXTS);
  const b = await graph.document(B);
  await graph.document(A);
  expect(graph.changed(A)).toEqual([A]);
  expect(await graph.document(B)).toBe(b);
  expect(graph.changed(COMMON)).toEqual([B, A, COMMON]);
});

test("a project file is no document, and outdates those that looked for it", async () => {
  const { graph } = graphOf({ ...TEXTS, [PROJECT]: "{}" });
  expect(await graph.document(PROJECT)).toBeNull();
  await graph.document(B);
  expect(await graph.textFor(graph.nodeOf(A), PROJECT)).toBe("{}");
  expect(graph.changed(PROJECT)).toEqual([A]);
});

test("a document that was closed has another node when it is asked for again, and what was read of it is kept only for others", async () => {
  const { graph, files } = graphOf(TEXTS);
  const included = (await graph.document(COMMON))?.file;
  const before = graph.knownNode(COMMON);
  await graph.document(A);
  graph.remove(COMMON);
  expect(graph.knownNode(COMMON)).toBeNull();
  expect(files.read(COMMON, new Set())?.model).toBe(included);
  expect(graph.nodeOf(COMMON)).not.toBe(before);
  graph.remove(COMMON);
  graph.remove(A);
  graph.remove(COMMON);
  expect(files.read(COMMON, new Set())?.model).not.toBe(included);
});
