/* What package.json names, too; a test compares. */

export const RESTART_SERVER = "responses.restartServer";
export const SHOW_OUTPUT = "responses.showOutput";
export const NEW_FILE = "responses.newFile";
export const COMPILE_FILE = "responses.compileFile";
export const RUN_EXAMPLES = "responses.runExamples";
export const EXPLAIN_VERDICT = "responses.explainVerdict";
export const EXPLAIN_RESPONSE = "responses.explainResponse";
export const PASTE_AS_EXAMPLE = "responses.pasteAsExample";
export const PASTE_VERDICT_AS_EXAMPLE = "responses.pasteVerdictAsExample";
export const SHOW_PREVIEW = "responses.showPreview";
export const SHOW_CHECK = "responses.showCheck";
export const COMPARE_WITH_HEAD = "responses.compareWithHead";
export const COMPARE_WITH_SAVED = "responses.compareWithSaved";
export const STOP_COMPARING = "responses.stopComparing";

/** Contexts that steps of the walkthrough wait for: a preview was shown, and all examples of some file pass. */
export const PREVIEW_SEEN = "responses.previewSeen";
export const EXAMPLES_PASS = "responses.examplesPass";

/** The context that menus ask: whether the mapping that is worked on is compared. */
export const COMPARING = "responses.comparing";
