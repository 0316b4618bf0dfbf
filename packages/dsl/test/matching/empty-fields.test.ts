import { link, noOtherFiles, parse } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* `empty` holds where nothing is picked, or where all that is picked is null, an empty text, [] or {} (docs/language.md). */

const BODIES: readonly (readonly [string, boolean])[] = [
  ["", true],
  ["no JSON", true],
  ["[]", true],
  ["{}", true],
  ['[null, "", [], {}]', true],
  ['["x"]', false],
  ['[null, "x"]', false],
  ['["x", null]', false],
  ['["x", "", "y"]', false],
  ['["", [null]]', false],
  ['[{}, {"a": null}]', false],
  ["[0]", false],
  ["[false]", false],
  ['["null"]', false],
  ['[" "]', false],
];

describe("json $[*] empty", () => {
  const linked = link(
    parse("empty.responses", 'success json "$[*]" empty\nreject not json "$[*]" empty\n'),
    noOtherFiles,
  );
  if (linked.kind !== "mapping") throw new Error("the mapping is refused");
  const ways = [interpreterOf(linked.mapping), loadCompiled(linked.mapping)];

  test.each(BODIES)("%s: %s", (body, isEmpty) => {
    for (const way of ways)
      expect(way.match({ status: 200, body }).outcome).toBe(isEmpty ? "success" : "reject");
  });
});
