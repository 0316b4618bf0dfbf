import { parse } from "@responses/dsl";
import { expectedAt, writeString } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { statementIndexAt } from "../../src/workspace/documents/statement-places.js";
import { acceptItem } from "../support/accepted-item.js";
import { BARE, completionAt, RICH } from "../support/completion-answer.js";
import { linkedDocument } from "../support/linked-document.js";

/*
 * Whoever takes nothing but suggestions writes statements that can be read. Each walk takes random items,
 * from an empty line on, until the statement can end.
 */

const USUAL = 100;
const RUNS = runs(USUAL);
const SEED = firstSeed(1);

const MOST_STEPS = 40;

const NASTY = [
  "sold",
  'say "no"',
  "it's",
  "a\\b",
  "$" + "{1:x} $2 }",
  "*",
  "`code` <b>",
  "line\nend",
  "\u0007\u2028",
  " blank ",
  "grüße 😀",
  "\ufffd",
  "",
  "x".repeat(300),
  "# no comment",
  '"""',
  "2025-01-01",
  "12.5",
  "reject",
] as const;

/** A file with examples of every kind of body, and whatever else suggestions are made of. */
function randomFile(random: Random): string {
  const lines = ['capture "a name" from json "$.a"', 'reject keyword "x" as "Some \\"label\\""'];
  const statements = random.several(0, 6, () => {
    const label = random.chance(0.5) ? ` ${writeString([random.pick(NASTY) || "label"])}` : "";
    const verdict = random.pick(["success", `reject${label}`, `error${label}`, "unmapped"]);
    return `example ${random.pick(["", "200 ", "422 "])}${writeString([randomBody(random)])} is ${verdict}`;
  });
  return [...(random.chance(0.7) ? lines : []), ...statements, ""].join("\n");
}

function randomBody(random: Random): string {
  const name = () => random.pick(["a", "result", "lead id", "it's", "$x}", "é", "a*b", "", "\n"]);
  const text = () => random.pick(NASTY);
  const choice = random.integer(0, 4);
  if (choice <= 1)
    return JSON.stringify({ [name()]: text(), [name()]: [{ [name()]: text() }, text()], n: 12.5 });
  if (choice === 2) {
    const inner = text().replace(/[<&]/g, "-").replaceAll("\u0007", "");
    return `<r><a b='1'>${inner}</a><c><a/></c></r>`;
  }
  return choice === 3 ? `${text()}|${text()}|id=${text()}` : text();
}

interface Walk {
  text: string;
  cursor: number;
}

test.each([
  ["with snippets", RICH],
  ["without", BARE],
])(`${RUNS} walks of an editor %s end in statements that can be read`, (_, abilities) => {
  let steps = 0;
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const random = new Random(seed);
    const start = randomFile(random);
    const walk: Walk = { text: start, cursor: start.length };
    try {
      steps += walkOn(walk, random, abilities);
    } catch (error) {
      throw new Error(
        `with RESPONSES_SEED=${seed} RESPONSES_RUNS=1, at ${JSON.stringify(walk.text.slice(start.length))}`,
        {
          cause: error,
        },
      );
    }
  }
  // Walks that end at once would show nothing; a few may.
  if (RUNS >= USUAL) expect(steps).toBeGreaterThan(RUNS * 3);
});

/** Walks until the statement is whole; gives the number of items that were taken. */
function walkOn(walk: Walk, random: Random, abilities: typeof RICH): number {
  for (let step = 0; step < MOST_STEPS; step++) {
    const document = linkedDocument("walk.responses", walk.text);
    const answer = completionAt(document, walk.cursor, { abilities });
    const items = answer?.items ?? [];
    const place = placeOf(walk);
    if (items.length === 0) {
      // Inside quotes nothing may be known; everywhere else something can be taken.
      expect(place.kind === "code" && (place.written.kind === "string" || place.canEnd)).toBe(true);
      if (place.kind === "code" && place.written.kind !== "string") return step;
      insert(
        walk,
        place.kind === "code" && place.expectations.some((e) => e.kind === "part" && e.role === "xml path")
          ? "/x"
          : "$",
      );
    } else {
      const { item } = random.pick(items);
      const accepted = acceptItem(walk.text, item);
      walk.text = accepted.text;
      // Nothing is suggested between the lines of a text block; whoever has filled it in goes on behind it.
      walk.cursor = item.textEdit?.newText.includes("\n") === true ? walk.text.length : accepted.cursor;
    }
    if (isBetweenEmptyQuotes(walk)) continue;
    walk.cursor = lineEnd(walk);
    if (!/\s$/.test(walk.text.slice(0, walk.cursor))) insert(walk, " ");
    const now = placeOf(walk);
    const isWhole = now.kind === "code" && (now.canEnd || now.before === "");
    if (isWhole) checkReadable(walk.text);
    if (isWhole && random.chance(0.3)) return step + 1;
  }
  return MOST_STEPS;
}

function placeOf({ text, cursor }: Walk) {
  const file = parse("walk.responses", text);
  const statement = file.tree.statements[statementIndexAt(file, cursor)];
  return expectedAt(statement?.syntax.text ?? text, cursor - (statement?.start ?? 0));
}

/** Where a snippet leaves the cursor for a text. */
function isBetweenEmptyQuotes(walk: Walk): boolean {
  const place = placeOf(walk);
  if (place.kind !== "code" || place.written.kind !== "string") return false;
  return place.written.span.from === place.written.span.to;
}

function lineEnd({ text, cursor }: Walk): number {
  const end = text.indexOf("\n", cursor);
  return end === -1 ? text.length : end;
}

function insert(walk: Walk, text: string): void {
  walk.text = walk.text.slice(0, walk.cursor) + text + walk.text.slice(walk.cursor);
  walk.cursor += text.length;
}

function checkReadable(text: string): void {
  const file = parse("walk.responses", text);
  file.models.forEach((model, index) => {
    expect(model.kind, file.tree.statements[index]?.syntax.text).not.toBe("broken");
  });
}
