import type { LocalFinding } from "../../findings/finding.js";
import { lex } from "../lexer.js";
import { misplacedSuppressions } from "../statement-comments.js";
import { isStatementWord } from "../vocabulary.js";
import { MOST_TYPOS, withCertainFixes } from "./certain-fixes.js";
import { faultsOf } from "./statement-faults.js";
import { explainPreamble } from "./statements/statement-starts.js";
import { isApostrophe } from "./texts/open-texts.js";

/** What is wrong with the text before the first statement: there should be nothing but comments. */
export function faultsOfPreamble(text: string): readonly LocalFinding[] {
  const { tokens, comments, findings } = lex(text);
  const [first] = tokens;
  const stray = explainPreamble(tokens, text);
  // A character that nobody sees keeps a statement from beginning: that is said already.
  const hidden = first !== undefined && isStatementWord(first.image) && findings.length > 0;
  const misplaced = misplacedSuppressions(comments, text);
  // Of prose only its first word is told: its apostrophes open no texts.
  const lexical = stray === null ? findings : findings.filter((finding) => !isApostrophe(finding, text));
  const certain = stray === null || hidden ? [] : [withCertainFixes(stray, text, faultsOf, MOST_TYPOS)];
  return [...lexical, ...certain, ...misplaced];
}
