import type { Rule } from "./rule.js";

/*
 * The parts of a JSON body. None of these rules reaches over a line's end or over the marks that close the body, so that
 * a broken body never spoils what follows it.
 */

/** A JSON string inside '…': JSON's own escapes stand there with a doubled backslash. */
const STRING_IN_SINGLE_QUOTES = String.raw`"(?:[^"\\']|\\\\(?:[^\\']|\\.)|\\[^\\"])*"`;

/** A JSON string inside a text block, which is written as the body is. */
const STRING_IN_BLOCK = String.raw`"(?:[^"\\]|\\.)*"(?!"")`;

export const jsonInSingleQuotes: readonly Rule[] = partsWith(
  STRING_IN_SINGLE_QUOTES,
  String.raw`\\\\(?:u[0-9a-fA-F]{4}|[^\\']|\\.)|\\.`,
);

/** The parts of a JSON body that is written as it is. */
export const jsonParts: readonly Rule[] = partsWith(STRING_IN_BLOCK, String.raw`\\(?:u[0-9a-fA-F]{4}|.)`);

/** The inside of a text block: the first character that is no white space tells whether it is JSON. */
export const jsonInBlock: Rule = {
  begin: String.raw`\G`,
  end: '(?=""")',
  patterns: [
    {
      begin: String.raw`(?=[\[{])`,
      end: '(?=""")',
      patterns: jsonParts,
    },
    { begin: String.raw`(?=[^\s\[{])`, end: '(?=""")', patterns: [] },
  ],
};

function partsWith(string: string, escapes: string): readonly Rule[] {
  const captures = {
    0: { patterns: [{ name: "constant.character.escape.json.responses", match: escapes }] },
  };
  return [
    {
      name: "support.type.property-name.json.responses",
      match: String.raw`${string}(?=\s*:)`,
      captures,
    },
    { name: "string.quoted.double.json.responses", match: string, captures },
    {
      name: "constant.numeric.json.responses",
      match: String.raw`(?<![\w.+-])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])`,
    },
    { name: "constant.language.json.responses", match: String.raw`\b(?:true|false|null)\b` },
  ];
}
