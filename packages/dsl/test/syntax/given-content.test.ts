import { type FileModel, link, noOtherFiles, parse } from "@responses/dsl";
import { describe, expect, test } from "vitest";

/* A file is given as text or bytes; a program in JavaScript can give anything, and `parse` never throws. */

const TEXT = 'success keyword "vendu à"\n';
const BYTES = new TextEncoder().encode(TEXT);

/** As a program without types would. */
const parseAnything = parse as (path: unknown, content: unknown, previous?: unknown) => FileModel;

describe("the same file", () => {
  test.each<readonly [string, unknown]>([
    ["a text", TEXT],
    ["a Uint8Array", BYTES],
    ["a Buffer", Buffer.from(TEXT)],
    ["an ArrayBuffer", BYTES.slice().buffer],
    ["a DataView", new DataView(BYTES.slice().buffer)],
    ["a part of a larger buffer", new Uint8Array([0, ...BYTES, 0]).subarray(1, -1)],
  ])("is read from %s", (_, content) => {
    const file = parseAnything("acme.responses", content);
    expect(file.tree.source.text).toBe(TEXT);
    expect(link(file, noOtherFiles).kind).toBe("mapping");
  });
});

describe("an empty file", () => {
  const gone = new ArrayBuffer(8);
  const goneBytes = new Uint8Array(gone);
  structuredClone(gone, { transfer: [gone] });
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error("nobody reads this");
      },
    },
  );

  test.each<readonly [string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 12],
    ["an object", { length: 3 }],
    ["a list", [115, 117]],
    ["a function", () => TEXT],
    ["a symbol", Symbol("text")],
    ["a String object", Object(TEXT)],
    ["a SharedArrayBuffer", new SharedArrayBuffer(8)],
    ["a buffer whose memory is gone", gone],
    ["bytes whose memory is gone", goneBytes],
    ["an object that throws", hostile],
  ])("stands for %s", (_, content) => {
    const file = parseAnything("acme.responses", content);
    expect([file.tree.source.text, file.models]).toEqual(["", []]);
    expect(parseAnything("acme.responses", content, parse("acme.responses", TEXT)).models).toEqual([]);
  });
});
