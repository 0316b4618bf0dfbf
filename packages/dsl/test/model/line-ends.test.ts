import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { actualOf, MAIN_FILE, readFixture } from "@responses/testing/marked-fixture";
import { describe, expect, test } from "vitest";

/** The fixtures of reading say the same with other line ends, and behind a byte order mark. */
const folder = fileURLToPath(new URL("../fixtures/reading/", import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".responses"),
);

describe.each(names)("%s", (name) => {
  const fixture = readFixture(readFileSync(folder + name, "utf8"));

  test.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["CR", (text: string) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
  ])("with %s", (_, changed) => {
    const files = new Map([...fixture.files].map(([file, text]) => [file, changed(text)]));
    expect(files.has(MAIN_FILE)).toBe(true);
    expect(actualOf({ ...fixture, files })).toEqual(fixture.expected);
  });
});
