import type { LocalFinding } from "../findings/finding.js";
import type { SyntaxProblem } from "../findings/syntax-problem.js";
import { addAll } from "../incremental/long-lists.js";
import { memoized } from "../incremental/memoized.js";
import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import { rawBodyOf } from "../runtime/response-parts.js";
import { type Change, changeBetween } from "../text/change.js";
import { type DecodedSource, decodeSource } from "../text/decode-source.js";
import { SourceText } from "../text/source-text.js";
import { faultsOfPreamble } from "./faults/preamble-faults.js";
import { readStatement } from "./read-statement.js";
import { recoveredStarts } from "./recovered-statements.js";
import { statementStarts } from "./statement-cutter.js";
import type { Statement, StatementSyntax, Tree } from "./tree.js";
import { NOTHING_UNCHANGED, unchangedStatements } from "./unchanged-statements.js";

/** The largest source that is read, in UTF-16 code units or bytes; beyond, the tree is empty and says so. */
export const LARGEST_SOURCE = 16 * 1024 * 1024;

/** Reads a mapping file at once; see `parseSteps`. */
export function parse(content: string | Uint8Array | ArrayBuffer, previous: Tree | null = null): Tree {
  return finish(parseSteps(content, previous));
}

/**
 * Reads a mapping file, given as text or as its bytes (docs/language.md), in any form in which a body may be given; anything else counts
 * as an empty file. Never throws and always gives a tree: a statement that cannot be read is `broken` and has findings, all others are what
 * they would be without it.
 *
 * `previous` is an earlier tree, of this file's text before an edit: statements whose text is the same are taken over,
 * with everything that was ever derived from them. The result equals a fresh one.
 */
export function* parseSteps(given: string | Uint8Array | ArrayBuffer, previous: Tree | null): Steps<Tree> {
  const content = rawBodyOf(given);
  if (content.length > LARGEST_SOURCE) {
    return unreadable({ problem: "too-large", megabytes: LARGEST_SOURCE / 1024 / 1024 });
  }
  const { text, invalidAt, isUtf16 }: DecodedSource =
    typeof content === "string" ? { text: content, invalidAt: null, isUtf16: false } : decodeSource(content);
  if (isUtf16) return unreadable({ problem: "utf-16" });
  const edited =
    previous === null ? null : { tree: previous, change: changeBetween(previous.source.text, text) };
  const source = new SourceText(
    text,
    edited === null ? null : { from: edited.tree.source, ...edited.change },
  );
  const statements = yield* readStatements(text, edited);
  const encoding =
    invalidAt === null ? [] : [fileFinding({ problem: "not-utf-8" }, invalidAt, invalidAt + 1)];
  const preamble = text.slice(0, statements[0]?.start ?? text.length);
  return { source, statements, findings: [...encoding, ...faultsOfPreamble(preamble)] };
}

/** A tree of a text before an edit, and the stretch in which the text differs from that. */
interface EditedTree {
  readonly tree: Tree;
  readonly change: Change;
}

function* readStatements(text: string, edited: EditedTree | null): Steps<readonly Statement[]> {
  const unchanged =
    edited === null ? NOTHING_UNCHANGED : unchangedStatements(edited.tree, text, edited.change);
  const known = new KnownStatements(unchanged.replaced, edited?.tree.statements ?? []);
  const read = (own: string): StatementSyntax => {
    const syntax = known.get(own) ?? readStatement(edited === null ? own : detached(own));
    known.add(syntax);
    return syntax;
  };
  const readAll = (start: number, own: string): readonly Statement[] => {
    const syntax = read(own);
    if (syntax.node.kind !== "broken") return [{ start, syntax }];
    const starts = startsInBroken(syntax);
    return starts.length > 1 ? cutAt(starts, start, own) : [{ start, syntax }];
  };
  const cutAt = (starts: readonly number[], start: number, own: string): readonly Statement[] =>
    starts.map((from, index) => ({
      start: start + from,
      syntax: read(own.slice(from, starts[index + 1])),
    }));
  const recoveredIn = (start: number, own: string) => cutAt(recoveredStarts(own), start, own);
  const statements = [...unchanged.before];
  const pace = new StepBudget();
  /** Where the statement begins whose end comes next. */
  let open: number | null = null;
  for (const start of statementStarts(text, unchanged.from)) {
    if (open !== null) addAll(statements, readAll(open, text.slice(open, start)));
    else if (unchanged.from === 0) addAll(statements, recoveredIn(0, text.slice(0, start)));
    const rest = unchanged.after(start);
    if (rest !== null) return [...statements, ...rest];
    open = start;
    if (pace.isSpentBy(20)) yield;
  }
  if (open !== null) addAll(statements, readAll(open, text.slice(open)));
  else if (unchanged.from === 0) addAll(statements, recoveredIn(0, text));
  return statements;
}

/** Thousands of broken statements may have the same text. */
const startsInBroken = memoized(({ text }: StatementSyntax) => recoveredStarts(text));

/** Statements that are looked for one by one among all of an earlier text; beyond, these are worth a table. */
const MOST_SEARCHED = 8;

/** What was read before, by its text: statements of equal text share what reading them gave, also through edits. */
class KnownStatements {
  readonly #known: Map<string, StatementSyntax>;
  readonly #earlier: readonly Statement[];
  #searched = 0;

  /** `likely` are those among which a text is looked for first. */
  constructor(likely: readonly Statement[], earlier: readonly Statement[]) {
    this.#known = new Map(likely.map(({ syntax }) => [syntax.text, syntax]));
    this.#earlier = earlier;
  }

  get(text: string): StatementSyntax | null {
    const known = this.#known.get(text);
    if (known !== undefined || this.#searched > MOST_SEARCHED) return known ?? null;
    this.#searched++;
    if (this.#searched <= MOST_SEARCHED)
      return this.#earlier.find(({ syntax }) => syntax.text === text)?.syntax ?? null;
    for (const { syntax } of this.#earlier) this.add(syntax);
    return this.#known.get(text) ?? null;
  }

  add(syntax: StatementSyntax): void {
    this.#known.set(syntax.text, syntax);
  }
}

/**
 * The same text, without the file's text behind it: engines keep a slice as a view, so a statement that outlives many
 * edits would keep the whole file of its time alive.
 */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function unreadable(problem: SyntaxProblem): Tree {
  return { source: new SourceText(""), statements: [], findings: [fileFinding(problem, 0, 0)] };
}

function fileFinding(parameters: SyntaxProblem, from: number, to: number): LocalFinding {
  return { name: "syntax", parameters, span: { from, to }, fixes: [] };
}
