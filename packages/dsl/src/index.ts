/*
 * The door for users of the language: read a mapping file, check it, run it, compile it. docs/library.md has a sentence for
 * every name here, and an example but for types that others mention; what only tools need that show or change the text itself is in editor.ts.
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

/* Types that those above mention: nobody begins with them. */

export type { PlacedRefusal } from "./compile/compile.js";
export type { CompileFormat } from "./compile/compile-format.js";
export type { CompiledMapping } from "./compile/target.js";
export type { Difference } from "./examples/example-result.js";
export type { Evidence, RuleTrace, TestTrace } from "./explain/trace.js";
export type { FixedText } from "./findings/apply-edits.js";
export type { FixKind, RelatedPlace, Witness } from "./findings/finding.js";
export type { CapturedPart } from "./matching/capture.js";
export type { Decision } from "./matching/matcher.js";
export type { PickedText } from "./matching/subject.js";
