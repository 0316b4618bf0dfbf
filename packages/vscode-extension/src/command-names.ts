/* The commands that package.json names, too; a test compares. */

export const RESTART_SERVER = "responses.restartServer";
export const SHOW_OUTPUT = "responses.showOutput";
export const NEW_FILE = "responses.newFile";
export const COMPILE_FILE = "responses.compileFile";
export const RUN_EXAMPLES = "responses.runExamples";
export const EXPLAIN_VERDICT = "responses.explainVerdict";
export const SHOW_CHECK = "responses.showCheck";
