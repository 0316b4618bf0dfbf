import { parse, type StatementNode, type StatementSyntax } from "@responses/dsl";
import { lex } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namesByTokens, writtenNames } from "../../src/features/symbols/written-names.js";
import { rolesOf } from "../../src/features/tokens/token-roles.js";

/** Statements in which words of the language are names, and the other way round. */
const TRICKY = `
reject keyword "a" as as
reject keyword "a" as or
reject keyword "a" as json
reject keyword "a" as json "$.x" or json
reject keyword "a" as json "$.x" or or
reject keyword "a" as json "$.x"
reject keyword "or" and not status 4xx, 500..599 as 12
reject json "$.a" above 1.50 and json "$.b" below -2 as "as"
error otherwise as error
capture from from json "$.a"
capture and from between "a" and "b"
capture "from" from split "|" part -1
example "x" is reject as
example is "x" is reject is
example 12 "x" is success 12
example 12 200 "x" is success
example "a name" 200 "x" is success "a label"
example "a name" "x" is reject "with" with with "1", price "2"
example "x" is reject with with "1"
example "x" is reject with
example "x" is unmapped
example "x" is reject
  with price "1"
`;

function statementsOf(text: string): readonly StatementSyntax[] {
  return parse("a.responses", text)
    .tree.statements.map(({ syntax }) => syntax)
    .filter(({ node }) => node.kind !== "broken");
}

/** What the tree says of a statement's names and texts: the offset and the role. */
function rolesByTree(node: StatementNode): readonly (readonly [number, string])[] {
  switch (node.kind) {
    case "system":
      return [[node.name.span.from, "system-name"]];
    case "include":
      return [[node.path.span.from, "include-path"]];
    case "example":
      return [
        ...(node.name === null ? [] : [[node.name.span.from, "example-name"] as const]),
        ...(node.status === null ? [] : [[node.status.span.from, "number"] as const]),
        [node.body.span.from, "body"],
      ];
    case "rule":
    case "capture":
    case "broken":
      return [];
  }
}

function compare(syntax: StatementSyntax): void {
  const names = writtenNames(syntax);
  expect(namesByTokens(syntax.text)).toEqual(names);
  const { tokens } = lex(syntax.text);
  const roles = rolesOf(tokens);
  expect(roles).toHaveLength(tokens.length);
  expect(roles).not.toContain("unknown");
  const byOffset = new Map(tokens.map(({ startOffset }, index) => [startOffset, roles[index]]));
  for (const [offset, role] of rolesByTree(syntax.node)) expect(byOffset.get(offset)).toBe(role);
}

describe("in a statement that can be read, the roles of the tokens are what the tree says", () => {
  test.each(statementsOf(TRICKY).map((syntax) => [syntax.text.trim(), syntax] as const))(
    "%s",
    (_, syntax) => {
      compare(syntax);
    },
  );

  test("none of these is broken", () => {
    expect(statementsOf(TRICKY)).toHaveLength(parse("a.responses", TRICKY).tree.statements.length);
  });

  test("in all mapping files of the repository", () => {
    for (const { text } of mappingFiles()) statementsOf(text).forEach(compare);
  });

  test("in random mappings", () => {
    fc.assert(
      fc.property(mappingText, (text) => statementsOf(text).forEach(compare)),
      randomRuns(300),
    );
  });
});

test.each([
  ["reject keyword as Dup", ["statement-word", "match-word", "label-word", "label"]],
  [
    'reject keyword "a" or "b" as Dup',
    ["statement-word", "match-word", "text", "unknown", "text", "label-word", "label"],
  ],
  [
    'reject exact "a*", , "b" as',
    ["statement-word", "match-word", "pattern", "mark", "mark", "pattern", "label-word"],
  ],
  [
    'reject json keyword "x" as json',
    ["statement-word", "field-word", "match-word", "text", "label-word", "label"],
  ],
  ['capture from json "$.x"', ["statement-word", "connective", "field-word", "path"]],
  ['capture price json "$.x"', ["statement-word", "capture", "field-word", "path"]],
  ["example is reject Dup", ["statement-word", "connective", "verdict-word", "label"]],
  ['example 200 "x" is rejct Dup', ["statement-word", "number", "body", "connective", "unknown", "unknown"]],
  [
    'example 200 "x" is reject Dup with price , id "1"',
    [
      "statement-word",
      "number",
      "body",
      "connective",
      "verdict-word",
      "label",
      "connective",
      "capture",
      "mark",
      "capture",
      "text",
    ],
  ],
  ["include common.responses", ["statement-word", "unknown", "unknown", "unknown"]],
])("%s", (text, roles) => {
  expect(rolesOf(lex(text).tokens)).toEqual(roles);
});
