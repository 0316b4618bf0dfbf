import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { actualOf, fixedText, readFixture } from "@responses/testing/marked-fixture";
import { describe, expect, test } from "vitest";

/*
 * Every file under fixtures/ is marked with the findings that it must give, and gives no others. Beside NAME.responses
 * may stand NAME.fixed (the text after all automatic fixes) and NAME.suggested (after each finding's first fix).
 */
const root = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".responses"),
);

describe.each(names.sort())("%s", (name) => {
  const path = root + name;
  const text = readFileSync(path, "utf8");

  test("has the marked findings", () => {
    const fixture = readFixture(text);
    expect(actualOf(fixture)).toEqual(fixture.expected);
  });

  const fixed = path.replace(/\.responses$/, ".fixed");
  if (existsSync(fixed)) {
    test("is mended by the automatic fixes", () => {
      expect(fixedText(text, ["automatic"])).toBe(readFileSync(fixed, "utf8"));
    });
  }

  const suggested = path.replace(/\.responses$/, ".suggested");
  if (existsSync(suggested)) {
    test("is changed by the first suggestions", () => {
      expect(fixedText(text, ["automatic", "suggested"])).toBe(readFileSync(suggested, "utf8"));
    });
  }
});
