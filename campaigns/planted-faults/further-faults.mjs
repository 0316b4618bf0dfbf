/*
 * Slips that somebody could make in all that is no exact answer: off by one, a comparison the wrong way round, a case forgotten, a cache
 * that is stale. Each is a text of one source file, what would stand in its place, and the tests that must notice it. Where a file changes
 * such that the text is no longer there, another one that breaks the same is put here.
 */

import { INDEXING } from "./index-faults.mjs";

const DSL = "packages/dsl/src";
const DSL_TESTS = "packages/dsl/test";
const HOST = "packages/node-host/src";
const HOST_TESTS = "packages/node-host/test";
const CLI = "packages/cli/src";
const CLI_TESTS = "packages/cli/test";
const LSP = "packages/lsp/src";
const LSP_TESTS = "packages/lsp/test";

/** @typedef {import("./fault-sets.mjs").PlantedFault} PlantedFault */

/** @type {readonly PlantedFault[]} */
const READING = [
  {
    breaks: "a blank line parts a comment from the statement below it",
    file: `${DSL}/syntax/statement-cutter.ts`,
    from: "    } else {\n      commentRun = null;\n    }\n    lineStart",
    to: "    }\n    lineStart",
    tests: [`${DSL_TESTS}/syntax/statements.test.ts`],
  },
  {
    breaks: "a backslash at a line's end leaves the line end alone",
    file: `${DSL}/syntax/statement-cutter.ts`,
    from: 'index += character === "\\\\" && next !== "\\n" && next !== "\\r" ? 2 : 1;',
    to: 'index += character === "\\\\" && next !== "\\n" ? 2 : 1;',
    tests: [`${DSL_TESTS}/syntax/statements.test.ts`],
  },
  {
    breaks: "a statement may begin behind the byte order mark",
    file: `${DSL}/syntax/statement-cutter.ts`,
    from: "from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from",
    to: "from",
    tests: [`${DSL_TESTS}/syntax/statements.test.ts`],
  },
  {
    breaks: "a number ends where a blank stands",
    file: `${DSL}/syntax/lexer.ts`,
    from: "this.#add(runEnd === end ? Decimal : Stray, runEnd);",
    to: "this.#add(Decimal, end);",
    tests: [`${DSL_TESTS}/fixtures.test.ts`],
  },
  {
    breaks: "a text block ends on a later line than it begins",
    file: `${DSL}/syntax/lexer.ts`,
    from: "{ ...token, endLine: this.#line, pieces: scanned.pieces }",
    to: "{ ...token, pieces: scanned.pieces }",
    tests: [`${DSL_TESTS}/syntax/recovered-statements.test.ts`],
  },
  {
    breaks: "U+DFFF is a surrogate",
    file: `${DSL}/syntax/text-literal.ts`,
    from: "codePoint >= 0xd800 && codePoint <= 0xdfff;",
    to: "codePoint >= 0xd800 && codePoint < 0xdfff;",
    tests: [`${DSL_TESTS}/syntax/text-literals.test.ts`],
  },
  {
    breaks: "blank lines say nothing about a text block's indentation",
    file: `${DSL}/syntax/text-literal.ts`,
    from: "commonIndentation(lines.filter((line) => !isBlank(line)).map(textOf))",
    to: "commonIndentation(lines.map(textOf))",
    tests: [`${DSL_TESTS}/syntax/text-literals.test.ts`],
  },
  {
    breaks: "surrogates in UTF-8 are no characters",
    file: `${DSL}/runtime/utf8.ts`,
    from: "let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;",
    to: "let highest = lead === 0xf4 ? 0x8f : 0xbf;",
    tests: [`${DSL_TESTS}/runtime/utf8.test.ts`],
  },
];

/** @type {readonly PlantedFault[]} */
const MATCHING = [
  {
    breaks: "a range of statuses ends with its last",
    file: `${DSL}/matching/interpret.ts`,
    from: "subject.status <= last",
    to: "subject.status < last",
    tests: [`${DSL_TESTS}/conformance.test.ts`, `${DSL_TESTS}/docs/language.test.ts`],
  },
  {
    breaks: "a field is empty if all that it picks is",
    file: `${DSL}/runtime/picked.ts`,
    from: "return !picked.some(isNotBlank);",
    to: "return picked.length === 0 || picked.some(({ blank }) => blank);",
    tests: [`${DSL_TESTS}/matching/empty-fields.test.ts`],
  },
  {
    breaks: "of members of one name the last counts",
    file: `${DSL}/runtime/json-field.ts`,
    from: "this.places.length = container.placesBefore;",
    to: "",
    tests: [`${DSL_TESTS}/runtime/json-field.test.ts`],
  },
  {
    breaks: "of many elements as many are kept as the index counts from the end",
    file: `${DSL}/runtime/json-field.ts`,
    from: "(child) => child >= kept",
    to: "(child) => child > kept",
    tests: [`${DSL_TESTS}/runtime/json-field.test.ts`],
  },
  {
    breaks: "a carriage return alone ends a line in XML",
    file: `${DSL}/runtime/xml-references.ts`,
    from: 'LINE_ENDS = ["\\r\\n", "\\r"]',
    to: 'LINE_ENDS = ["\\r\\n"]',
    tests: [`${DSL_TESTS}/runtime/xml-field.test.ts`, `${DSL_TESTS}/runtime/xml-against-saxes.test.ts`],
  },
  {
    breaks: "the pieces of a form may be parted by &amp;",
    file: `${DSL}/runtime/form-field.ts`,
    from: 'from = to + (body.startsWith("&amp;", to) ? 5 : 1);',
    to: "from = to + 1;",
    tests: [`${DSL_TESTS}/runtime/form-field.test.ts`],
  },
  {
    breaks: "part -1 is the last",
    file: `${DSL}/runtime/text-matching.ts`,
    from: "countOccurrences(foldedBody, foldedSeparator) + 2 + part",
    to: "countOccurrences(foldedBody, foldedSeparator) + 1 + part",
    tests: [`${DSL_TESTS}/runtime/text-matching.test.ts`],
  },
  {
    breaks: "of several texts the nearest closes a field",
    file: `${DSL}/runtime/between-field.ts`,
    from: "found < nearest",
    to: "found > nearest",
    tests: [`${DSL_TESTS}/runtime/between-field.test.ts`],
  },
  {
    breaks: "an exponent that fills its digits is carried",
    file: `${DSL}/runtime/decimal.ts`,
    from: "if (low >= base)",
    to: "if (low > base)",
    tests: [`${DSL_TESTS}/runtime/decimal.test.ts`],
  },
];

/** @type {readonly PlantedFault[]} */
const FORMATTING = [
  {
    breaks: "a file keeps its byte order mark",
    file: `${DSL}/syntax/format.ts`,
    from: 'const mark = text.charCodeAt(0) === 0xfeff ? "\\ufeff" : "";',
    to: 'const mark = "";',
    tests: [`${DSL_TESTS}/syntax/format.test.ts`],
  },
  {
    breaks: "the lines of a text block get the file's line ends once",
    file: `${DSL}/syntax/format/written-tokens.ts`,
    from: 'token.image.replace(/\\r\\n?/g, "\\n")',
    to: "token.image",
    tests: [`${DSL_TESTS}/syntax/format.test.ts`],
  },
  {
    breaks: "a statement with a text that nothing closes stays as it is",
    file: `${DSL}/syntax/format/file-layout.ts`,
    from: 'name === "syntax" || name === "unterminated-string"',
    to: 'name === "syntax"',
    tests: [`${DSL_TESTS}/syntax/format.test.ts`],
  },
];

/** @type {readonly PlantedFault[]} */
const WRITING = [
  {
    breaks: "a link stays a link",
    file: `${HOST}/atomic-write.ts`,
    from: "const target = realPathOf(resolve(path));",
    to: "const target = resolve(path);",
    tests: [`${HOST_TESTS}/writing.test.ts`],
  },
  {
    breaks: "a new file takes no other's place",
    file: `${HOST}/atomic-write.ts`,
    from: "linkSync(written, path);",
    to: "renameSync(written, path);",
    tests: [`${HOST_TESTS}/writing.test.ts`],
  },
  {
    breaks: "what somebody saved meanwhile stays",
    file: `${HOST}/atomic-write.ts`,
    from: "if (!holds(target, before)) throw",
    to: "if (before === null && !holds(target, before)) throw",
    tests: [`${CLI_TESTS}/edited-meanwhile.test.ts`],
    isOfCommand: true,
  },
  {
    breaks: "of two runs at once one waits for the other",
    file: `${HOST}/claimed-file.ts`,
    from: "const isClaimed = claimSoon(claim);",
    to: "const isClaimed = false;",
    tests: [`${HOST_TESTS}/claimed-file.test.ts`],
    isOfCommand: true,
  },
  {
    breaks: "where one of several files can't be written the others leave nothing behind",
    file: `${HOST}/write-together.ts`,
    from: "for (const file of begun) file.discard();",
    to: "",
    tests: [`${HOST_TESTS}/writing.test.ts`],
  },
  {
    breaks: "where one of several files can't be put into its place those before it get back what they held",
    file: `${HOST}/write-together.ts`,
    from: "committed.filter((change) => !putBack(change))",
    to: "committed.slice(0, 0)",
    tests: [`${CLI_TESTS}/put-back.test.ts`],
    isOfCommand: true,
  },
];

/** @type {readonly PlantedFault[]} */
const INCLUDES = [
  {
    breaks: "a file that several include counts once",
    file: `${DSL}/model/linker.ts`,
    from: "if (known !== undefined) return;",
    to: "",
    tests: [`${DSL_TESTS}/fixtures.test.ts`, `${DSL_TESTS}/docs/language.test.ts`],
  },
  {
    breaks: "two ways to one file are no cycle",
    file: `${DSL}/model/linker.ts`,
    from: "this.#open.delete(visit.file.path);",
    to: "",
    tests: [`${DSL_TESTS}/fixtures.test.ts`, `${DSL_TESTS}/docs/language.test.ts`],
  },
  {
    breaks: "a path starts from the folder of the file that names it",
    file: `${HOST}/mapping-files.ts`,
    from: "return resolve(dirname(this.#realPathOf(from)), include);",
    to: "return resolve(this.#folder, include);",
    tests: [`${HOST_TESTS}/mapping-files.test.ts`],
  },
];

/** @type {readonly PlantedFault[]} */
const EDITS = [
  {
    breaks: "a line may begin right behind an edit",
    file: `${DSL}/text/source-text.ts`,
    from: "offset <= endAfter; offset++",
    to: "offset < endAfter; offset++",
    tests: [`${DSL_TESTS}/text/source-text.test.ts`],
  },
  {
    breaks: "marks that come to stand below an open text block close it",
    file: `${DSL}/syntax/unchanged-statements.ts`,
    from: "if (first === undefined || mayCloseBlock(source.text, text, from)) {",
    to: "if (first === undefined) {",
    tests: [`${DSL_TESTS}/syntax/edited-pieces.test.ts`],
  },
  {
    breaks: "what was found for a rule holds while all that was asked has the same answers",
    file: `${DSL}/analysis/rule-findings.ts`,
    from: "known !== undefined && areStillTrue(known.answers, analysed)",
    to: "known !== undefined",
    tests: [`${DSL_TESTS}/analysis/edits.test.ts`],
  },
  {
    breaks: "rules that came stand among those that stayed",
    file: `${DSL}/examples/rule-matches.ts`,
    from: "[...stayed, ...came].sort(byPlace)",
    to: "[...stayed, ...came]",
    tests: [`${DSL_TESTS}/analysis/edits.test.ts`],
  },
  {
    breaks: "what stands right behind an edit has moved, too",
    file: `${DSL}/model/rule-order.ts`,
    from: "else if (place >= gone)",
    to: "else if (place > gone)",
    tests: [`${DSL_TESTS}/model/rule-order.test.ts`],
  },
  {
    breaks: "an earlier version keeps what it holds",
    file: `${DSL}/incremental/versioned-map.ts`,
    from: "copied.get(part) ?? new Map(parts[part])",
    to: "copied.get(part) ?? (parts[part] as Map<string, Value>)",
    tests: [`${DSL_TESTS}/incremental/versioned-map.test.ts`],
  },
  {
    breaks: "what was read of a file before it changed is outdated",
    file: `${LSP}/workspace/files/stored-files.ts`,
    from: "if (isWanted()) this.#contents.set(uri, bytes);",
    to: "this.#contents.set(uri, bytes);",
    tests: [`${LSP_TESTS}/workspace/file-sources.test.ts`],
  },
];

/** @type {readonly PlantedFault[]} */
const STREAMS = [
  {
    breaks: "the memory of a chunk can be that of the next",
    file: `${CLI}/ndjson/block-splitter.ts`,
    from: "this.#pieces.push(Buffer.from(piece));",
    to: "this.#pieces.push(piece);",
    tests: [`${CLI_TESTS}/ndjson-line.test.ts`, `${CLI_TESTS}/block-classifier.test.ts`],
  },
  {
    breaks: "of several verdicts in a line the last is replaced",
    file: `${CLI}/ndjson/ndjson-line.ts`,
    from: "if (isVerdictName(line, at, nameEnd)) found",
    to: "if (found.end === 0 && isVerdictName(line, at, nameEnd)) found",
    tests: [`${CLI_TESTS}/ndjson-line.test.ts`],
  },
  {
    breaks: "a byte order mark stands at the beginning of a stream only",
    file: `${CLI}/ndjson/block-classifier.ts`,
    from: "isFirst && block.subarray(0, 3)",
    to: "block.subarray(0, 3)",
    tests: [`${CLI_TESTS}/block-classifier.test.ts`],
  },
  {
    breaks: "output is written before its memory is taken by the next",
    file: `${CLI}/ndjson/classify.ts`,
    from: "if (output.length > 0) await this.#sinks.write(output);",
    to: "if (output.length > 0) void this.#sinks.write(output);",
    tests: [`${CLI_TESTS}/ndjson.test.ts`],
    isOfCommand: true,
  },
];

/** @type {readonly PlantedFault[]} */
const GIT = [
  {
    breaks: "of a file that git is told not to look at nothing is known",
    file: `${HOST}/git/tracked-paths.ts`,
    from: 'else if (tag === "H")',
    to: "else",
    tests: [`${CLI_TESTS}/changed.test.ts`],
    isOfCommand: true,
  },
  {
    breaks: "a fresh copy may have other line ends",
    file: `${HOST}/git/changed-paths.ts`,
    from: 'if (!bytes.includes("\\r\\n")) return false;',
    to: "return false;",
    tests: [`${CLI_TESTS}/changed.test.ts`],
    isOfCommand: true,
  },
  {
    breaks: "a link in a tree leads back out of a folder",
    file: `${HOST}/git/git-tree.ts`,
    from: 'for (const part of target.split("/").toReversed()) waiting.push(part);',
    to: 'for (const part of target.split("/")) waiting.push(part);',
    tests: [`${HOST_TESTS}/git/revision-files.test.ts`],
  },
];

export const FURTHER_FAULTS = [
  ...READING,
  ...INDEXING,
  ...MATCHING,
  ...FORMATTING,
  ...WRITING,
  ...INCLUDES,
  ...EDITS,
  ...STREAMS,
  ...GIT,
];
