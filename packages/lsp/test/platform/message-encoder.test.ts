import { expect, test } from "vitest";
import { MessageEncoder } from "../../src/platform/message-encoder.js";

const LETTERS = ["x", "é", "€", "😀", "\u2028", "\ud800"];

test("messages of any length, one after the other, are their JSON in UTF-8", async () => {
  const encoder = new MessageEncoder();
  for (const length of [0, 10, 200_000, 70_000, 200_001, 5, 300_000, 70_001]) {
    for (const letter of LETTERS) {
      const message = { jsonrpc: "2.0", method: "m", params: [letter.repeat(length), length] };
      const bytes = await encoder.encode(message);
      const text = new TextDecoder().decode(bytes);
      expect(text === JSON.stringify(message), `${letter} ${length} times`).toBe(true);
      expect(bytes.byteLength).toBe(new TextEncoder().encode(text).byteLength);
    }
  }
});

test("a large message is written where the one before was", async () => {
  const encoder = new MessageEncoder();
  const first = await encoder.encode({ text: "a".repeat(100_000) });
  const second = await encoder.encode({ text: "b".repeat(100_010) });
  expect(second.buffer).toBe(first.buffer);
});

test("an answer that cannot be written is an error, so that nobody waits for it", async () => {
  let nested: unknown = [];
  for (let level = 0; level < 100_000; level++) nested = [nested];
  const encoder = new MessageEncoder();
  const bytes = await encoder.encode({ jsonrpc: "2.0", id: "one", result: nested });
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ id: "one", error: { code: -32803 } });
  await expect(encoder.encode({ jsonrpc: "2.0", method: "m", params: nested })).rejects.toThrow();
});
