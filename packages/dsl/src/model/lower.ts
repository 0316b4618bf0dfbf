import { type LocalFinding, replaceWith } from "../findings/finding.js";
import { isHttpStatus } from "../http/http-status.js";
import { memoized } from "../incremental/memoized.js";
import { StepBudget, type Steps } from "../incremental/steps.js";
import { plainText } from "../syntax/text-literal.js";
import type {
  ConditionNode,
  LabelNode,
  NameNode,
  PositiveTestNode,
  RangeNode,
  StatementSyntax,
  TestNode,
  TextNode,
  Tree,
  VerdictNode,
  WithNode,
  WordNode,
} from "../syntax/tree.js";
import { isSearchWord, type TextMatchWord, VOCABULARY } from "../syntax/vocabulary.js";
import type { LocalSpan } from "../text/span.js";
import { type Field, lowerField } from "./field.js";
import { emptyText, filledText, textOf, withoutReplacementCharacter } from "./lowered-texts.js";
import type {
  Condition,
  ExpectedVerdict,
  FileModel,
  Label,
  PositiveTest,
  StatementModel,
  StatusRange,
  Test,
} from "./mapping.js";
import type { MappingText } from "./mapping-text.js";

/** What a statement means, and what is wrong with it beyond its grammar. */
export interface LoweredStatement {
  readonly model: StatementModel;
  readonly findings: readonly LocalFinding[];
}

/** The meaning of one statement by itself. Statements of equal text share their syntax, and so their meaning. */
export const lowerStatement = memoized((syntax: StatementSyntax): LoweredStatement => {
  const lowering = new Lowering();
  const model = lowering.statement(syntax);
  if (lowering.findings.length === 0) return { model, findings: [] };
  const open = startsOfOpenTexts(syntax);
  return {
    model: { kind: "broken" },
    // The end of an unclosed text is unknown, so nothing is reported about its content.
    findings: lowering.findings.filter(({ span }) => !open.has(span.from)),
  };
});

function startsOfOpenTexts({ findings }: StatementSyntax): ReadonlySet<number> {
  const open = findings.filter(({ name }) => name === "unterminated-string");
  return new Set(open.map(({ span }) => span.from));
}

/** The meaning of a file's statements, each by itself; that of `previous`, the file before an edit, is taken over where it is left. */
export function* lowerFile(path: string, tree: Tree, previous: FileModel | null): Steps<FileModel> {
  const models: StatementModel[] = [];
  const known = previous === null ? () => null : knownModels(previous, tree.statements.length);
  const budget = new StepBudget();
  for (const { syntax } of tree.statements) {
    const model = known(models.length, syntax);
    models.push(model ?? lowerStatement(syntax).model);
    if (budget.isSpentBy(model === null ? 5 : 0.1)) yield;
  }
  return { path, tree, models };
}

/** Tells what a statement meant in an earlier file, where it stood at the same distance from the beginning or the end. */
function knownModels(
  { tree: { statements }, models }: FileModel,
  count: number,
): (place: number, syntax: StatementSyntax) => StatementModel | null {
  const shift = statements.length - count;
  return (place, syntax) => {
    if (statements[place]?.syntax === syntax) return models[place] ?? null;
    return statements[place + shift]?.syntax === syntax ? (models[place + shift] ?? null) : null;
  };
}

class Lowering {
  readonly findings: LocalFinding[] = [];

  statement(syntax: StatementSyntax): StatementModel {
    const { node } = syntax;
    switch (node.kind) {
      case "broken":
        return { kind: "broken" };
      case "system":
        return { kind: "system", name: filledText(node.name, "system", this.findings).text };
      case "include": {
        const path = filledText(node.path, "include", this.findings);
        return { kind: "include", path: path.text, pathSpan: path.span };
      }
      case "rule":
        return {
          kind: "rule",
          outcome: node.outcome.image,
          outcomeSpan: node.outcome.span,
          condition: this.#condition(node.condition),
          label: this.#label(node.label),
        };
      case "capture":
        return {
          kind: "capture",
          name: this.#name(node.name, "name"),
          nameSpan: node.name.span,
          field: lowerField(node.field, this.findings),
          outcomes: node.outcomes.length === 0 ? null : node.outcomes.map(({ image }) => image),
        };
      case "example":
        return {
          kind: "example",
          name: node.name === null ? null : this.#name(node.name, "name"),
          status: node.status === null ? null : Number(node.status.image),
          body: plainText(node.body.pieces),
          bodySpan: node.body.span,
          verdict: this.#verdict(node.verdict),
          verdictSpan: node.verdict.span,
        };
    }
  }

  #condition(node: ConditionNode): Condition {
    if (node.kind === "otherwise") return node;
    const whole = isOneTextOnBody(node.tests) ? node.span : null;
    return { kind: "tests", tests: node.tests.map((test) => this.#test(test, whole)), span: node.span };
  }

  /** `whole` is the condition's span if it is nothing but one text that the body is searched for. */
  #test(node: TestNode, whole: LocalSpan | null): Test {
    return { negated: node.not !== null, test: this.#positiveTest(node.test, whole), span: node.span };
  }

  #positiveTest(node: PositiveTestNode, whole: LocalSpan | null): PositiveTest {
    const { span } = node;
    switch (node.kind) {
      case "status":
        return { kind: "status", ranges: node.ranges.map((range) => this.#range(range)), span };
      case "number":
        return {
          kind: "number",
          how: node.how.image,
          field: lowerField(node.field, this.findings),
          number: node.number.image,
          span,
        };
      case "empty":
        return { kind: "empty", field: lowerField(node.field, this.findings), span };
      case "text": {
        const field = node.field === null ? null : lowerField(node.field, this.findings);
        const how = node.how.image;
        const texts = node.texts.map((text) => this.#wantedText(text, how, field, whole));
        return { kind: "text", how, howSpan: node.how.span, field, texts, span };
      }
    }
  }

  #wantedText(node: TextNode, how: TextMatchWord, field: Field | null, whole: LocalSpan | null): MappingText {
    if (isSearchWord(how) && plainText(node.pieces) === "") {
      this.findings.push(emptyText(how, node.span, whole, "suggested"));
      return textOf(node);
    }
    const isWildcardsAlone = node.pieces.length > 1 && node.pieces.every((piece) => piece === "");
    // It would hold for every body, which is what otherwise says.
    if (VOCABULARY[how].asteriskIsWildcard && isWildcardsAlone && field === null)
      this.findings.push(emptyText("asterisks-only", node.span, whole, "automatic"));
    return withoutReplacementCharacter(textOf(node), this.findings);
  }

  #range(node: RangeNode): StatusRange {
    const { span } = node;
    const [first, last] = boundsOf(node);
    const written = node.kind === "class" ? node.word.image : writtenRange(node.first, node.last);
    if (!isHttpStatus(first) || !isHttpStatus(last)) {
      this.#invalidStatus(written, "out-of-range", span);
    } else if (last < first) {
      const swapped = `${last}..${first}`;
      this.#invalidStatus(written, "reversed", span, swapped);
    }
    return { first, last, span };
  }

  #invalidStatus(
    written: string,
    problem: "out-of-range" | "reversed",
    span: LocalSpan,
    better?: string,
  ): void {
    const fixes = better === undefined ? [] : [replaceWith(span, better, `Write ${better}`, "suggested")];
    this.findings.push({ name: "invalid-status", parameters: { written, problem }, span, fixes });
  }

  #label(node: LabelNode | null): Label {
    if (node === null) return { kind: "none" };
    if (node.kind === "fixed")
      return { kind: "fixed", text: this.#name(node.name, "label"), span: node.span };
    const fallback = node.fallback === null ? null : this.#name(node.fallback, "label");
    return { kind: "field", field: lowerField(node.field, this.findings), fallback, span: node.span };
  }

  #name(node: NameNode, role: "label" | "name"): string {
    return node.kind === "word" ? node.image : filledText(node, role, this.findings).text;
  }

  #verdict(node: VerdictNode): ExpectedVerdict {
    if (node.kind === "unmapped") return { outcome: "unmapped" };
    return {
      outcome: node.outcome.image,
      label: node.label === null ? null : this.#name(node.label, "label"),
      labelSpan: node.label?.span ?? null,
      captures: node.captures.map((capture) => this.#expectedCapture(capture)),
    };
  }

  #expectedCapture(node: WithNode): {
    readonly name: string;
    readonly nameSpan: LocalSpan;
    readonly value: string;
  } {
    return {
      name: this.#name(node.name, "name"),
      nameSpan: node.name.span,
      value: plainText(node.value.pieces),
    };
  }
}

function isOneTextOnBody([first, ...others]: readonly TestNode[]): boolean {
  if (first === undefined || others.length > 0 || first.not !== null || first.test.kind !== "text")
    return false;
  return first.test.field === null && first.test.texts.length === 1;
}

function boundsOf(node: RangeNode): readonly [number, number] {
  if (node.kind === "codes") return [Number(node.first.image), Number(node.last.image)];
  const hundreds = Number(node.word.image.charAt(0)) * 100;
  return [hundreds, hundreds + 99];
}

function writtenRange(first: WordNode, last: WordNode): string {
  return first === last ? first.image : `${first.image}..${last.image}`;
}
