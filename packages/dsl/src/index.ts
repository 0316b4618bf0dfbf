/*
 * The door for users of the language: read a mapping file, check it, run it, compile it. docs/library.md has a sentence for
 * every name here, and an example but for types that others mention; what only tools need that show or change the text itself
 * is in editor.ts.
 */

export { check } from "./analysis/check.js";
export { type ComparisonOptions, compare } from "./comparison/compare.js";
export type { Comparison, VerdictChange } from "./comparison/comparison.js";
export { type CompileOptions, type CompileResult, compile } from "./compile/compile.js";
export { runtimeModule } from "./compile/javascript/runtime-module.js";
export { coverageOf, type RuleCoverage } from "./examples/coverage.js";
export type { ExampleResult } from "./examples/example-result.js";
export { runExamples } from "./examples/run-examples.js";
export { explain, type Trace } from "./explain/trace.js";
export { applyFixes } from "./findings/apply-edits.js";
export type { FindingName } from "./findings/catalogue.js";
export type { Severity } from "./findings/catalogue-entry.js";
export { defaultSeverityOf, type Finding, type Fix, messageOf, type TextEdit } from "./findings/finding.js";
export { gaps } from "./gaps/find-gaps.js";
export { createMatcher, type Matcher } from "./matching/matcher.js";
export type { Response } from "./matching/response.js";
export { type Verdict, writeVerdict } from "./matching/verdict.js";
export type { Field } from "./model/field.js";
export { type Host, noOtherFiles } from "./model/host.js";
export { type Linked, link, readMappingFile as parse } from "./model/link.js";
export type { Capture, Condition, Example, FileModel, Label, Mapping, Rule, Test } from "./model/mapping.js";
export { overlaps } from "./reachability/overlaps.js";
export { reachability } from "./reachability/reachability.js";
export { format } from "./syntax/format.js";
export type { Outcome } from "./syntax/vocabulary.js";
export { SourceText } from "./text/source-text.js";
export type { Span } from "./text/span.js";

/* Types that those above mention: nobody begins with them, and none is needed of another door. */

export type { UndecidedChange } from "./comparison/comparison.js";
export type { DifferingPart, MoneyChange } from "./comparison/verdict-difference.js";
export type { CompiledMapping, PlacedRefusal } from "./compile/compile.js";
export type { CompileFormat, ModuleFormat } from "./compile/compile-format.js";
export type { DeclarationLink } from "./compile/declaration-links.js";
export type { RuntimeModule } from "./compile/javascript/runtime-module.js";
export type { Difference } from "./examples/example-result.js";
export type { MissingPart } from "./explain/missing-part.js";
export type { Evidence, RuleTrace, TestTrace } from "./explain/trace.js";
export type { FixedText } from "./findings/apply-edits.js";
export type { CaptureDifference } from "./findings/capture-difference.js";
export type {
  FindingOf,
  FixKind,
  LocalFinding,
  LocalFindingOf,
  LocalFix,
  ParametersOf,
  RelatedPlace,
  Witness,
} from "./findings/finding.js";
export type { Gap, Gaps } from "./gaps/gap.js";
export type { CapturedPart } from "./matching/capture.js";
export type { Decision } from "./matching/decision.js";
export type { PickedText } from "./matching/subject.js";
export type { Captures } from "./matching/verdict.js";
export type { FieldPart } from "./model/field-part.js";
export type { BetweenField, Closing } from "./model/fields/between-field.js";
export type { ChainField } from "./model/fields/chain-field.js";
export type { FieldBase } from "./model/fields/field-base.js";
export type { FormField } from "./model/fields/form-field.js";
export type { JsonField } from "./model/fields/json-field.js";
export type { PathField } from "./model/fields/path-field.js";
export type { SplitField } from "./model/fields/split-field.js";
export type { XmlField } from "./model/fields/xml-field.js";
export type { JsonPath } from "./model/json-path.js";
export type {
  BrokenModel,
  CaptureModel,
  ExampleModel,
  ExpectedVerdict,
  Include,
  IncludedFile,
  IncludeModel,
  Located,
  PositiveTest,
  RuleModel,
  StatementModel,
  StatusRange,
  SystemModel,
} from "./model/mapping.js";
export type { MappingText } from "./model/mapping-text.js";
export type { Overlap, Overlaps, UndecidedOverlap } from "./reachability/overlaps.js";
export type {
  ReachabilityReason,
  RuleReachability,
  ShownResponse,
} from "./reachability/rule-reachability.js";
export type { JsonSegment } from "./runtime/json-field.js";
export type { BodyFault, Picked } from "./runtime/picked.js";
export type { TextRange } from "./runtime/text-matching.js";
export type { SearchWay } from "./runtime/text-search.js";
export type { XmlPath, XmlStep } from "./runtime/xml-steps.js";
export type { UndecidedReason } from "./solver/question.js";
export type { TextPieces } from "./syntax/text-literal.js";
export type {
  ChainNode,
  CloserNode,
  ClosingNode,
  ConditionNode,
  FieldNode,
  FieldPartNode,
  LabelNode,
  NameNode,
  PathFieldNode,
  PositiveTestNode,
  RangeNode,
  Statement,
  StatementNode,
  StatementSyntax,
  Suppression,
  SuppressionProblem,
  TestNode,
  TextNode,
  Tree,
  VerdictNode,
  WithNode,
  WordNode,
} from "./syntax/tree.js";
export type { NumberMatchWord, PathFieldWord, StatementWord, TextMatchWord } from "./syntax/vocabulary.js";
export type { ColumnUnit, Position } from "./text/source-text.js";
export type { LocalSpan } from "./text/span.js";
