import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readDecompressedAnswer } from "../src/files/decompressed-answer.js";

describe("a body that is still compressed", () => {
  const text = '{"outcome":"success","reason":"é"}';
  const answer = (encoding: string, body: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\n\r\n`), body]);

  test.each([
    ["gzip", gzipSync(text)],
    ["X-GZIP", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["br", brotliCompressSync(text)],
  ])("%s is decompressed", (encoding, body) => {
    const reading = readDecompressedAnswer(answer(encoding, body));
    expect(reading.kind === "answer" && Buffer.from(reading.body).toString()).toBe(text);
  });

  test.each([
    ["gzip", gzipSync(text).subarray(0, 20), "the body (content-encoding: gzip) cannot be decompressed"],
    ["zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'the body is compressed (content-encoding: "zstd")'],
    [
      "gzip",
      gzipSync(Buffer.alloc(257 * 1024 * 1024)),
      "the body (content-encoding: gzip) becomes larger than 256 MB",
    ],
  ])("%s: %#", (encoding, body, problem) => {
    const reason = `${problem}; ask curl to decompress it with --compressed, or delete the header content-encoding`;
    expect(readDecompressedAnswer(answer(encoding, body))).toEqual({
      kind: "fault",
      reason,
      line: null,
      isCutShort: false,
    });
  });
});

test("what is not compressed is as it is", () => {
  const answer = Buffer.from("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain");
  const reading = readDecompressedAnswer(answer);
  expect(reading.kind === "answer" && Buffer.from(reading.body).toString()).toBe("plain");
  expect(readDecompressedAnswer(Buffer.from("plain"))).toMatchObject({ kind: "fault", line: 1 });
});
