import type { Mapping, SearchWay } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, mappingTextOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CompiledModule,
  loadCompiled,
  loadSearching,
  loadWithoutWasm,
} from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Each way to search texts gives the interpreter's verdicts, with the body as text and as bytes. */

type Load = (mapping: Mapping) => CompiledModule;

const searching =
  (way: SearchWay): Load =>
  (mapping) =>
    loadSearching(mapping, way);

const WAYS: readonly (readonly [name: string, load: Load])[] = [
  ["one regular expression", searching("expression")],
  ["each by itself", searching("one by one")],
  ["the scanner", searching("scanner")],
  ["the automaton", searching("automaton")],
  ["whatever is there without WebAssembly", loadWithoutWasm],
];

const RESPONSES_EACH = 20;

function expectSame(mapping: Mapping, load: Load, bodies: readonly string[]): void {
  const matcher = interpreterOf(mapping);
  const module = load(mapping);
  for (const body of bodies) {
    const { rule } = matcher.decide({ status: 200, body });
    const expected = rule === null ? -1 : mapping.rules.indexOf(rule);
    const asBytes = module.classify(200, new TextEncoder().encode(body));
    const asText = module.classify(200, body);
    if (asText !== expected || asBytes !== expected) {
      const shown = body.length > 200 ? `${body.length} units` : body;
      expect({ shown, asText, asBytes }).toEqual({ shown, asText: expected, asBytes: expected });
    }
  }
}

describe.each(WAYS)("%s finds what the interpreter finds", (_, load) => {
  test("of random mappings", () => {
    fc.assert(
      fc.property(mappingText, seed, (text, start) => {
        const mapping = mappingOf(text);
        const matcher = interpreterOf(mapping);
        const module = load(mapping);
        const random = new Random(start);
        const draw = responsesFor(mapping);
        for (let count = 0; count < RESPONSES_EACH; count++) {
          const response = draw(random);
          const expected = JSON.stringify(matcher.match(response));
          const given = JSON.stringify(module.match(response));
          if (given !== expected) expect({ response, given }).toEqual({ response, given: expected });
        }
      }),
      randomRuns(150),
    );
  });

  test("of random mappings of many rules", () => {
    const long = mappingTextOf({ minStatements: 100, maxStatements: 300 });
    fc.assert(
      fc.property(long, seed, (text, start) => {
        const mapping = mappingOf(text);
        const random = new Random(start);
        const draw = responsesFor(mapping);
        const bodies = Array.from({ length: RESPONSES_EACH }, () => {
          const { body } = draw(random);
          return typeof body === "string" ? body : new TextDecoder().decode(body ?? new Uint8Array());
        });
        expectSame(mapping, load, bodies);
      }),
      randomRuns(4),
    );
  });

  /** Texts of every length, with letters of one to four bytes and their other cases, words, and parts of one another. */
  const TEXTS = mappingOf(`reject word "n\u00e9e"
reject keyword "a"
reject word "lead refused"
reject keyword "\u0442\u043e\u0432\u0430\u0440"
reject keyword "\u1e9e"
reject keyword "\u{10428}x"
reject keyword "error code 17"
reject keyword "error code 1"
reject keyword "the campaign of this buyer is closed"
`);
  const FOUND = [
    ..."nee N\u00c9E n\u00e9es A \u00e4 \u0422\u041e\u0412\u0410\u0420 \u00df \u1e9e \ud801\udc00X".split(
      " ",
    ),
    ...["lead refused", "misLEAD REFUSED", "Lead Refused\u0301", "error code 17", "ERROR CODE 1"],
    "the Campaign of THIS buyer is closed",
  ];

  test.each(["", "\u00e9", "\ud83d\ude00", "x", "-"])("beside %j", (beside) => {
    const bodies = FOUND.flatMap((text) => [
      `${beside}${text}${beside}`,
      `${"-".repeat(100)}${beside}${text}${beside}${"-".repeat(100)}`,
    ]);
    expectSame(TEXTS, load, bodies);
  });

  test("of texts so long that only their beginnings are searched", () => {
    const long = `${"no demand in this area ".repeat(12)}\u{10428}`;
    const mapping = mappingOf(`reject word "${long}1"
reject keyword "${long}"
reject exact "*${"x".repeat(127)}\u{10428}y*"
reject exact "*${"x".repeat(130)}*z*"
`);
    const other = `${long.slice(0, 150)}.`;
    const xs = "X".repeat(130);
    expectSame(mapping, load, [
      ...[long, `${long}1`, `${long}12`, `a${long}1`, other, `${other}${long}`],
      ...[`${xs.slice(3)}\u{10400}y`, `${xs.slice(3)}\u{10428}x`, `${xs}z`, `${xs}-z-`, `z${xs}`],
    ]);
  });

  test("of patterns that begin and end with long texts", () => {
    const long = `${"a lead of this zone ".repeat(12)}\u{10428}`;
    const mapping = mappingOf(`reject exact "${long}*" as Beginning
reject exact "*${long}" as End
reject exact "${long.slice(0, 127)}\u{10428}x*" as Cut
reject exact "*x\u{10428}${long.slice(-127)}" as "Cut too"
`);
    const upper = long.toUpperCase();
    const pairs = [`${long.slice(0, 127)}\u{10400}x.`, `.x\u{10400}${upper.slice(-128)}`];
    expectSame(mapping, load, [
      ...[`${upper}.`, `.${upper}`, upper, ` ${upper} `, upper.slice(1), `${upper.slice(0, 150)}.`],
      ...[...pairs, ...pairs.map((body) => body.slice(1)), ...pairs.map((body) => body.slice(0, -1))],
    ]);
  });

  test("of hundreds of texts of two letters", () => {
    const letters = [..."abcdefghijklmnopqrst"];
    const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
    const mapping = mappingOf(`${pairs.map((pair) => `reject keyword "${pair}"`).join("\n")}\n`);
    expectSame(mapping, load, ["", "a", "x1ST2", "uvwxyz", `${"u".repeat(500)}tt`, "m.l.k.j.ih"]);
  });

  test("where the parts meet in which the scanner reads a long body", () => {
    const bodies: string[] = [];
    const PART = 65_536;
    for (const text of FOUND) {
      for (let before = PART - 50; before <= PART + 4; before += 3) {
        bodies.push(`${"-".repeat(before)}${text}${"=".repeat(100)}`, `${"-".repeat(before)}x${text}`);
      }
      bodies.push(`${"\u00e9".repeat(PART)}${text}`, `${"-".repeat(3 * PART)} ${text} `);
    }
    expectSame(TEXTS, load, bodies);
  });
});

test("the automaton tells more characters apart than 16 bits can", () => {
  const first = 0x20000;
  const texts = Array.from({ length: 1040 }, (_, text) =>
    String.fromCodePoint(...Array.from({ length: 64 }, (_, index) => first + text * 64 + index)),
  );
  const rules = [...texts.map((text) => `reject keyword "${text}"`), 'success keyword "zq"'];
  const others = Array.from({ length: 1040 }, (_, text) =>
    String.fromCodePoint(first + text * 64, first + text * 64 + 1),
  );
  expectSame(mappingOf(`${rules.join("\n")}\n`), searching("automaton"), [
    ...["zq", others.join("."), others.reverse().join("."), texts.join("")],
  ]);
});

test("what the filters let through does not change the verdict", () => {
  const rules = Array.from({ length: 100 }, (_, number) => `reject keyword "error code ${number}z"`);
  const mapping = mappingOf(`${rules.join("\n")}\n`);
  const storm = "error code 1 error code 9 ".repeat(20_000);
  expectSame(mapping, loadCompiled, [storm, `${storm}error code 99z`, `error code 0z${storm}`]);
});

test("the memory is handed out anew when many mappings have filled it", () => {
  const mappings = Array.from({ length: 150 }, (_, number) => {
    const rules = Array.from(
      { length: 300 },
      (_, rule) => `reject keyword "text ${number} of rule ${rule}."`,
    );
    return mappingOf(`${rules.join("\n")}\n`);
  });
  const modules = mappings.map(loadCompiled);
  for (const turn of [0, 1]) {
    modules.forEach(({ classify }, number) => {
      const rule = (number + turn) % 300;
      const body = `${" ".repeat(100)}TEXT ${number} of rule ${rule}.`;
      if (classify(200, body) !== rule)
        expect([turn, number, classify(200, body)]).toEqual([turn, number, rule]);
    });
  }
});
