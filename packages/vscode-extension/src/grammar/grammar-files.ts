import { grammar } from "./grammar.js";
import { verdictGrammar } from "./verdict-grammar.js";

/** The grammars as the build writes them, by the names of their files. */
export const grammarFiles: Readonly<Record<string, object>> = {
  "responses.tmLanguage.json": grammar,
  "verdict.tmLanguage.json": verdictGrammar,
};
