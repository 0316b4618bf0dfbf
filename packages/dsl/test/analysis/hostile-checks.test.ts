import { check, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { writeString } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

const SIZE = 240_000;

/** A check that takes the square of a text's length takes minutes on each of them; all the linear ones a moment. */
const TIMEOUT = 30_000;

/** Texts that a rule looks for. */
const SEARCHED: readonly (readonly [string, (size: number) => string])[] = [
  ["a member with blanks behind it", (size) => `*"a"${" ".repeat(size)}x*true*`],
  ["a string with commas behind it", (size) => `"a${",".repeat(size)}x`],
  ["a member with brackets behind it", (size) => `"a":"${"x".repeat(size / 2)}"${"}".repeat(size / 2)}`],
  ["tags without their ends", (size) => "<a ".repeat(size / 3)],
  ["a tag with attributes and no end", (size) => `<a${" a".repeat(size / 2)}`],
  ["ampersands between tags", (size) => `<a>${"& ".repeat(size / 2)}</a>`],
  ["signs of forms", (size) => `a=${"&".repeat(size)}`],
];

/** Texts of a recorded success. */
const BODIES: readonly (readonly [string, (size: number) => string])[] = [
  ["a value with points inside", (size) => JSON.stringify({ success: `x${".".repeat(size)}x` })],
  ["an error with exclamation marks inside", (size) => JSON.stringify({ error: `x${"!".repeat(size)}x` })],
  ["a name with signs inside", (size) => JSON.stringify({ [`a${"_".repeat(size)}b`]: true })],
  ["a text with points inside", (size) => `x${".".repeat(size)}x`],
  ["a form with blanks inside", (size) => `status=${"+".repeat(size)}x&id=1`],
  ["lines with blanks inside", (size) => `status=${" ".repeat(size)}x\nid=1`],
];

function findingsOf(text: string): readonly string[] {
  const linked = link(parse("hostile.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(linked.findings.map(messageOf).join("\n"));
  return check(linked).map(messageOf);
}

describe("checks are linear in the texts that a rule looks for", () => {
  test.each(SEARCHED)(
    "%s",
    (_, make) => {
      const searched = writeString(make(SIZE).split("*") as [string, ...string[]]);
      const text = `success exact ${searched}\nsuccess keyword ${searched.replaceAll("*", "")}\nexample '{"a":1}' is unmapped\n`;
      for (const message of findingsOf(text)) expect(message.length).toBeLessThan(1000);
    },
    TIMEOUT,
  );
});

describe("checks are linear in the bodies of examples", () => {
  test.each(BODIES)(
    "%s",
    (_, make) => {
      const rules = 'success keyword "x"\nsuccess not json "$.success" empty\nsuccess status 200\n';
      const text = `${rules}example ${writeString([make(SIZE)])} is success\nexample "no" is unmapped\n`;
      for (const message of findingsOf(text)) expect(message.length).toBeLessThan(1000);
    },
    TIMEOUT,
  );
});
