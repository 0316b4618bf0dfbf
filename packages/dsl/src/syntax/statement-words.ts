export {
  isOutcome,
  isStatementWord,
  OUTCOMES,
  type Outcome,
  STATEMENT_WORDS,
  type StatementWord,
} from "./vocabulary.js";
