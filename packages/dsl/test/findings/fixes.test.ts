import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyFixes, messageOf } from "@responses/dsl";
import { refuses } from "@responses/dsl/editor";
import { findingsOf, MAIN_FILE, readFixture, withoutMarks } from "@responses/testing/marked-fixture";
import { describe, expect, test } from "vitest";

/* Every single fix of the fixtures of computed findings, the second and third of a finding too, gives a file that can be run. */

const root = fileURLToPath(new URL("../fixtures/checks/", import.meta.url));
const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".responses"),
);

describe.each(names.sort())("the fixes in %s", (name) => {
  const files = new Map(
    [...readFixture(readFileSync(root + name, "utf8")).files].map(([path, text]) => [
      path,
      withoutMarks(text),
    ]),
  );
  const text = files.get(MAIN_FILE) ?? "";

  test("leave a file that can be run, each by itself", () => {
    for (const finding of findingsOf(files)) {
      if (finding.file !== MAIN_FILE) continue;
      for (const fix of finding.fixes) {
        const fixed = applyFixes(text, [fix]).text;
        const refusing = findingsOf(new Map([...files, [MAIN_FILE, fixed]])).filter(({ name: found }) =>
          refuses(found),
        );
        expect(refusing.map((found) => `${fix.title}: ${messageOf(found)}`)).toEqual([]);
        expect(fixed).not.toBe(text);
      }
    }
  });
});
