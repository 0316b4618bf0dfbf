/*
 * The door for users of the language: read a mapping file, check it, run it, compile it. docs/library.md has a sentence and an
 * example for every name here; what only tools need that show or change the text itself is in editor.ts.
 */

export { check } from "./analysis/check.js";
export { type CompileOptions, type CompileResult, compile } from "./compile/compile.js";
export { coverageOf, type RuleCoverage } from "./examples/coverage.js";
export type { ExampleResult } from "./examples/example-result.js";
export { runExamples } from "./examples/run-examples.js";
export { explain, type Trace } from "./explain/trace.js";
export { applyFixes } from "./findings/apply-edits.js";
export type { FindingName } from "./findings/catalogue.js";
export type { Severity } from "./findings/catalogue-entry.js";
export { defaultSeverityOf, type Finding, type Fix, messageOf, type TextEdit } from "./findings/finding.js";
export { createMatcher, type Matcher } from "./matching/matcher.js";
export type { Response } from "./matching/response.js";
export { type Verdict, writeVerdict } from "./matching/verdict.js";
export type { Field } from "./model/field.js";
export { type Host, noOtherFiles } from "./model/host.js";
export { type Linked, link, readMappingFile as parse } from "./model/link.js";
export type { Capture, Condition, Example, FileModel, Label, Mapping, Rule, Test } from "./model/mapping.js";
export { format } from "./syntax/format.js";
export type { Outcome } from "./syntax/vocabulary.js";
export { SourceText } from "./text/source-text.js";
export type { Span } from "./text/span.js";
