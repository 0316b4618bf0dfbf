import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fencedBlocks } from "./fenced-blocks.js";

/*
 * docs/library.md has every name of the first door, each with a sentence, and with a program in its section that uses it.
 * Types that other names mention stand in a section of their own, without programs.
 */

const page = readFileSync(new URL("../../../../docs/library.md", import.meta.url), "utf8");

/** What a door exports, types too. */
function namesOf(door: "index" | "editor"): readonly string[] {
  const text = readFileSync(new URL(`../../src/${door}.ts`, import.meta.url), "utf8");
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from ".*";$/gm)];
  // All that is exported is exported in this way.
  expect(lists).toHaveLength(text.match(/^export\b/gm)?.length ?? 0);
  return lists.flatMap(([, list = ""]) =>
    list
      .split(",")
      .map((name) => name.trim().replace(/^type /, ""))
      .filter((name) => name !== "")
      .map((name) => name.replace(/^.* as /, "")),
  );
}

const MENTIONED = "Types that these mention";

interface Documented {
  readonly name: string;
  readonly isMentioned: boolean;
  readonly sentence: string;
  /** The programs of its section. */
  readonly programs: readonly string[];
}

const documented: readonly Documented[] = page.split(/^## /m).flatMap((section) => {
  const programs = fencedBlocks(section).flatMap(({ language, text }) => (language === "ts" ? [text] : []));
  return [...section.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name = "", sentence = ""]) => ({
    name,
    isMentioned: section.startsWith(MENTIONED),
    sentence,
    programs,
  }));
});

describe("docs/library.md", () => {
  test("has the names of the first door, each once", () => {
    expect(documented.map(({ name }) => name).sort()).toEqual([...namesOf("index")].sort());
  });

  test.each(
    documented.filter(({ isMentioned }) => isMentioned).map(({ name, sentence }) => [name, sentence]),
  )("%s has a sentence", (_, sentence) => {
    expect(sentence).toMatch(/^\S.{10,}\.$/);
  });

  test.each(
    documented.filter(({ isMentioned }) => !isMentioned).map(({ name, ...rest }) => [name, rest] as const),
  )("%s has a sentence, and an example that uses it", (name, { sentence, programs }) => {
    expect(sentence).toMatch(/^\S.{10,}\.$/);
    const imports = new RegExp(`^import \\{[^}]*\\b${name}\\b[^}]*\\} from "@responses/dsl";$`, "m");
    expect(programs.some((program) => imports.test(program))).toBe(true);
  });
});

describe("the doors", () => {
  test("of users is small: more names than a person can look through help nobody", () => {
    expect(documented.filter(({ isMentioned }) => !isMentioned).length).toBeLessThanOrEqual(50);
  });

  test("have no name in common", () => {
    const names = new Set(namesOf("index"));
    expect(namesOf("editor").filter((name) => names.has(name))).toEqual([]);
  });
});
