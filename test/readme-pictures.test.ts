import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { missingPictures, picturesOf, withPicturesAt } from "../scripts/readme-pictures.mjs";

/* The pictures of the extension's readme, as a release has them. */

const readme = readFileSync(
  fileURLToPath(new URL("../packages/vscode-extension/README.md", import.meta.url)),
  "utf8",
);
const BASE = "https://raw.acme.example/leads/v0.1.0/packages/vscode-extension/";

const answer = (status: number, type: string) => async () => ({
  ok: status === 200,
  status,
  headers: new Headers({ "content-type": type }),
});

test("without a base the readme has no pictures and nothing else less", () => {
  const without = withPicturesAt(readme, null);
  expect(picturesOf(without)).toEqual([]);
  expect(without).not.toContain("![");
  expect(without.split("\n").length).toBe(readme.split("\n").length - 2 * picturesOf(readme).length);
});

test("with one each has an absolute address below it", () => {
  const names = picturesOf(readme);
  expect(names.length).toBeGreaterThan(3);
  expect(picturesOf(withPicturesAt(readme, BASE))).toEqual(names.map((name) => `${BASE}${name}`));
});

test("what is released must be seen", async () => {
  const released = withPicturesAt(readme, BASE);
  expect(await missingPictures(released, answer(200, "image/png"))).toEqual([]);
  const count = picturesOf(readme).length;
  expect(await missingPictures(released, answer(404, "text/plain"))).toHaveLength(count);
  expect(await missingPictures(released, answer(200, "text/html"))).toHaveLength(count);
  expect(await missingPictures(released, () => Promise.reject(new Error("no such host")))).toContain(
    `${BASE}images/hover.png: does not answer (no such host)`,
  );
  expect(
    await missingPictures(withPicturesAt(readme, BASE.replace("https", "http")), answer(200, "image/png")),
  ).toHaveLength(count);
  expect(await missingPictures(withPicturesAt(readme, null), answer(200, "image/png"))).toHaveLength(1);
});

test("nothing is published without the address of the pictures", () => {
  const release = fileURLToPath(new URL("../scripts/release.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [release], { encoding: "utf8" });
  expect([status, stderr]).toEqual([
    2,
    "to publish, --pictures says where the pictures of the extension are\n",
  ]);
});
