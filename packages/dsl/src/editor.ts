/*
 * The door for editors and other tools around the language: the words and trees of a text, what can stand in a place, analysis
 * that follows edits, why a rule does or nearly does hold. It changes more often than the door of users, index.ts.
 */

export {
  type Analysis,
  analyse,
  analyseAtOnce,
  neverDeciding,
  orderLeftBy,
  reachLeftBy,
  responseDecidedBy,
} from "./analysis/analyse.js";
export { AnalysedTogether } from "./analysis/analysed-together.js";
export { placeInBody } from "./analysis/placing/body-place.js";
export {
  type ExampleStates,
  recordedVerdict,
  statesCaptures,
  verdictToState,
} from "./analysis/suggested-statements/recorded-verdict.js";
export { statedVerdict } from "./analysis/suggested-statements/stated-verdict.js";
export { canBeSuppressed } from "./analysis/suppressions.js";
export { oppositeAround } from "./analysis/words/opposite-around.js";
export type { BodyField } from "./bodies/body-fields.js";
export { type BodyIndex, bodyIndexOf, type SeenField } from "./bodies/body-index.js";
export { bodyKindOf } from "./bodies/body-kind.js";
export { LARGEST_OUTLINED_BODY, MOST_OUTLINED } from "./bodies/body-outline.js";
export { wordsIn } from "./bodies/body-words.js";
export { subjectOf } from "./bodies/example-subject.js";
export { seenTextsOf } from "./bodies/field-texts.js";
export { formPieceIn } from "./bodies/form-outline.js";
export { innerBodiesOf } from "./bodies/inner-bodies.js";
export { fieldsOfBody } from "./bodies/inner-fields.js";
export { layOutBody } from "./bodies/laid-out-body.js";
export { innerBodiesIn, pickedBodies, textsPickedBy } from "./bodies/picked-bodies.js";
export { type OutcomeCounts, type SeenIn, type SeenText, SeenTexts, totalOf } from "./bodies/seen-texts.js";
export { withinCharacters } from "./bodies/within-characters.js";
export { writeField } from "./bodies/written-field.js";
export { NO_CHANGE } from "./comparison/compare.js";
export {
  areSameFiles,
  type ComparedMappings,
  compareMappingSteps,
  compareMappings,
} from "./comparison/compared-mappings.js";
export {
  asSentence,
  comparisonAsMarkdown,
  groupsAsMarkdown,
} from "./comparison/comparison-markdown.js";
export {
  changesVerdicts,
  conclusionOf,
  DIFFERS,
  MADE_UP,
  meaningOf,
  meaningOfExample,
  recordedWitness,
  responseParts,
  ruleAt,
  SAME_FOR_ALL,
  UNDECIDED,
  unlistedInWords,
  verdictsInWords,
} from "./comparison/comparison-words.js";
export { currentPlaces } from "./comparison/current-places.js";
export { isHardlyEver } from "./comparison/escaped-bodies.js";
export { escapedGroups } from "./comparison/escaped-groups.js";
export type { ExampleChange } from "./comparison/example-changes.js";
export { type ChangeCause, causesOf } from "./comparison/responsible-rules.js";
export { ruleEdits } from "./comparison/rule-edits.js";
export { meaningKeyOf } from "./comparison/same-meaning.js";
export { toldChanges } from "./comparison/told-changes.js";
export { MONEY_ORDER, moneyOf } from "./comparison/verdict-difference.js";
export { declareModule } from "./compile/compile.js";
export { COMPILE_FORMATS, compiledNames, isCompileFormat } from "./compile/compile-format.js";
export { isGenerated, mappingPlaceIn, withMappingPlace, writeHeader } from "./compile/header.js";
export { isRuntimeFileName } from "./compile/javascript/runtime-module.js";
export { writeJsonData, writeStringLiteral } from "./compile/string-literal.js";
export { addExamples, alignedExamples } from "./examples/added-examples.js";
export type { ExampleRun } from "./examples/example-run.js";
export { MADE_UP_NAME } from "./examples/made-up.js";
export { type CoveredPart, partsCovered } from "./examples/part-coverage.js";
export {
  type Match,
  type Recording,
  recordingOf,
  recordsOf,
} from "./examples/recorded-response.js";
export { writeExample } from "./examples/written-example.js";
export { charsetNoteInPhrases, type GivenAs } from "./explain/charset-words.js";
export {
  type DescribedExecution,
  type DescribedFields,
  type DescribedRule,
  type DescribedSearch,
  type DescribedStep,
  type DescribedTexts,
  describeExecution,
} from "./explain/described-execution.js";
export {
  type ExplainedBody,
  evidenceInWords,
  explainedBody,
  type PlaceInWords,
  placeInWords,
} from "./explain/evidence-words.js";
export { writeExpectedVerdict } from "./explain/expected-verdict.js";
export { rulesMeantBelow } from "./explain/meant-rule.js";
export {
  missingCaptureInWords,
  missingTextIn,
  nearlyCaptured,
} from "./explain/missing-text.js";
export { type NearMiss, nearMissOf } from "./explain/near-miss.js";
export { nearMissAsHeading, nearMissInWords } from "./explain/near-miss-words.js";
export {
  type NearRule,
  nearExampleForRule,
  nearRuleAboveDeciding,
  nearRuleAmong,
  nearRuleForExample,
} from "./explain/near-rule.js";
export { captureInWords, conditionInWords, IN_FULL, resultInWords } from "./explain/plain-words.js";
export { responseText } from "./explain/response-text.js";
export { type RuleInQuestion, ruleInQuestion } from "./explain/rule-in-question.js";
export { onOneLine, ruleOnOneLine } from "./explain/rule-text.js";
export { type ToldRule, toldRule, toldRules } from "./explain/told-trace.js";
export { traceRule, whyNotExplained } from "./explain/trace.js";
export { fixesWithRoom } from "./findings/apply-edits.js";
export { noCaptureNamed } from "./findings/catalogue/example-fails.js";
export { catalogue, FINDING_NAMES, isFindingName } from "./findings/catalogue.js";
export { CHANGE_KINDS, CHANGES, type ChangeKind, isChangeKind } from "./findings/change-kinds.js";
export { pageAsMarkdown } from "./findings/checks-page.js";
export { codeSpan } from "./findings/code-span.js";
export { counted, listed } from "./findings/counted.js";
export { fixWithLazyKind, refuses } from "./findings/finding.js";
export { pageAddress } from "./findings/page-address.js";
export { type Phrase, textOfPhrases } from "./findings/phrase.js";
export { quoted, visible } from "./findings/quoted.js";
export { showsResponse } from "./findings/shown-response.js";
export { gapSteps } from "./gaps/find-gaps.js";
export { gapInWords } from "./gaps/gap.js";
export {
  type CharsetNote,
  type DecodedBody,
  decodeBody,
  lostCharactersIn,
  undeclaredBody,
} from "./http/body-charset.js";
export {
  type GivenText,
  isWholeAnswer,
  isWholeAnswerIn,
  readAnswerText,
  readGivenText,
  readGivenTexts,
  withoutCommand,
} from "./http/given-text.js";
export { type HttpAnswer, type HttpFault, type HttpReading, readHttpAnswer } from "./http/http-answer.js";
export { isHttpStatus, LARGEST_STATUS, SMALLEST_STATUS } from "./http/http-status.js";
export {
  BEFORE_VERDICT,
  createRecordedLines,
  type KeptText,
  type RecordedLines,
  SPACED_FROM,
} from "./http/recorded-lines.js";
export { beginsWithCommand } from "./http/shell-session.js";
export { addToGroup, groupBy } from "./incremental/groups.js";
export { memoized } from "./incremental/memoized.js";
export { inSteps } from "./incremental/steps.js";
export { captureParts } from "./matching/capture.js";
export { labelOf } from "./matching/interpret.js";
export { Subject } from "./matching/subject.js";
export { capturedText, presentCaptures } from "./matching/verdict.js";
export { partsOf, showField } from "./model/field.js";
export { showFieldPart } from "./model/field-part.js";
export { generalPath, readJsonPath, writeJsonPath } from "./model/json-path.js";
export { located, readMappingFileSteps as parseSteps } from "./model/link.js";
export { isAbsolutePath } from "./model/linker.js";
export { mayStandAnywhere, type TextTest } from "./model/tested-texts.js";
export { writtenLabel } from "./model/written-label.js";
export {
  ACCEPTED_FILE,
  type AcceptedEntry,
  acceptedEntry,
  isAcceptedName,
  readAccepted,
  writeAccepted,
} from "./project/accepted-file.js";
export {
  BASELINE_FILE,
  Baseline,
  type BaselineEntry,
  isBaselineName,
  NO_BASELINE,
  readBaseline,
  writeBaseline,
} from "./project/baseline-file.js";
export { projectConfigSchema } from "./project/config-schema.js";
export { matchesGlob } from "./project/glob.js";
export { FOLDERS_LEFT_OUT, isMappingFileName } from "./project/mapping-files.js";
export {
  type ConfiguredSeverity,
  NO_CONFIG,
  PROJECT_FILE,
  type ProjectConfig,
  readProjectConfig,
} from "./project/project-config.js";
export { STARTER_FILE } from "./project/starter-file.js";
export { reasonInWords } from "./reachability/reason-in-words.js";
export { jsonFault } from "./runtime/json-field.js";
export { firstNonBlank } from "./runtime/picked.js";
export { alignedStatement } from "./syntax/aligned-statement.js";
export type { Expectation, PartRole } from "./syntax/expectation.js";
export { type CodePlace, expectedAt, type WrittenThere } from "./syntax/expected-at.js";
export { formatTree } from "./syntax/format.js";
export { includedPaths } from "./syntax/included-paths.js";
export { lex } from "./syntax/lexer.js";
export { normalisedStatement } from "./syntax/normalised-statement.js";
export { LARGEST_SOURCE } from "./syntax/parse.js";
export { lastStatementAt } from "./syntax/statement-at.js";
export { plainText, writeName, writeString, writtenPlace } from "./syntax/text-literal.js";
export type { Token } from "./syntax/tokens.js";
export {
  areWordsAt,
  FIELD_WORD_BEFORE,
  FIELD_WORDS,
  type FieldTextRole,
  type FieldWord,
  isFieldTextRole,
  isFieldWord,
  isOutcome,
  isSpecialWord,
  isStatementWord,
  isTextMatchWord,
  isVerdictWord,
  MATCH_WORDS,
  NUMBER_MATCH_WORDS,
  OUTCOMES,
  PATH_FIELD_WORDS,
  type Place,
  SEARCH_WORDS,
  SPECIAL_WORDS,
  type SpecialWord,
  STATEMENT_WORDS,
  type StatementKind,
  statementKindOf,
  TEST_WORDS,
  TEXT_MATCH_WORDS,
  VERDICT_WORDS,
  VOCABULARY,
  type WordRecord,
  wordsAt,
  wordsInside,
} from "./syntax/vocabulary.js";
export { beginningOfText } from "./text/beginning-of-text.js";
export { foldText } from "./text/case-folding.js";
export { isWordCharacter } from "./text/character-classes.js";
export { fnvHash } from "./text/fnv-hash.js";
export { leadingCount } from "./text/leading-count.js";
export { lineBehind, type NewLine } from "./text/line-behind.js";
export { lineEndOf } from "./text/line-end.js";
export { jsonEscape, seenJson } from "./text/seen-json.js";
export { closest } from "./text/similarity.js";
export { countUnits } from "./text/source-text.js";
export { spanInFile } from "./text/span.js";
export { trimmed, trimmedEnd } from "./text/trimmed.js";
export { isUnseen } from "./text/unseen-characters.js";
