import type { FieldNode, LocalSpan, StatementNode, TestNode, VerdictNode } from "@responses/dsl";

/**
 * The parts of a statement that are more than one word or text, each inside another or apart from it. Of a statement that
 * cannot be read there are none.
 */
export function partsOf(node: StatementNode): readonly LocalSpan[] {
  switch (node.kind) {
    case "rule": {
      const { condition, label } = node;
      const tests = condition.kind === "tests" ? condition.tests.flatMap(testParts) : [];
      const labels = label?.kind === "field" ? [...fieldParts(label.field), label.span] : [];
      return [...tests, condition.span, ...labels];
    }
    case "capture":
      return fieldParts(node.field);
    case "example":
      return verdictParts(node.verdict);
    case "system":
    case "include":
    case "broken":
      return [];
  }
}

function testParts({ test, span }: TestNode): readonly LocalSpan[] {
  switch (test.kind) {
    case "status":
      return [...test.ranges.map((range) => range.span), listSpan(test.ranges), test.span, span];
    case "text": {
      const field = test.field === null ? [] : fieldParts(test.field);
      return [...field, listSpan(test.texts), test.span, span];
    }
    case "number":
    case "empty":
      return [...fieldParts(test.field), test.span, span];
  }
}

function fieldParts(field: FieldNode): readonly LocalSpan[] {
  return field.kind === "chain" ? [...field.parts.map(({ span }) => span), field.span] : [field.span];
}

function verdictParts(verdict: VerdictNode): readonly LocalSpan[] {
  if (verdict.kind === "unmapped") return [];
  const { outcome, label, captures, span } = verdict;
  const pairs = captures.map(({ name, value }) => ({ from: name.span.from, to: value.span.to }));
  const named = label === null ? [] : [{ from: outcome.span.from, to: label.span.to }];
  return [...pairs, ...(pairs.length === 0 ? [] : [around(pairs)]), ...named, span];
}

function listSpan(parts: readonly { readonly span: LocalSpan }[]): LocalSpan {
  return around(parts.map(({ span }) => span));
}

function around(spans: readonly LocalSpan[]): LocalSpan {
  const from = spans[0]?.from ?? 0;
  return { from, to: spans.at(-1)?.to ?? from };
}
