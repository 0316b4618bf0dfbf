import { expect, test } from "vitest";
import { xmlPassAgrees } from "./xml-pass-agreement.js";
import { pathOf } from "./xml-picks.js";

/* Bodies of megabytes, and of a million pieces: anything worse than linear in them would not end in time. */

const MILLION = 1_000_000;

test.each([
  ["a text", `<a>${"x".repeat(8 * MILLION)}</a>`],
  ["references", `<a>${"&lt;".repeat(2 * MILLION)}</a>`],
  ["a reference", `<a>&#${"0".repeat(8 * MILLION)}65;</a>`],
  ["ampersands", `<a>${"&".repeat(8 * MILLION)}</a>`],
  ["]] in a text", `<a>${"]]".repeat(MILLION)}</a>`],
  ["> in a text", `<a>${"]>".repeat(2 * MILLION)}</a>`],
  ["> in a CDATA section", `<a><![CDATA[${"x>".repeat(2 * MILLION)}]]></a>`],
  ["] in a CDATA section", `<a><![CDATA[${"]".repeat(2 * MILLION)}]]></a>`],
  ["comments", `<a>${"<!---->".repeat(MILLION)}</a>`],
  ["hyphens in a comment", `<a><!--${"- ".repeat(2 * MILLION)}--></a>`],
  ["question marks in an instruction", `<a><?p ${"?".repeat(2 * MILLION)}?></a>`],
  ["elements beside one another", `<r>${"<b/>".repeat(MILLION)}<a/></r>`],
  ["a name", `<r><${"n".repeat(2 * MILLION)}></${"n".repeat(2 * MILLION)}></r>`],
  ["names of one length", `<r>${"<n></n>".repeat(MILLION)}</r>`],
  ["start tags", "<a>".repeat(MILLION)],
  ["brackets", "<".repeat(MILLION)],
  ["white space in a tag", `<a${" ".repeat(4 * MILLION)}b='1'${"\n".repeat(MILLION)}/>`],
  [
    "white space in the declaration",
    `<?xml${" ".repeat(4 * MILLION)}version='1.${"0".repeat(MILLION)}'?><a/>`,
  ],
  ["characters of three bytes", `<a b='${"\u20ac".repeat(MILLION)}'>${"\uff5e".repeat(MILLION)}</a>`],
])("%s", (_, body) => {
  expect(xmlPassAgrees(body, ["//a", "//@b"].map(pathOf))).toBe(true);
});
